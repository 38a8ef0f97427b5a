import { lateDisputes } from '#domain/alerts/detectors/late-disputes'
import { aggregate, findEach } from '#store/db/read'
import { requests } from '#store/work/requests'
import type { Watch } from './watch'

/** What farmers said of their money and nobody has answered in time. A scope is the agency that is to answer. */
export const disputeWatch: Watch = {
  detectors: ['dispute_unanswered'],
  async scopes({ db, moment: { today } }) {
    const late = await aggregate<{ _id: string }>(db, requests, [
      { $match: { answeredAt: null, dueOn: { $lt: today }, kind: 'money' } },
      { $group: { _id: '$toAgencyId' } },
    ])
    return late.map(({ _id }) => _id)
  },
  look: async ({ db, moment: { today } }, toAgencyId) => ({
    dispute_unanswered: lateDisputes(
      await findEach(db, requests, { toAgencyId, answeredAt: null, dueOn: { $lt: today }, kind: 'money' }, [
        'toAgencyId',
        'dueOn',
        'villageCode',
        'paymentId',
      ]),
      today,
    ),
  }),
}
