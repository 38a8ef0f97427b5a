import { useState } from 'react'
import type { Breathe } from '#domain/sealing/receipt'
import { NoRandomness } from '../../../services/sealing/random'
import { breathe } from '../../../services/sealing/sealing'
import { useHere } from '../../../ui/act/use-here'

/** Whoever began it has gone: what it would give must not come into being. */
class Left extends Error {
  override name = 'Left'
}

export const noRandomness =
  '这个浏览器给不出可靠的随机数，做不了钥匙，也签不了名，所以没有办。写的还在。请换新一点的 Edge、Chrome 或火狐浏览器打开。'

/**
 * Long work with a passphrase, as a form shows it. Not a query's mutation: those remember for minutes what they were given.
 * `breathe` counts: it is called once a turn.
 */
export function useWork() {
  const [done, setDone] = useState<number>()
  const [trouble, setTrouble] = useState<string>()
  const here = useHere()
  const run = async (turns: number, work: (breathe: Breathe) => Promise<void>, sayWhy: (error: unknown) => string): Promise<void> => {
    let turn = 0
    setTrouble(undefined)
    setDone(0)
    try {
      await work(async () => {
        setDone(++turn / turns)
        await breathe()
        if (!here.current) throw new Left()
      })
    } catch (error) {
      setTrouble(error instanceof NoRandomness ? noRandomness : sayWhy(error))
    }
    setDone(undefined)
  }
  return { percent: done === undefined ? undefined : Math.round(Math.min(1, done) * 100), trouble, setTrouble, run }
}
