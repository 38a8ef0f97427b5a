import { lateDisputes } from '#domain/alerts/detectors/late-disputes'
import { findEach } from '#store/db/read'
import { requests } from '#store/work/requests'
import type { Watch } from './watch'

/** What farmers said of their money and nobody has answered in time. A scope is the agency that is to answer. */
export const disputeWatch: Watch = {
  detectors: ['dispute_unanswered'],
  scopes: ({ county }) => Promise.resolve(county.agencies.map(({ id }) => id)),
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
