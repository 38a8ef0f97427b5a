import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import * as sealing from '../sealing/sealing-parts'
import { CallError } from '../wire/reply'
import { isHeld, OutboxFull, type Written } from './entry'
import { addVisit, clearAway, countFrom, dropSent, entriesOn, lastOn, mendVisit } from './outbox'
import type { PhoneStorage } from './phone-storage'
import { sendVisits, type County } from './send-visits'
import { openShelf } from './shelf'

/**
 * A phone that is killed between any two writes, that is full, that two people share; a net that loses questions and answers; a county that
 * keeps visits as affairs/visits/keep does. Whatever happens: what the phone said it has kept is at the county once, whole and as last
 * written, or still on the phone. RUNS: how many sequences; a failing one prints its seed and path (SEED, AT).
 */
class Killed extends Error {}

const secret = '屋顶漏雨'
const names = ['a', 'b'] as const
type Who = (typeof names)[number]
const keyOf = { a: '0a'.repeat(32), b: '0b'.repeat(32) }
const olderKeyOf = { a: '1a'.repeat(32), b: '1b'.repeat(32) }

interface Promised {
  by: Who
  said: string
  photos: string[]
}

class World {
  kept = new Map<string, string>()
  limit = 40_000
  /** Writes until the programme is killed. */
  left = Infinity
  /** Questions until the net goes: before a question arrives, or before its answer does. */
  net = { left: Infinity, losing: 'question' as 'question' | 'answer' }
  session: Who = 'a'
  during: () => Promise<unknown> = async () => undefined
  county = {
    visits: new Map<string, { by: Who; seq: number; said: string[]; photos: number }>(),
    parts: new Map<string, { by: Who; text: string; of: number }>(),
  }
  /** What the phone has said it keeps. */
  promised = new Map<string, Promised>()
  /** What was being written when the phone was killed: it stands whole, or not at all. `id`: of the visit that was put right. */
  unsure: { id?: string; becomes: Promised } | undefined
  given: Record<Who, number> = { a: 0, b: 0 }
  keys = { a: [olderKeyOf.a], b: [olderKeyOf.b] }

  storage: PhoneStorage = {
    names: () => [...this.kept.keys()],
    read: (name) => this.kept.get(name),
    write: (name, text) => {
      this.step()
      const others = this.size() - (this.kept.get(name)?.length ?? -name.length)
      if (others + text.length > this.limit) return false
      this.kept.set(name, text)
      return true
    },
    remove: (name) => {
      this.step()
      this.kept.delete(name)
    },
    room: () => this.limit - this.size(),
  }
  size = () => [...this.kept].reduce((sum, [name, text]) => sum + name.length + text.length, 0)
  private step() {
    if (this.left-- <= 0) throw new Killed()
  }
  shelf = (who: Who = this.session) =>
    openShelf(this.storage, sealing, this.keys[who], async (length) => {
      const pool = new Uint8Array(randomBytes(length))
      let used = 0
      return (wanted) => {
        expect(used + wanted).toBeLessThanOrEqual(length)
        return pool.slice(used, (used += wanted))
      }
    })

  private over<Input, Output>(answer: (input: Input, who: Who) => Output) {
    return async (input: Input): Promise<Output> => {
      const gone = this.net.left-- <= 0
      if (gone && this.net.losing === 'question') throw new CallError('offline', '没有网络')
      const output = answer(input, this.session)
      await this.during()
      if (gone) throw new CallError('offline', '没有网络')
      return output
    }
  }
  wire: County = {
    visit: this.over(({ id, seq, sentAt: _, ...content }, who) => {
      const former = this.county.visits.get(id)
      if (former && former.by !== who) throw new CallError('not-found', '这一户现在不归您走访')
      if (content.talked.endsWith('!')) throw new CallError('bad-input', '请改')
      const said = former?.said ?? []
      const text = content.talked
      if (said.at(-1) !== text || former?.photos !== content.photos) said.push(text)
      this.county.visits.set(id, { by: who, seq: former?.seq ?? seq, said, photos: content.photos })
      const missing = Array.from({ length: content.photos }, (_, photo) => {
        const of = this.county.parts.get(`${id}/${photo}/0`)?.of ?? 1
        return Array.from({ length: of }, (__, index) => ({ photo, index })).filter(
          ({ index }) => !this.county.parts.has(`${id}/${photo}/${index}`),
        )
      }).flat()
      return { noted: true as const, version: said.length, partsMissing: missing }
    }),
    visitPart: this.over(({ visitId, photo, index, of, base64 }, who) => {
      const name = `${visitId}/${photo}/${index}`
      if (!this.county.parts.has(name)) this.county.parts.set(name, { by: who, text: Buffer.from(base64, 'base64').toString(), of })
      return { noted: true as const }
    }),
    partsThatCame: this.over(({ visitId }) => ({
      parts: [...this.county.parts.keys()].flatMap((name) => {
        const [id, photo, index] = name.split('/')
        return id === visitId ? [{ photo: Number(photo), index: Number(index) }] : []
      }),
    })),
  }
}

const written = (talked: string): Written => ({
  ...{ householdId: 'h1', purpose: 'visit', consent: 'self', on: '2998-10-20', phoneAt: '2998-10-20T02:00:00.000Z', seconds: 9 },
  ...{ met: '本人', unchanged: false, changes: [], talked, heard: [] },
})
let number = 0
const newWords = (n: number) => `${secret}${++number}${n % 5 === 0 ? '!' : ''}`
const photosOf = (n: number) =>
  Array.from({ length: n % 3 }, () => Array.from({ length: 1 + (n % 4) }, (_, i) => `photo ${++number} part ${i}`))
const bytesOf = (photos: string[][]) => photos.map((parts) => parts.map((part) => new Uint8Array(Buffer.from(part))))

const happened = new Map<string, number>()
const note = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1)

const steps: Record<string, (world: World, n: number) => Promise<unknown>> = {
  async add(world, n) {
    const [said, photos, by] = [newWords(n), photosOf(n), world.session]
    const becomes = { by, said, photos: photos.map((parts) => parts.join()) }
    world.unsure = { becomes }
    const { id, seq } = await addVisit(world.shelf(), written(said), { who: '程**', village: '三垟坪村' }, bytesOf(photos))
    expect(seq).toBeGreaterThan(world.given[by])
    world.given[by] = seq
    world.promised.set(id, becomes)
    world.unsure = undefined
    note('added')
  },
  async mend(world, n) {
    const entries = entriesOn(world.shelf())
    const one = entries[n % Math.max(1, entries.length)]
    if (!one) return
    const [said, add] = [newWords(n), photosOf(n).slice(0, 1)]
    const before = world.promised.get(one.id)!
    const becomes = { ...before, said, photos: [...before.photos, ...add.map((parts) => parts.join())] }
    world.unsure = { id: one.id, becomes }
    await mendVisit(world.shelf(), one.id, written(said), { add: bytesOf(add) })
    world.promised.set(one.id, becomes)
    world.unsure = undefined
    note('mended')
  },
  async send(world) {
    const who = world.session
    await sendVisits(world.shelf(), { county: world.wire, isTheirs: () => world.session === who, now: () => new Date(0) })
    note('sent')
  },
  async mendWhileSending(world, n) {
    world.during = async () => {
      world.during = async () => undefined
      await steps['mend']!(world, n)
    }
    await steps['send']!(world, n)
  },
  async otherPersonWhileSending(world, n) {
    world.during = async () => {
      world.during = async () => undefined
      world.session = world.session === 'a' ? 'b' : 'a'
    }
    await steps['send']!(world, n)
  },
  otherPerson: async (world) => (world.session = world.session === 'a' ? 'b' : 'a'),
  dropSent: (world) => dropSent(world.shelf()),
  newKey: async (world) => {
    const who = world.session
    if (world.keys[who].length === 1) world.keys[who] = [keyOf[who], olderKeyOf[who]]
  },
  clearStorage: async (world) => {
    const held = names.flatMap((who) => entriesOn(world.shelf(who)).map(({ id }) => id))
    world.kept.clear()
    // The keys went too: nothing is written before the county has given them again, with the last number.
    world.left = Infinity
    for (const id of held) {
      const promise = world.promised.get(id)
      // What only the phone had is lost with it; the county finds the gap by its number.
      if (promise) world.promised.delete(id)
    }
    for (const who of names) await countFrom(world.shelf(who), world.given[who])
  },
}

/** Nothing lost, nothing doubled, nothing in the wrong hands. */
function holds(world: World): void {
  const entries = names.flatMap((who) => entriesOn(world.shelf(who)).map((entry) => ({ ...entry, by: who })))
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  for (const [id, { by, said, photos }] of world.promised) {
    const [here, there] = [entries.find((one) => one.id === id), world.county.visits.get(id)]
    if (here) expect(here.by).toBe(by)
    if (there) expect(there.by).toBe(by)
    if (here) expect([here.visit.talked, here.photos.length]).toEqual([said, photos.length])
    if (!here || !isHeld(here)) {
      expect(there?.said.at(-1)).toBe(said)
      for (const [photo, text] of photos.entries()) {
        const parts = Array.from({ length: 9 }, (_, index) => world.county.parts.get(`${id}/${photo}/${index}`)?.text ?? []).flat()
        expect(parts.join()).toBe(text)
      }
    }
  }
  for (const who of names) {
    const numbers = [...world.county.visits.values()].filter(({ by }) => by === who).map(({ seq }) => seq)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(lastOn(world.shelf(who))).toBeGreaterThanOrEqual(Math.max(0, ...entries.filter(({ by }) => by === who).map(({ seq }) => seq)))
  }
  for (const text of world.kept.values()) expect(Buffer.from(text, 'base64').includes(secret)).toBe(false)
}

/** After a kill: what was being written is there as a whole, and counts from now on, or there is nothing of it. */
function settle(world: World): void {
  if (!world.unsure) return
  const { id, becomes } = world.unsure
  const there = entriesOn(world.shelf(becomes.by)).find((one) => one.visit.talked === becomes.said)
  if (there) {
    expect(id ?? there.id).toBe(there.id)
    world.promised.set(there.id, becomes)
    world.given[becomes.by] = Math.max(world.given[becomes.by], there.seq)
  }
  world.unsure = undefined
}

async function does(world: World, [what, n, kill, net]: [string, number, number | undefined, number | undefined]): Promise<void> {
  world.left = kill ?? Infinity
  world.net = { left: net ?? Infinity, losing: n % 2 ? 'question' : 'answer' }
  try {
    await steps[what]!(world, n)
  } catch (failure) {
    if (!(failure instanceof Killed || failure instanceof OutboxFull)) throw failure
    note(failure instanceof Killed ? 'killed' : 'full')
  }
  world.left = Infinity
  world.during = async () => undefined
  settle(world)
  for (const who of names) clearAway(world.shelf(who))
  holds(world)
}

test('whatever happens to the phone and the net, each visit is there once and whole, and nobody reads another’s', async () => {
  const others = ['dropSent', 'otherPersonWhileSending']
  const one = fc.tuple(
    fc.constantFrom('add', 'add', 'add', 'add', 'mend', 'send', 'send', ...others, ...others, ...Object.keys(steps)),
    fc.nat(999),
    fc.option(fc.nat(12), { nil: undefined }),
    fc.option(fc.nat(8), { nil: undefined }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 14, size: 'max' }), fc.boolean(), async (all, small) => {
      const world = new World()
      if (small) world.limit = 5_000
      for (const who of names) await countFrom(world.shelf(who), 0)
      for (const what of all) await does(world, what)
      // In the end the net holds, and everything goes.
      for (const who of names) {
        world.session = who
        world.limit = Infinity
        await does(world, ['send', 1, undefined, undefined])
        for (const { state, visit } of entriesOn(world.shelf())) expect(state).toBe(visit.talked.endsWith('!') ? 'refused' : 'sent')
      }
      for (const [id, { said }] of world.promised)
        if (!said.endsWith('!')) expect(world.county.visits.get(id)!.said.filter((words) => words === said).length).toBe(1)
    }),
    {
      numRuns: Number(process.env.RUNS ?? 50),
      endOnFailure: process.env.SHRINK === undefined,
      ...(process.env.SEED && { seed: Number(process.env.SEED), ...(process.env.AT && { path: process.env.AT }) }),
    },
  )
  for (const what of ['added', 'mended', 'sent', 'killed']) expect(happened.get(what)).toBeGreaterThan(0)
  if (process.env.SAY) console.log(Object.fromEntries(happened))
}, 600_000)
