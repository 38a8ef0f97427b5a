import { normOn } from '#domain/county/parameters'
import { roleNames } from '#domain/access/staff'
import { sayerNames } from '#domain/money/said'
import { sayWhen } from '#domain/time/dates'
import { isDenial, visitWordNames } from '#domain/work/visit-words'
import { checkOften } from '#affairs/confirmations/how-often'
import { requestFrom } from '#affairs/requests/request-from'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import { findById } from '#store/db/read'
import { inTransaction } from '#store/db/transaction'
import type { Household, Person } from '#store/people/register'
import { requests, writeAsked, type AskedAnew } from '#store/work/requests'
import { visits, type Visit, type VisitWord } from '#store/work/visits'

/** A visit, and who says something of it. */
interface About {
  person: Person
  home: Household
  visit: Visit
}

/**
 * What a household says of a visit: the last word holds, the former ones are kept. 没来过 and 说得不对 become a request to the discipline
 * office; another word takes an open one back. The same word again is the one that is there, and of two at once one is kept.
 * @throws Refusal where it was said too often today.
 */
export async function sayOfVisit(on: On, about: About, { said, by }: Pick<VisitWord, 'said' | 'by'>): Promise<void> {
  const { db, moment } = on
  const { visit } = about
  const before = visit.word
  const asked = before?.requestId ? await findById(db, requests, before.requestId) : undefined
  const isOpen = asked !== undefined && asked.answeredAt === null
  if (before?.said === said && (isOpen || !isDenial(said))) return
  const former = before === null ? visit.formerWords : [...visit.formerWords, before]
  checkOften(
    on,
    '这一次走访',
    former.map(({ at }) => at),
  )
  const request = isDenial(said) ? denialOf(on, about, { said, by, n: former.length }) : undefined
  const takenBack = isOpen && { id: asked._id, end: endOf(on, by, request !== undefined) }
  const word: VisitWord = { said, by, at: moment.iso, requestId: request?._id ?? null }
  await write(on, visit, { word, formerWords: former }, { ...(request && { request }), ...(takenBack && { takenBack }) })
}

/** Whom a denial goes to: the discipline office; of its own people, whoever runs the data platform. Never the visitor's own agency. */
const overseerOf = ({ county: { duties } }: On, { agencyId }: Visit): string =>
  agencyId === duties.discipline ? duties.data : duties.discipline

function denialOf(on: On, { person, home, visit }: About, { said, by, n }: Pick<VisitWord, 'said' | 'by'> & { n: number }) {
  const { county, moment } = on
  const who = `${visit.agency}${roleNames[visit.role]}`
  return requestFrom(on, person, home, {
    _id: `visit-${visit._id}-${n}`,
    kind: 'visit',
    about: `${who}${sayWhen(visit.on)}的走访：${visitWordNames[said]}`,
    part: 'helpers',
    visitId: visit._id,
    lookId: null,
    toAgencyId: overseerOf(on, visit),
    words: `${sayerNames[by]}说：${visitWordNames[said]}。记这次走访的是${who}${visit.name}。`,
    days: normOn(county, 'visit-answer-days', moment.today),
  })
}

const endOf = ({ keys, moment }: On, by: VisitWord['by'], asksAnew: boolean): NonNullable<AskedAnew['takenBack']>['end'] => ({
  answerSealed: seal(keys, asksAnew ? '后来改了说法，按新的一件办。' : '后来说来过，这一件就此了结。'),
  ...{ answeredBy: by === 'relative' ? '家人' : '本人', answeredAt: moment.iso },
})

/** The word with the request that it becomes, all or nothing; nothing where somebody said something else meanwhile. */
const write = ({ db }: On, { _id, formerWords }: Visit, words: Pick<Visit, 'word' | 'formerWords'>, asked: AskedAnew): Promise<boolean> =>
  inTransaction(db, async (transaction) => {
    const there = await transaction.get(visits, _id)
    const isAsRead = there && there.formerWords.length === formerWords.length && (there.word === null) === (words.formerWords.length === 0)
    if (!isAsRead) return false
    await transaction.set(visits, { ...there, ...words })
    await writeAsked(transaction, asked)
    return true
  })
