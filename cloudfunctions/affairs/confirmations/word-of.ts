import { normOn } from '#domain/county/parameters'
import { claimKey } from '#domain/money/claims'
import type { Fen } from '#domain/money/money'
import { isDispute, sayerNames, saySaidOf, type Said, type Sayer } from '#domain/money/said'
import { requestFrom } from '#affairs/requests/request-from'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import { findById } from '#store/db/read'
import type { Confirmation, NewWord } from '#store/money/confirmations'
import type { Payment } from '#store/money/money'
import type { Household, Person } from '#store/people/register'
import { requests } from '#store/work/requests'

/** Who says what of their money, themselves, through a relative, or to whoever asks them. */
interface Words {
  said: Said
  cameFen: Fen | null
  by: Sayer
}
/** Whose word it is of which plan row, and what was said of the row before. */
interface About {
  person: Person
  home: Household
  row: Payment
  former: Confirmation | undefined
}

/**
 * A word as it is to be kept: with the request that a dispute becomes, to whoever pays, and the end of the open one that it takes back.
 * Nothing where the same word holds: it is the one that is there.
 */
export async function wordOf(on: On, { person, home, row, former }: About, word: Words): Promise<NewWord | undefined> {
  const { db, county, moment, keys } = on
  const asked = former?.requestId ? await findById(db, requests, former.requestId) : undefined
  const isOpen = asked !== undefined && asked.answeredAt === null
  if (former?.said === word.said && former.cameFen === word.cameFen && (isOpen || !isDispute(word.said))) return undefined
  const programme = county.programmes.find(({ id }) => id === row.programme)
  const words = saySaidOf(word.said, word.cameFen)
  const n = (former?.n ?? -1) + 1
  const request = isDispute(word.said)
    ? requestFrom(on, person, home, {
        _id: `money-${row._id}-${n}`,
        kind: 'money',
        about: `${programme?.name ?? row.programme} ${row.period}：${words}`,
        part: 'money',
        paymentId: row._id,
        lookId: null,
        toAgencyId: programme?.agency ?? county.sources.money,
        words: `${sayerNames[word.by]}说：${words}。`,
        days: normOn(county, 'money-answer-days', moment.today),
      })
    : undefined
  const kept: Confirmation = {
    ...{ _id: `${row._id}-${n}`, n, paymentId: row._id, ...word },
    claim: claimKey(new Map(county.programmes.map((one) => [one.id, one])), row),
    ...{ personId: row.personId, householdId: row.householdId, programme: row.programme, month: row.month },
    ...{ requestId: request?._id ?? null, at: moment.iso },
  }
  const end = {
    answerSealed: seal(keys, request ? '后来改了说法，按新的一件办。' : '后来说收到了，这一件就此了结。'),
    ...{ answeredBy: word.by === 'relative' ? '家人' : '本人', answeredAt: moment.iso },
  }
  return { word: kept, ...(request && { request }), ...(isOpen && { takenBack: { id: asked._id, end } }) }
}
