import { sayWhen, type Day } from '../../time/dates'
import type { Finding } from '../finding'

/** What a farmer said of their money, put to whoever pays. */
export interface OpenDispute {
  _id: string
  toAgencyId: string
  dueOn?: Day
  villageCode: string
  paymentId?: string
}

/** Those whose day to be answered is over. */
export const lateDisputes = (open: readonly OpenDispute[], today: Day): Finding[] =>
  open.flatMap(({ _id, toAgencyId, dueOn, villageCode, paymentId }): Finding[] =>
    dueOn === undefined || dueOn >= today
      ? []
      : [
          {
            subject: { kind: 'request', id: _id },
            agencyId: toAgencyId,
            ...(villageCode !== '' && { townCode: villageCode.slice(0, 9), villageCode }),
            why: `农户说一笔钱没收到或者数目不对，应当在${sayWhen(dueOn)}以前答复他，已经过了。`,
            records: [{ kind: 'request', id: _id }, ...(paymentId === undefined ? [] : [{ kind: 'payment' as const, id: paymentId }])],
            facts: [_id],
          },
        ],
  )
