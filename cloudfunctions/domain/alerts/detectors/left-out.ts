import type { Finding } from '../finding'
import type { DetectorName } from './all'
import { foldInto } from './fold'

/** A household that is on the register, and what departments' lists say is there for it. */
export interface ServedHome {
  _id: string
  townCode: string
  villageCode: string
  /** Somebody is paired with it; somebody of it has a doctor's contract. */
  paired: boolean
  doctor: boolean
  /** Of those on the register, who holds no card that works. */
  withoutCode: readonly string[]
}

/** The households of one town. */
export interface TownServed {
  homes: readonly ServedHome[]
  agencyId: string
  /** A list that has fewer of the town's households than this, in percent, is not the whole list yet: who is in it, not who is left out. */
  sharePercent: number
  /** More findings than this become one, about the town. */
  most: number
}

/** On the register, and in nobody's care 无人结对. */
export const nobodyPaired = (town: TownServed): Finding[] =>
  notInList('nobody_paired', town, ({ paired }) => paired, '名册上的这一户，结对帮扶的名单里没有，没有人和他家结对。')

/** On the register, and nobody of the household has signed with a doctor 未签约. */
export const noDoctor = (town: TownServed): Finding[] =>
  notInList('no_doctor', town, ({ doctor }) => doctor, '名册上的这一户，家庭医生签约名单里一个人也没有。')

function notInList(detector: DetectorName, town: TownServed, isIn: (home: ServedHome) => boolean, why: string): Finding[] {
  const missing = town.homes.filter((home) => !isIn(home))
  if ((town.homes.length - missing.length) * 100 < town.homes.length * town.sharePercent) return []
  return foldByTown(
    detector,
    missing.map((home) => findingOf(home, town.agencyId, why)),
    town.most,
  )
}

/** On the register, and without a card that works 有人无码: everybody has one from the day they come on it. */
export const noCode = ({ homes, agencyId, most }: TownServed): Finding[] =>
  foldByTown(
    'no_code',
    homes.flatMap((home) =>
      home.withoutCode.map((personId): Finding => ({
        ...findingOf(home, agencyId, '名册上的这个人没有能用的码。请在“码”里给他发一张。'),
        subject: { kind: 'person', id: personId },
      })),
    ),
    most,
  )

const findingOf = (
  { _id, townCode, villageCode }: Pick<ServedHome, '_id' | 'townCode' | 'villageCode'>,
  agencyId: string,
  why: string,
): Finding => ({
  ...{ subject: { kind: 'household' as const, id: _id }, agencyId, townCode, villageCode, why },
  records: [{ kind: 'household', id: _id }],
  facts: [_id],
})

/** So many of one town are one matter of the town: its list is not kept, rather than each of them forgotten. */
const foldByTown = (detector: DetectorName, findings: readonly Finding[], most: number): Finding[] =>
  findings.length > most ? [foldInto(detector, { kind: 'place', id: findings[0]!.townCode! }, findings)] : [...findings]

/** A household that is on the register, by what tells it apart from every other. */
export interface CertifiedHome {
  _id: string
  townCode: string
  villageCode: string
  certificateNo: string
}

/** Households of the register that hold one certificate 一证两户: one family counted twice. An empty number is no certificate. */
export function sameCertificate(homes: readonly CertifiedHome[], agencyId: string): Finding[] {
  const holders = new Map<string, CertifiedHome[]>()
  for (const home of homes)
    if (home.certificateNo !== '') holders.set(home.certificateNo, [...(holders.get(home.certificateNo) ?? []), home])
  return [...holders].flatMap(([certificate, group]): Finding[] => {
    if (group.length < 2) return []
    const [first] = [...group].sort((a, b) => a._id.localeCompare(b._id))
    return [
      {
        ...findingOf(first!, agencyId, `名册上有 ${group.length} 户写着同一个保障证号，可能是一户登记了几次。`),
        cause: certificate,
        records: group.map(({ _id }) => ({ kind: 'household', id: _id })),
        facts: group.map(({ _id }) => _id).sort(),
      },
    ]
  })
}
