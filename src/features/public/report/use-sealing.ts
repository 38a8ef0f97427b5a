import { useState } from 'react'
import { county } from '../../../services/built-in/county'
import { NoRandomness } from '../../../services/sealing/random'
import { readDraft } from '../../../services/keep/report-drafts'
import type { OnStep } from './seal'
import { browserAddress } from './when-open'

const { phone } = county.reports
const unsentFirst = '这部手机里还有一封封好没送完的，只放得下一封。请先把它送完或者丢掉，再封这一封；写的还在。'

/** Sealing, as a form shows it: how far it is, in words, or why it did not come about. What was written stays until it did. */
export function useSealing() {
  const [done, setDone] = useState<number>()
  const [trouble, setTrouble] = useState<string>()
  const seal = async (work: (onStep: OnStep) => Promise<void>): Promise<void> => {
    if (readDraft()) return setTrouble(unsentFirst)
    setTrouble(undefined)
    setDone(0)
    try {
      await work(setDone)
    } catch (error) {
      setDone(undefined)
      setTrouble(why(error))
    }
  }
  return { busy: done !== undefined && `正在封好，不要离开… ${Math.round(done * 100)}%`, trouble, setTrouble, seal } as const
}

function why(error: unknown): string {
  if (error instanceof NoRandomness)
    return `这部手机给不出可靠的随机数，封不严，所以没有封，也没有送。写的还在。请用手机浏览器打开 ${browserAddress} 来写，或者打 ${phone}。`
  if (error instanceof RangeError) return '写的太长了，封不下。写的还在，请删短一些再按一次。'
  return `没有封成，写的还在。请再按一次；还不行，打 ${phone}。`
}
