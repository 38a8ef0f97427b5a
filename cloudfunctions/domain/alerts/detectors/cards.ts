import type { Finding } from '../finding'

/** Of a village, how many cards were printed longer ago than they may lie about. */
export interface LyingCards {
  villageCode: string
  townCode: string
  late: number
}

/** Printed and in nobody's hand: one finding a village. `agencyId`: who hands the cards out there. */
export const cardsNotHandedOver = (villages: readonly LyingCards[], agencyId: string, days: number): Finding[] =>
  villages
    .filter(({ late }) => late > 0)
    .map(({ villageCode, townCode, late }) => ({
      ...{ subject: { kind: 'place', id: villageCode }, agencyId, townCode, villageCode },
      why: `这个村有 ${late} 张卡印好超过 ${days} 天，还没有记下发到谁手里。`,
      records: [{ kind: 'place', id: villageCode }],
      facts: [`${late}`],
    }))
