import { lateDisputes, type OpenDispute } from '#domain/alerts/detectors/late-disputes'
import type { AtWork } from '#kernel/jobs/kind'
import { aggregate, findEach } from '#store/db/read'
import { requests } from '#store/work/requests'
import type { Watch } from './watch'

const kinds: OpenDispute['kind'][] = ['money', 'need', 'visit']
const lateOn = ({ moment: { today } }: AtWork) => ({ answeredAt: null, dueOn: { $lt: today }, kind: { $in: kinds } })
const fields = ['kind', 'toAgencyId', 'dueOn', 'villageCode', 'paymentId', 'visitId']

/** What farmers said of money, of a visit, or that they need, and nobody has answered in time. A scope is the agency that is to answer. */
export const disputeWatch: Watch = {
  detectors: ['dispute_unanswered', 'need_unanswered', 'denial_unanswered'],
  async scopes(on) {
    const late = await aggregate<{ _id: string }>(on.db, requests, [{ $match: lateOn(on) }, { $group: { _id: '$toAgencyId' } }])
    return late.map(({ _id }) => _id)
  },
  async look(on, toAgencyId) {
    const open = (await findEach(on.db, requests, { toAgencyId, ...lateOn(on) }, fields)) as OpenDispute[]
    const late = (kind: OpenDispute['kind']) =>
      lateDisputes(
        open.filter((one) => one.kind === kind),
        on.moment.today,
      )
    return { dispute_unanswered: late('money'), need_unanswered: late('need'), denial_unanswered: late('visit') }
  },
}
