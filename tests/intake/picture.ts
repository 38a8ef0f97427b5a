import { open } from '#kernel/seal/seal'
import { findEach } from '#store/db/read'
import { doctorContracts, pairings } from '#store/people/helpers'
import { awards } from '#store/money/awards'
import { dividends, payments, receipts } from '#store/money/money'
import { medicalBills } from '#store/people/medical'
import { codes, events, households, persons } from '#store/people/register'
import { statements } from '#store/people/statements'
import { vitalEvents } from '#store/people/vital'
import { projects } from '#store/work/projects'
import type { Cloud } from '../harness/cloud'

/**
 * Everything a household's view is made of, with people's numbers in place of random ids and without the times of import:
 * two clouds that were told the same have the same picture, in whatever order they were told.
 */
export async function pictureOf({ db, keys }: Cloud) {
  const [people, homes, happened, cards, plan, answers, shares, listed, cadres, doctors, happenings, bills, works, stated] =
    await Promise.all([
      findEach(db, persons, {}),
      findEach(db, households, {}),
      findEach(db, events, {}),
      findEach(db, codes, {}),
      findEach(db, payments, {}),
      findEach(db, receipts, {}),
      findEach(db, dividends, {}),
      findEach(db, awards, {}),
      findEach(db, pairings, {}),
      findEach(db, doctorContracts, {}),
      findEach(db, vitalEvents, {}),
      findEach(db, medicalBills, {}),
      findEach(db, projects, {}),
      findEach(db, statements, {}),
    ])
  const numberOf = new Map(people.map(({ _id, idSealed }) => [_id, open(keys, idSealed)]))
  const headOf = new Map(homes.map(({ _id, headId }) => [_id, numberOf.get(headId)]))
  const dueOf = new Map(plan.map((due) => [due._id, due]))
  const home = (id: string | null) => (id === null ? null : (headOf.get(id) ?? 'a household that is not there'))
  const who = (id: string) => numberOf.get(id) ?? 'a person who is not there'
  const opened = (sealed: string | null) => sealed && open(keys, sealed)
  const sorted = (lines: unknown[][]) => lines.map((line) => JSON.stringify(line)).sort()
  const helpers = new Map([...cadres, ...doctors].map(({ workerId, name }) => [workerId, name]))
  const named = (ids: string[]) => ids.map((id) => `${helpers.get(id) ?? 'a helper who is not there'} ${id.length}`).sort()
  return {
    people: sorted(
      people.map(({ _id, name, sex, birth, householdId, relation, onRegister }) => [
        who(_id),
        name,
        sex,
        birth,
        home(householdId),
        relation,
        onRegister,
      ]),
    ),
    households: sorted(
      homes.map(
        ({
          headId,
          headName,
          townCode,
          villageCode,
          category,
          certificateNo,
          monthlyFen,
          startMonth,
          helpers: ids,
          members,
          headLeft,
          onRegister,
        }) => [
          who(headId),
          headName,
          townCode,
          villageCode,
          category,
          certificateNo,
          monthlyFen,
          startMonth,
          named(ids),
          members.map(({ personId, name, relation, left }) => [who(personId), name, relation, left]),
          headLeft,
          onRegister,
        ],
      ),
    ),
    events: sorted(happened.map(({ personId, kind, on, reason }) => [who(personId), kind, on, reason])),
    codes: sorted(
      cards.map(({ personId, householdId, villageCode, helpers: ids, status }) => [
        who(personId),
        home(householdId),
        villageCode,
        named(ids),
        status,
      ]),
    ),
    payments: sorted(
      plan.map(({ personId, householdId, forWhom, programme, month, period, dueFen, accountName, cardSealed }) => [
        who(personId),
        home(householdId),
        forWhom,
        programme,
        month,
        period,
        dueFen,
        accountName,
        opened(cardSealed),
      ]),
    ),
    receipts: sorted(
      answers.map(({ paymentId, householdId, month, amountFen, state, code, postedOn }) => {
        const due = paymentId === null ? undefined : dueOf.get(paymentId)
        return [
          due ? [who(due.personId), due.programme, due.period, due.dueFen] : paymentId,
          home(householdId),
          month,
          amountFen,
          state,
          code,
          postedOn,
        ]
      }),
    ),
    dividends: sorted(
      shares.map(({ personId, householdId, scheme, year, principalFen, dividendFen }) => [
        who(personId),
        home(householdId),
        scheme,
        year,
        principalFen,
        dividendFen,
      ]),
    ),
    awards: sorted(
      listed.map(({ personId, householdId, kind, programme, called, forWhom, period, amountFen, factsSealed, agency, day, ...at }) => [
        ...[who(personId), home(householdId), kind, programme, called, forWhom, period, amountFen, opened(factsSealed), agency, day],
        ...[at.fileName, at.sheet, at.row],
      ]),
    ),
    pairings: sorted(
      cadres.map(({ personId, householdId, name, unit, post, phoneSealed, measures, lastVisit }) => [
        who(personId),
        home(householdId),
        name,
        unit,
        post,
        opened(phoneSealed),
        measures,
        lastVisit,
      ]),
    ),
    doctors: sorted(
      doctors.map(({ personId, householdId, name, clinic, signedOn, groupSealed, visitsThisYear }) => [
        who(personId),
        home(householdId),
        name,
        clinic,
        signedOn,
        opened(groupSealed),
        visitsThisYear,
      ]),
    ),
    happenings: sorted(
      happenings.map(({ personId, householdId, kind, on, registeredOn, placeSealed, agency, row }) => [
        who(personId),
        home(householdId),
        ...[kind, on, registeredOn, opened(placeSealed), agency, row],
      ]),
    ),
    bills: sorted(
      bills.map(({ personId, householdId, from, to, totalFen, selfPaidFen, agency, saidOn, row }) => [
        who(personId),
        home(householdId),
        ...[from, to, totalFen, selfPaidFen, agency, saidOn, row],
      ]),
    ),
    stated: sorted(
      stated.map(({ personId, kind, agency, saidSealed, sheet, row, saidOn, undated }) => [
        ...[who(personId), kind, agency, opened(saidSealed), sheet, row, undated ?? saidOn],
      ]),
    ),
    projects: sorted(
      works.map(({ number, name, totalFen, money, progress, inspections, asOf }) => [
        number,
        name,
        totalFen,
        money,
        progress,
        inspections,
        asOf,
      ]),
    ),
  }
}
