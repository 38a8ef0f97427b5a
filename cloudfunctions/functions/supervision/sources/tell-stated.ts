import type { SourceAnswer } from '#contract/supervision/source'
import { decisionHolds, mayBeGiven } from '#domain/people/decided'
import { maskName } from '#domain/people/names'
import { sameValue, type StatedField } from '#domain/people/stated'
import { holdingOf, readWords } from '#affairs/stated/decided'
import { gather, type Source } from '#affairs/stated/gather'
import { pickOf, saySource, sayValue, weigh } from '#affairs/stated/words'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { findIn } from '#store/db/read'
import type { Household } from '#store/people/register'
import { sourceDecisions, type SourceDecision } from '#store/people/source-decisions'
import { mayAgree, maySayWhich, sayDeciders, standingsForDecisions } from './may-decide'

type Told = SourceAnswer['people'][number]

/** What is said of a field of everybody whom the file names; of the head alone, where the grant does not open the family. */
export async function tellStated(on: On, one: Staff, home: Household, field: StatedField, family: boolean): Promise<Told[]> {
  const shown = home.members.filter(({ personId }) => family || personId === home.headId)
  const ids = shown.map(({ personId }) => personId)
  const [said, decisions] = await Promise.all([gather(on, field, ids), findIn(on.db, sourceDecisions, 'personId', ids)])
  const known = await standingsForDecisions(on, [one], decisions)
  return Promise.all(
    shown.map(async ({ personId, name, relation }) => {
      const own = said.filter((other) => other.personId === personId)
      const decision = decisions.find((other) => other.personId === personId && other.field === field)
      const { ordered, why, held } = weigh(on.county, field, own, decision && holdingOf(on.keys, decision))
      const value = held?.value ?? ordered[0]?.value
      const lines = ordered.map((other, i) => ({
        ...{
          says: sayValue(on.county, field, other.value),
          from: saySource(on.county, other),
          pick: pickOf(on.keys, personId, field, other),
        },
        ...{ file: other.file, sheet: other.sheet, row: other.row, ...(!other.undated && { day: other.day }) },
        ...{ shown: held ? sameValue(field, value!, other.value) : i === 0, differs: !sameValue(field, value!, other.value) },
      }))
      return {
        ...{ who: `${maskName(name)} ${relation}`, why, said: lines, personId },
        ...(held && { decided: { says: sayValue(on.county, field, held.value), ...wordsOf(held) } }),
        ...(decision?.waiting && { waiting: await tellWaiting(on, field, decision) }),
        can: {
          decide: maySayWhich(on.county, one, field) && maySay(field, own, decision, lines),
          give: mayBeGiven(field),
          undo: maySayWhich(on.county, one, field) && held !== undefined && !decision?.waiting,
          answer: decision !== undefined && mayAgree(on.county, known, one, decision),
          withdraw: decision?.waiting?.by.staffId === one._id,
        },
      }
    }),
  )
}

/** There is something to decide where sources differ, or somebody decided before; not while something waits. */
const maySay = (field: StatedField, said: Source[], decision: SourceDecision | undefined, lines: { differs: boolean }[]): boolean =>
  decisionHolds(field, said) && !decision?.waiting && (!!decision?.standing || lines.some(({ differs }) => differs))

interface Words {
  by: { name: string }
  at: string
  second: { name: string } | null
  reason: string
  evidence: string
}

const wordsOf = ({ by, at, second, reason, evidence }: Words) => ({
  ...{ by: by.name, day: countyTime(at).day, reason, evidence },
  ...(second && { second: second.name }),
})

async function tellWaiting(on: On, field: StatedField, decision: SourceDecision): Promise<NonNullable<Told['waiting']>> {
  const { by, at, undo, wordsSealed } = decision.waiting!
  const deciders = await sayDeciders(on, decision)
  if (undo) return { ...wordsOf({ by, at, second: null, reason: open(on.keys, wordsSealed), evidence: '' }), undo, deciders }
  const words = readWords(on.keys, wordsSealed)
  return { says: sayValue(on.county, field, words.value), ...wordsOf({ by, at, second: null, ...words }), undo, deciders }
}
