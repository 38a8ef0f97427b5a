import { blocksOf, blocksToSearch } from '#domain/people/alike/blocks'
import { mac, versionsOf, type Keys } from '#kernel/seal/keys'
import type { Described } from '#domain/people/alike/described'
import { findIn } from '#store/db/read'
import { inTurns } from '#store/db/turns'
import { insertMany, replace, update } from '#store/db/write'
import { personMarks, type PersonMarks } from '#store/people/marks'
import type { Person } from '#store/people/register'
import { surroundingsOf, type Comparing, type Known } from './describe'

/** A block as it is kept: nobody who reads the database learns a name, a birth or a number by it. The oldest key does it, as with ids. */
const blinded = (keys: Keys, block: string): string => mac(keys, 'alike', block, versionsOf(keys)[0]).subarray(0, 8).toString('base64url')

/** Of these people the ids of those who were not compared yet, or by other facts than now. */
export async function unmarked(on: Comparing, people: readonly Person[]): Promise<string[]> {
  const ids = people.map(({ _id }) => _id)
  const [around, marks] = await Promise.all([surroundingsOf(on, people), findIn(on.db, personMarks, '_id', ids, ['of', 'compared'])])
  const there = new Map(marks.map(({ _id, of, compared }) => [_id, compared ? of : undefined]))
  return ids.filter((id) => there.get(id) !== around.get(id)!.of)
}

/** Brings the marks of these people to what they are now, before they are compared: each of them is to meet the others. */
export async function mark({ db, keys }: Comparing, people: readonly Known[]): Promise<void> {
  const ids = people.map(({ personId }) => personId)
  const there = new Map((await findIn(db, personMarks, '_id', ids, ['of'])).map(({ _id, of }) => [_id, of]))
  const changed = people.filter(({ personId, of }) => there.get(personId) !== of)
  const marksOf = (person: Known): PersonMarks => ({
    _id: person.personId,
    blocks: [...new Set(blocksOf(person))].map((block) => blinded(keys, block)),
    ...{ of: person.of, compared: false },
  })
  await insertMany(db, personMarks, changed.filter(({ personId }) => !there.has(personId)).map(marksOf))
  await inTurns(
    changed.filter(({ personId }) => there.has(personId)),
    8,
    (person) => replace(db, personMarks, marksOf(person)),
  )
}

/** They were compared: whoever was cut off before this compares them again. */
export const markCompared = ({ db }: Pick<Comparing, 'db'>, people: readonly Known[]): Promise<number> =>
  update(db, personMarks, { _id: { $in: people.map(({ personId }) => personId) } }, { $set: { compared: true } })

/** Ids of the people who may be each of these, in their order: who shares a block that is not too large to tell anything. */
export async function neighboursOf({ db, keys, county }: Comparing, people: readonly Described[]): Promise<string[][]> {
  const { nearYears, largestBlock } = county.likeness
  const blocks = people.map((person) => blocksToSearch(person, nearYears).map((block) => blinded(keys, block)))
  const wanted = new Set(blocks.flat())
  const inBlock = new Map<string, string[]>()
  for (const { _id, blocks: own } of await findIn(db, personMarks, 'blocks', [...wanted], ['blocks']))
    for (const block of own) if (wanted.has(block)) (inBlock.get(block) ?? inBlock.set(block, []).get(block)!).push(_id)
  return blocks.map((own) => [
    ...new Set(
      own.flatMap((block) => {
        const there = [...new Set(inBlock.get(block) ?? [])]
        return there.length > largestBlock ? [] : there
      }),
    ),
  ])
}
