import type { SentVisit } from '#contract/field/actions'
import { normOn } from '#domain/county/parameters'
import { isWorkerRole } from '#domain/access/staff'
import { countyDay, daysAfter, sayDay, type Day } from '#domain/time/dates'
import { faultOfVisit, type VisitContent } from '#domain/work/visits'
import { mayRead } from '#kernel/access/authorize'
import { act } from '#kernel/act'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { seal } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { findById } from '#store/db/read'
import { inTransaction } from '#store/db/transaction'
import { households, type Household } from '#store/people/register'
import { requests } from '#store/work/requests'
import { findVisit, takings, visits, visitVersions, type Visit } from '#store/work/visits'
import { contentOf } from './known'
import { needsOf } from './needs'

const dayMs = 86_400_000

/**
 * Keeps a visit: once however often it is sent; with other content, as its next version. It is taken as of its own time. Gives it as it
 * then stands. @throws Refusal that says what to mend; the phone keeps what was written.
 */
export async function keepVisit(on: On, sent: SentVisit): Promise<Visit> {
  const former = await findVisit(on.db, sent.id)
  const { staff: me, account } = await on.caller()
  if (former && former.staffId === me!._id && isSame(on, former, sent)) return former
  await act<Household, Visit>(on, {
    action: 'field.visit',
    find: () => findById(on.db, households, sent.householdId),
    look: (home) => ({
      ...{ about: { kind: 'visit', id: sent.id }, purpose: sent.purpose, consent: sent.consent },
      ...(home && { householdId: home._id }),
    }),
    may: async (home, one) =>
      (former === undefined || isTheirOwn(former, sent, one)) && ((await isTheirs(on, home)) || (await wasTaken(on, sent, one))),
    become: (home, one) => {
      const fault = faultOfVisit(on.county.visits, contentFrom(sent))
      if (fault !== undefined) throw refusals.badInput(fault)
      if (!on.county.purposes.some(({ id, roles }) => id === sent.purpose && roles.includes(one.role as never)))
        throw refusals.badInput('请选为什么来这一户，再传。')
      return visitFrom(on, sent, { home, one, accountId: account!._id, former, day: dayOf(on, sent) })
    },
    change: async (home, visit) => ((await write(on, home, visit, former)) ? home : undefined),
    gone: () => refusals.notFound('这一户现在不归您走访，或者已经不在名册上。写的都还在手机里，请找村里的网格员或镇里转交。'),
    late: () => refusals.badInput('这一条刚刚从别处改过。请刷新后再传，写的都还在。'),
  })
  return (await findVisit(on.db, sent.id))!
}

const contentFrom = ({ met, unchanged, changes, talked, heard, photos }: SentVisit): VisitContent => ({
  met,
  unchanged,
  changes,
  talked,
  heard,
  photos,
})

const isSame = ({ keys }: On, former: Visit, sent: SentVisit): boolean =>
  JSON.stringify(contentOf(keys, former)) === JSON.stringify(contentFrom(sent)) && former.householdId === sent.householdId

const isTheirOwn = (former: Visit, sent: SentVisit, one: Staff): boolean =>
  former.staffId === one._id && former.householdId === sent.householdId

/** One of the caller's households, now. */
async function isTheirs(on: On, home: Household): Promise<boolean> {
  const look = mayRead(await on.caller(), { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  return look !== undefined && isWorkerRole(look.relation as never)
}

/** It was theirs while the visit was made, as what they took along shows. */
async function wasTaken({ db }: On, { takingId, householdId }: SentVisit, one: Staff): Promise<boolean> {
  const taking = takingId === undefined ? undefined : await findById(db, takings, takingId)
  return taking !== undefined && taking.staffId === one._id && taking.householdIds.includes(householdId)
}

/** The day of the visit; moved by as much as the phone's clock is wrong, where that is more than half a day. @throws Refusal */
function dayOf({ moment, county }: On, { on: said, phoneAt, sentAt }: SentVisit): Day {
  const wrong = Date.parse(moment.iso) - Date.parse(sentAt)
  const day = Math.abs(wrong) > dayMs / 2 ? countyDay(Date.parse(phoneAt) + wrong) : said
  const most = normOn(county, 'visit-late-days', moment.today)
  if (day > moment.today) throw refusals.badInput('走访的日子还没到。请打开这一条，改对日子再传。')
  if (day < daysAfter(moment.today, -most))
    throw refusals.badInput(`${sayDay(day, moment.today)}的走访过了 ${most} 天，不能再补传。请告诉镇里，由他们记。`)
  return day
}

interface Made {
  home: Household
  one: Staff
  accountId: string
  former: Visit | undefined
  day: Day
}

const visitFrom = ({ keys, moment }: On, sent: SentVisit, { home, one, accountId, former, day }: Made): Visit => ({
  ...{ _id: sent.id, householdId: home._id, townCode: home.townCode, villageCode: home.villageCode },
  ...{ staffId: one._id, accountId: former?.accountId ?? accountId, seq: former?.seq ?? sent.seq },
  ...{ name: one.name, role: one.role as Visit['role'], agencyId: one.agencyId, agency: one.agency, workerId: one.workerId },
  ...{ purpose: sent.purpose, consent: sent.consent, on: day, phoneAt: sent.phoneAt, at: former?.at ?? moment.iso, seconds: sent.seconds },
  ...{ takingId: sent.takingId ?? null, unchanged: sent.unchanged, changed: sent.changes.length > 0, needs: sent.heard.length },
  ...{ photos: sent.photos, contentSealed: seal(keys, JSON.stringify(contentFrom(sent))), version: (former?.version ?? 0) + 1 },
  ...{ word: former?.word ?? null, formerWords: former?.formerWords ?? [] },
})

/** The visit with the needs it heard, all or nothing. False where another version came meanwhile. */
const write = (on: On, home: Household, visit: Visit, former: Visit | undefined): Promise<boolean> =>
  inTransaction(on.db, async (transaction) => {
    const there = await transaction.get(visits, visit._id)
    if (there?.version !== former?.version) return false
    if (there)
      await transaction.add(visitVersions, {
        _id: `${there._id}/${there.version}`,
        visitId: there._id,
        contentSealed: there.contentSealed,
        at: there.at,
      })
    await transaction.set(visits, { ...visit, ...(there && { word: there.word, formerWords: there.formerWords }) })
    for (const request of needsOf(on, home, visit, there && contentOf(on.keys, there))) await transaction.add(requests, request)
    return true
  })
