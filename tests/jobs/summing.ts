import { setTimeout as wait } from 'node:timers/promises'
import type { KindOfJob } from '#kernel/jobs/kind'
import { collection, type Db } from '#store/db/collection'
import { find } from '#store/db/read'
import { put, remove } from '#store/db/write'

/** Numbers to be doubled, page after page: what a job does, at its smallest. */
export interface Numbered {
  _id: string
  digest: string
  n: number
}
export const given = collection<Numbered>('numbers-given')
export const doubled = collection<Numbered>('numbers-doubled')

export interface Summing {
  size: number
  of: number
}
interface At {
  after: string
  done: number
  sum: number
}

export const numberOf = (n: number): Numbered => ({ _id: String(n).padStart(6, '0'), digest: String(n), n })

/** How a test may interfere with the chunk at hand. */
export interface Interference {
  before?(db: Db, cursor: At | null): Promise<unknown>
  between?(db: Db, cursor: At | null): Promise<unknown>
}

/** Doubles the given numbers in pages, and adds them up. Nothing can be cancelled in its second half. */
export const summing = ({ before, between }: Interference = {}): KindOfJob<Summing, At, { sum: number }> => ({
  kind: 'summing',
  async chunk({ db }, { input: { size, of }, cursor }) {
    await before?.(db, cursor)
    const { after, done, sum } = cursor ?? { after: '', done: 0, sum: 0 }
    const page = await find(db, given, { _id: { $gt: after } }, { order: [['_id', 'asc']], limit: size })
    if (page.length === 0) return { result: { sum } }
    // In small steps, so that there are many points to be killed at.
    for (const one of page) {
      await put(db, doubled, [{ ...one, n: one.n * 2 }])
      await between?.(db, cursor)
      await wait(0)
    }
    const next = { after: page.at(-1)!._id, done: done + page.length, sum: page.reduce((total, { n }) => total + n, sum) }
    return { next, done: next.done, of }
  },
  mayCancel: ({ cursor }) => (cursor?.done ?? 0) < 50,
  async clear({ db }) {
    await remove(db, doubled, {})
  },
})
