import { useEffect, useState } from 'react'
import { callErrorOf } from '../../../services/wire/reply'
import { county } from '../../../services/built-in/county'
import type { Sealed } from '../../../services/keep/report-drafts'
import { useHere } from '../../../ui/act/use-here'
import { sendSealed } from './send'

const unexpected = `没有送成，封好的还在。请再按一次；还不行，打 ${county.reports.phone}。`

/** Sends a sealed message from where it stopped, at once and whenever it is pressed again; stops when the page is left. */
export function useSending(sealed: Sealed, onDone: () => void) {
  const [sent, setSent] = useState(sealed.draft.sent)
  const [busy, setBusy] = useState(true)
  const [trouble, setTrouble] = useState<string>()
  const [queueing, setQueueing] = useState(false)
  const here = useHere()
  const go = async () => {
    setBusy(true)
    setTrouble(undefined)
    try {
      if (await sendSealed(sealed, { isHere: () => here.current, onSent: setSent, onQueue: setQueueing })) onDone()
    } catch (error) {
      setTrouble(callErrorOf(error)?.message ?? unexpected)
      setBusy(false)
      setQueueing(false)
    }
  }
  useEffect(() => {
    void go()
    // Once: pressing again is the person's.
  }, [])
  return { sent, busy, queueing, trouble, go }
}
