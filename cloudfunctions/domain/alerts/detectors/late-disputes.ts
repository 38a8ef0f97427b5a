import { sayWhen, type Day } from '../../time/dates'
import type { Finding } from '../finding'

/** What a farmer waits for an answer to: a word about money or a visit, or a need that a visitor heard. */
export interface OpenDispute {
  _id: string
  kind: 'money' | 'need' | 'visit'
  toAgencyId: string
  dueOn?: Day
  villageCode: string
  paymentId?: string
  visitId?: string
}

const said: Record<OpenDispute['kind'], string> = {
  money: '农户说一笔钱没收到或者数目不对',
  need: '走访时农户说了一件需求',
  visit: '农户说一次走访没来过或者说得不对',
}

/** Those whose day to be answered is over. */
export const lateDisputes = (open: readonly OpenDispute[], today: Day): Finding[] =>
  open.flatMap(({ _id, kind, toAgencyId, dueOn, villageCode, paymentId, visitId }): Finding[] =>
    dueOn === undefined || dueOn >= today
      ? []
      : [
          {
            subject: { kind: 'request', id: _id },
            agencyId: toAgencyId,
            ...(villageCode !== '' && { townCode: villageCode.slice(0, 9), villageCode }),
            why: `${said[kind]}，应当在${sayWhen(dueOn)}以前答复他，已经过了。`,
            records: [
              { kind: 'request', id: _id },
              ...(paymentId === undefined ? [] : [{ kind: 'payment' as const, id: paymentId }]),
              ...(visitId === undefined ? [] : [{ kind: 'visit' as const, id: visitId }]),
            ],
            facts: [_id],
          },
        ],
  )
