import { useState } from 'react'
import { callErrorOf } from '../../../../services/wire/reply'
import { county } from '../../../../services/built-in/county'
import type { Mailbox } from './open-mailbox'
import { openMailbox, withOlder } from './open-mailbox'

const { phone } = county.reports
const faults = {
  length: '回执号是 20 位数字，现在不是。请对着抄下的再看一遍。',
  slip: '有一位抄错了，或者两位写反了。请对着抄下的再看一遍。',
}
const notFound = `没有找到：回执号不对，或者已经过了保存的时间。请对着抄下的再看一遍；要问，打 ${phone}。`
const unexpected = `没有打开，回执号还在。请再按一次；还不行，打 ${phone}。`

/** The mailbox of a receipt, kept nowhere but here: with the page it is gone. */
export function useMailbox() {
  const [typed, type] = useState('')
  const [mailbox, setMailbox] = useState<Mailbox>()
  const [done, setDone] = useState<number>()
  const [trouble, setTrouble] = useState<string>()
  const during = async (work: () => Promise<void>): Promise<void> => {
    if (done !== undefined) return
    setTrouble(undefined)
    setDone(0)
    try {
      await work()
    } catch (error) {
      setTrouble(callErrorOf(error)?.message ?? unexpected)
    }
    setDone(undefined)
  }
  const open = () =>
    during(async () => {
      const found = await openMailbox(typed, setDone)
      if (found === undefined || typeof found === 'string') return setTrouble(found === undefined ? notFound : faults[found])
      type('')
      setMailbox(found)
    })
  const older = () =>
    during(async () => {
      if (mailbox) setMailbox(await withOlder(mailbox))
    })
  const forget = () => {
    type('')
    setMailbox(undefined)
    setTrouble(undefined)
  }
  return { typed, type, mailbox, done, trouble, open, older, forget }
}
