import type { OwnVisit } from '#contract/household/own-visits'
import { roleNames } from '#domain/access/staff'
import { fieldsFor } from '#domain/work/visits'
import { sayVisitValue } from '#domain/work/visit-words'
import { countyTime } from '#kernel/call/clock'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import { findIn } from '#store/db/read'
import { requests, type FarmerRequest } from '#store/work/requests'
import { lastVisitsOf, type Visit } from '#store/work/visits'
import { contentOf } from './known'

/** So many of a household's visits are shown, the newest. */
const shownVisits = 60

/** Who reads: what a doctor wrote is for the household's own, not for relatives. */
type Relation = 'self' | 'relative'

/** 谁来看过我们: a household's visits as it reads them itself, the newest first. */
export const ownVisitsOf = async (on: On, householdId: string, relation: Relation): Promise<OwnVisit[]> =>
  presentVisits(on, await lastVisitsOf(on.db, householdId, shownVisits), relation)

/** These visits, each with the needs that it heard and how far they are, and what was said of it. */
export async function presentVisits(on: On, made: readonly Visit[], relation: Relation): Promise<OwnVisit[]> {
  const ids = made.map(({ _id }) => _id)
  const asked = await findIn(on.db, requests, 'visitId', ids)
  return made.map((visit) =>
    presentVisit(
      on,
      visit,
      asked.filter(({ visitId }) => visitId === visit._id),
      relation,
    ),
  )
}

function presentVisit(on: On, visit: Visit, asked: readonly FarmerRequest[], relation: Relation): OwnVisit {
  const { county, keys } = on
  const { word } = visit
  const denial = word && asked.find(({ _id }) => _id === word.requestId)
  const { talked, changes, met } = contentOf(keys, visit)
  const fields = fieldsFor(county.visits, visit.role)
  const isTold = relation === 'self' || visit.role !== 'doctor'
  return {
    ...{ id: visit._id, on: visit.on, unit: visit.agency, role: roleNames[visit.role], who: visit.name, unchanged: visit.unchanged },
    ...(isTold && {
      met,
      ...(talked !== '' && { talked }),
      wrote: changes.flatMap(({ field, value }) => {
        const rule = fields.find(({ id }) => id === field)
        return rule ? `${rule.label}：${sayVisitValue(rule, value)}` : []
      }),
    }),
    needs: asked
      .filter(({ kind }) => kind === 'need')
      .map((one) => ({
        topic: one.about,
        ...(isTold && { words: open(keys, one.wordsSealed) }),
        ...answerOf(on, one),
        ...(one.met !== undefined && { met: one.met }),
      })),
    ...(word && { told: { said: word.said, by: word.by, on: countyTime(word.at).day } }),
    ...(denial && { asked: answerOf(on, denial) }),
  }
}

const answerOf = ({ keys }: On, { to, dueOn, answerSealed, answeredAt }: FarmerRequest): NonNullable<OwnVisit['asked']> => ({
  to,
  ...(dueOn && { dueOn }),
  ...(answerSealed && { answer: open(keys, answerSealed) }),
  ...(answeredAt && { answeredOn: countyTime(answeredAt).day }),
})
