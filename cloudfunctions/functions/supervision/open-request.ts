import type { supervision } from '#contract/supervision/actions'
import { normOn } from '#domain/county/parameters'
import { partsFor, requestKindNames } from '#domain/work/requests'
import { act } from '#kernel/act'
import { abilityUnder, mayRead } from '#kernel/access/authorize'
import { hoursAfter } from '#kernel/call/clock'
import { refusals } from '#kernel/call/errors'
import { checkPledged } from '#affairs/pledges/pledge'
import type { Action, On } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { households } from '#store/people/register'
import type { Staff } from '#store/access/staff'
import { findRequest, markOpened, type FarmerRequest } from '#store/work/requests'
import { loadFile } from '#affairs/file/load'
import { presentFile } from '#affairs/file/present-file'
import { isOwn, presentRow, whose } from './requests'

const hoursOf = ({ county, moment }: On): number => normOn(county, 'request-open-hours', moment.today)

const whatFor = ({ kind, about }: FarmerRequest): string => `为答复这件${requestKindNames[kind]}：${about}`

/** Nobody has opened it yet, or this one did and the time is not over. */
const isOpenTo = (on: On, one: Staff, { answeredAt, opened }: FarmerRequest): boolean =>
  answeredAt === null && (!opened || (opened.staffId === one._id && opened.at > hoursAfter(on.moment, -hoursOf(on))))

const openedBy = (who = '别人') => refusals.badInput(`这一件已由${who}打开看过这一户，一件只看一次。还要看，请到“授权”里申请。`)

/** The household that a request is about, by the request's own leave: one look, told to the farmer as what it was for. */
export const openRequest: Action<typeof supervision.openRequest> = async ({ id }, on) => {
  const caller = await on.caller()
  await checkPledged(on, caller.staff!.agencyId)
  const opened = await act(on, {
    action: 'supervision.openRequest',
    find: () => findRequest(on.db, id),
    look: (request, one) => ({
      about: { kind: 'request', id },
      ...(isOwn(one, request) && {
        ...whose(request),
        reason: whatFor(request),
        ...(isOpenTo(on, one, request) && { parts: partsFor(request) }),
      }),
    }),
    may: (request, one) => isOwn(one, request) && isOpenTo(on, one, request),
    // Whoever opened it goes on reading within that time.
    become: ({ opened }, one) => opened ?? { staffId: one._id, name: one.name, at: on.moment.iso },
    change: async (request, by) => (request.opened ? request : markOpened(on.db, request, by)),
    whoMay: (request, one) => (isOwn(one, request) && request.answeredAt === null ? openedBy(request.opened?.name) : undefined),
    late: () => openedBy(),
    gone: () => refusals.notFound('这一件已经答复了，或者不归本单位办。请刷新再看；没有答复的，由收到这一件的单位的人来看。'),
  })
  const parts = partsFor(opened)
  const home = await findById(on.db, households, opened.householdId)
  const reading = { ...caller, ability: abilityUnder({ parts, fields: [], area: '', householdId: opened.householdId }) }
  const look = home && mayRead(reading, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  const loaded = look && (await loadFile(on, reading, home._id, look.parts))
  if (!loaded) throw refusals.notFound('这一户已经不在名册上了。请按农户写的话核实。')
  return {
    request: presentRow(on, opened),
    file: presentFile(on, loaded, look),
    until: hoursAfter({ ...on.moment, iso: opened.opened!.at }, hoursOf(on)),
  }
}
