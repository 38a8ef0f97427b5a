import { createHash } from 'node:crypto'
import { weighTwo, type Likeness } from '#domain/people/alike/weigh'
import { likenessActs, waitingLikenesses } from '#domain/work/likenesses'
import { canBe, stateAfter } from '#domain/work/transitions'
import { mac, versionsOf } from '#kernel/seal/keys'
import { inTransaction } from '#store/db/transaction'
import { findIn } from '#store/db/read'
import { inParts, inTurns } from '#store/db/turns'
import { likenesses, writeLikenessTurn, type LikenessCase, type NewLikenessEvent } from '#store/people/likenesses'
import { describe, type Comparing, type Known } from './describe'
import { mark, markCompared, neighboursOf } from './marks'

/**
 * Looks for whoever these people may be, written down a second time, and keeps each pair as “可能是同一个人” until somebody decides. Nothing
 * waits for it and nothing of anybody's file changes by it. What was decided stays decided until its facts change; done again it comes to
 * the same. Gives the pairs that these people stand in and that wait for somebody.
 */
export async function findAlike(on: Comparing, personIds: readonly string[]): Promise<LikenessCase[]> {
  await compareAll(on, personIds)
  const ids = [...personIds]
  return (await findIn(on.db, likenesses, 'personIds', ids, undefined, { state: { $in: waitingLikenesses } })).filter(
    (one, i, all) => all.findIndex(({ _id }) => _id === one._id) === i,
  )
}

/** Compares these people with all others, however many: whoever is cut off begins again with those that were not compared. */
export async function compareAll(on: Comparing, personIds: readonly string[]): Promise<void> {
  for (const ids of inParts([...personIds], together)) {
    const people = [...(await describe(on, ids)).values()]
    await mark(on, people)
    await compare(on, people)
    await markCompared(on, people)
  }
}
/** So many are compared at a time. */
const together = 500

interface Pair extends Likeness {
  one: Known
  other: Known
}

/** Compares people, who are marked, with all who share a block, and keeps what is alike; lets go of what no longer is. */
async function compare(on: Comparing, people: readonly Known[]): Promise<void> {
  const near = await neighboursOf(on, people)
  const known = new Map(people.map((person) => [person.personId, person]))
  const others = await describe(
    on,
    near.flat().filter((id) => !known.has(id)),
  )
  const pairs = new Map<string, Pair>()
  people.forEach((person, i) => {
    for (const id of near[i]!) {
      const neighbour = known.get(id) ?? others.get(id)
      if (!neighbour || id === person.personId) continue
      const [one, other] = person.personId < id ? [person, neighbour] : [neighbour, person]
      const pairId = pairIdOf(one.personId, other.personId)
      if (!pairs.has(pairId)) pairs.set(pairId, { one, other, ...weighTwo(one, other, on.county.likeness) })
    }
  })
  const alike = [...pairs].filter(([, { likely }]) => likely !== 'different')
  const there = new Map((await findIn(on.db, likenesses, 'personIds', [...known.keys()])).map((one) => [one._id, one]))
  await inTurns(
    alike.filter(([id, pair]) => !isSame(there.get(id), pair, fingerprintOf(on, pair))),
    4,
    ([id, pair]) => keepPair(on, id, pair),
  )
  const kept = new Set(alike.map(([id]) => id))
  await inTurns(
    [...there.values()].filter(({ _id, state }) => canBe(likenessActs, 'vanish', state) && !kept.has(_id)),
    4,
    ({ _id }) => letGo(on, _id),
  )
}

/** One id for a pair, whoever of the two is met first. */
const pairIdOf = (one: string, other: string): string =>
  createHash('sha256')
    .update(JSON.stringify(['likeness', ...[one, other].sort()]))
    .digest('hex')
    .slice(0, 24)

/** Of what both are known by; blinded, for numbers and phones are in it. A number does not change, and who is merged is no other fact. */
const fingerprintOf = ({ keys }: Comparing, { one, other }: Pair): string => {
  const facts = ({ name, birth, home, phones, idNumber }: Known) => [name, birth, home ?? '', [...(phones ?? [])].sort(), idNumber]
  return mac(keys, 'alike', JSON.stringify(['facts', facts(one), facts(other)]), versionsOf(keys)[0])
    .subarray(0, 12)
    .toString('base64url')
}

/** Nothing to write: it waits with these facts already, it was decided about them, or the two are one by now. */
const isSame = (there: LikenessCase | undefined, { weight }: Pair, fingerprint: string): boolean =>
  there !== undefined &&
  (there.joined !== null ||
    (there.fingerprint === fingerprint && (there.state === 'different' || (there.state !== 'gone' && there.weight === weight))))

const areasOf = (pair: Pair): string[] => [
  ...new Set([pair.one.home, pair.other.home].flatMap((home) => (home ? [home, home.slice(0, 9), home.slice(0, 6)] : []))),
]

const byItself = ({ moment }: Comparing, act: NewLikenessEvent['act']): NewLikenessEvent => ({
  at: moment.iso,
  act,
  by: null,
  wordsSealed: null,
})

/** Looks again within the transaction: somebody may have decided meanwhile. */
const keepPair = (on: Comparing, _id: string, pair: Pair): Promise<void> =>
  inTransaction(on.db, async (transaction) => {
    const fingerprint = fingerprintOf(on, pair)
    const before = await transaction.get(likenesses, _id)
    if (isSame(before, pair, fingerprint)) return
    const said = { levels: pair.levels, weight: pair.weight, fingerprint, areas: areasOf(pair) }
    if (!before) {
      const personIds: [string, string] = [pair.one.personId, pair.other.personId]
      const anew = { ...{ askedBy: null, keptId: null, joined: null, turn: 0 }, raisedOn: on.moment.today }
      await writeLikenessTurn(
        transaction,
        undefined,
        { _id, personIds, state: 'proposed', open: true, ...said, ...anew },
        byItself(on, 'propose'),
      )
      return
    }
    if (!canBe(likenessActs, 'again', before.state)) {
      await writeLikenessTurn(transaction, before, { ...before, ...said }, byItself(on, 'change'))
      return
    }
    const again = { state: stateAfter(likenessActs, 'again', before.state), open: true, askedBy: null, keptId: null }
    await writeLikenessTurn(transaction, before, { ...before, ...said, ...again, raisedOn: on.moment.today }, byItself(on, 'again'))
  })

/** What made two people alike is there no more, and nobody has decided: it needs nobody. */
export const letGo = (on: Comparing, id: string): Promise<void> =>
  inTransaction(on.db, async (transaction) => {
    const before = await transaction.get(likenesses, id)
    if (!before || !canBe(likenessActs, 'vanish', before.state)) return
    const becomes = { ...before, state: stateAfter(likenessActs, 'vanish', before.state), open: false, askedBy: null }
    await writeLikenessTurn(transaction, before, becomes, byItself(on, 'vanish'))
  })
