import type { SourceAnswer } from '#contract/supervision/source'
import { statedNames } from '#domain/people/stated'
import type { DecidingAct } from '#domain/work/source-decisions'
import { cardsOf, settleNewCards, settleValue } from '#affairs/stated/settle'
import { act, type Act } from '#kernel/act'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { inTransaction } from '#store/db/transaction'
import { decisionId, writeDecision, type SourceDecision } from '#store/people/source-decisions'
import { notThere } from '../file'
import type { Looking } from '#affairs/grants/under-grant'
import { findCase, type Case, type Named } from './case'
import { mendingAgency } from './may-decide'
import { notOpened } from './source'
import { tellStated } from './tell-stated'

/** What a decision becomes. `show`: what the file shows from now on; nothing where it stays. */
interface Change extends Pick<SourceDecision, 'standing' | 'waiting'> {
  act: DecidingAct
  wordsSealed: string
  show?: { value: string; decided: boolean }
}

interface Deciding extends Pick<Act<Case, Change>, 'action' | 'become'> {
  may(found: Case, one: Staff): boolean | Promise<boolean>
  whoMay(found: Case, one: Staff): Refusal | Promise<Refusal>
}

/** One step of a decision, and what is said of the field as it then stands: all in one, and of two at once one. */
export async function change(on: On, looking: Looking, named: Named, deciding: Deciding): Promise<SourceAnswer> {
  const found = await act<Case, Change>(on, {
    action: deciding.action,
    find: () => findCase(on, looking, named),
    look: (found) => ({
      ...looking.about,
      ...(found && { householdId: found.home._id, personId: found.personId }),
      about: { kind: 'source-decision', id: decisionId(named.personId, named.of) },
    }),
    may: (found, one) => found.opens && deciding.may(found, one),
    whoMay: (found, one) => (found.opens ? deciding.whoMay(found, one) : notOpened()),
    become: (found, one) => deciding.become(found, one),
    change: async (found, to) => ((await write(on, found, to, looking.one)) ? found : undefined),
    gone: notThere,
    late: () => refusals.notFound('这一项刚刚有同事办过。您写的还没有记下，请重新看一遍，再定。'),
  })
  const family = found.personId !== found.home.headId || looking.grant.parts.includes('members')
  return { label: statedNames[named.of], people: await tellStated(on, looking.one, found.home, named.of, family) }
}

async function write(on: On, { home, personId, field, decision }: Case, to: Change, { _id: staffId, name }: Staff): Promise<boolean> {
  const { act: by, wordsSealed, show, standing, waiting } = to
  const of = { personId, householdId: home._id, codeIds: show && field === 'home' ? await cardsOf(on, home._id) : [] }
  const base = decision ?? { _id: decisionId(personId, field), personId, field, agencyId: mendingAgency(on.county, field)!, turn: 0 }
  const written = await inTransaction(on.db, async (transaction) => {
    const event = { at: on.moment.iso, act: by, by: { staffId, name }, wordsSealed }
    if (!(await writeDecision(transaction, { ...base, standing, waiting }, event))) return false
    if (show) await settleValue(on, transaction, field, of, show.value, show.decided)
    return true
  })
  if (written && show && field === 'home') await settleNewCards(on, home._id)
  return written
}
