import { roleNames, type WorkerRole } from '../../access/staff'
import { sayWhen, type Day } from '../../time/dates'
import { visitWordNames, type VisitWordSaid } from '../../work/visit-words'
import type { Due } from '../../work/visit-due'
import type { Finding } from '../finding'
import type { DetectorName } from './all'
import { foldInto } from './fold'

/** A cadre or doctor whom the lists name for a household, and the agency that answers for them. */
export interface Helper {
  workerId: string
  role: 'cadre' | 'doctor'
  agencyId: string
}

/** A household as far as it says who should have been there. */
export interface AwaitedHome {
  _id: string
  townCode: string
  villageCode: string
  helpers: readonly Helper[]
  /** The soonest visit that is due, by who makes it. */
  due: Partial<Record<WorkerRole, Due>>
  /** When its cadre was last there, by visits and lists; and since when it is to be visited. */
  cadreLastOn?: Day | undefined
  since?: Day | undefined
}

/** The households of one town. */
export interface TownAwaited {
  homes: readonly AwaitedHome[]
  townAgencyId: string
  /** Who of the town writes visits down here: of others nobody can tell whom they have been to. */
  inUse: ReadonlySet<WorkerRole>
  /** Ids of the pack's rules of 探访关爱. */
  careRules: ReadonlySet<string>
  /** A pairing without a visit since before this day exists on paper only. */
  yearAgo: Day
  /** More workers than this become one finding, about the town. */
  most: number
}

/** A visit that is due by the pack and was not made 走访过期: one finding for each worker, of grid workers for each village. */
export const visitOverdue = (town: TownAwaited): Finding[] =>
  perWorker('visit_overdue', town, (home, role) => {
    const due = home.due[role]
    const isOther = !due || town.careRules.has(due.rule) || (role === 'cadre' && isOnPaper(home, town))
    return isOther || !due.late ? undefined : { facts: [home._id, due.on], first: due.on, what: due.why }
  })

/** Nobody has been there for a year: whoever is paired with it is so on paper only 结对只在纸上. */
export const pairedOnPaper = (town: TownAwaited): Finding[] =>
  perWorker('paired_on_paper', town, (home, role) =>
    role === 'cadre' && isOnPaper(home, town)
      ? { facts: [home._id], first: home.cadreLastOn ?? home.since!, what: '一年里没有走访过' }
      : undefined,
  )

const isOnPaper = ({ cadreLastOn, since }: AwaitedHome, { yearAgo }: TownAwaited): boolean => {
  const from = cadreLastOn ?? since
  return from !== undefined && from < yearAgo
}

/** Somebody on the care list whom nobody has been to in time 探访关爱没去: each by itself, on the day after. */
export const careMissed = ({ homes, careRules, townAgencyId }: TownAwaited): Finding[] =>
  homes.flatMap(({ _id, townCode, villageCode, due }): Finding[] => {
    const next = due['grid-worker']
    if (!next?.late || !careRules.has(next.rule)) return []
    return [
      {
        subject: { kind: 'household', id: _id },
        cause: next.rule,
        agencyId: townAgencyId,
        ...{ townCode, villageCode },
        why: `探访关爱名单上的一户（${next.why}），应当在${sayWhen(next.on)}以前有人去看，没有走访记录。请村里今天就去看一看。`,
        records: [{ kind: 'household', id: _id }],
        facts: [_id, next.on],
      },
    ]
  })

interface Missed {
  facts: string[]
  first: Day
  what: string
}

/** What each worker has missed as one finding, the households as its records; where very many have, it is one matter of the town. */
function perWorker(detector: DetectorName, town: TownAwaited, missedOf: (home: AwaitedHome, role: WorkerRole) => Missed | undefined) {
  const groups = new Map<
    string,
    { whose: Pick<Finding, 'subject' | 'agencyId'>; role: WorkerRole; all: (Missed & { home: AwaitedHome })[] }
  >()
  for (const home of town.homes)
    for (const { role, ...whose } of whoGoes(home, town)) {
      const missed = town.inUse.has(role) ? missedOf(home, role) : undefined
      if (!missed) continue
      const key = `${whose.subject.id}/${role}`
      const group = groups.get(key) ?? { whose, role, all: [] }
      groups.set(key, { ...group, all: [...group.all, { ...missed, home }] })
    }
  const findings = [...groups.values()].map(({ whose, role, all }): Finding => {
    const oldest = all.reduce((a, b) => (a.first <= b.first ? a : b))
    return {
      ...{ ...whose, cause: role, townCode: oldest.home.townCode },
      ...(new Set(all.map(({ home }) => home.villageCode)).size === 1 && { villageCode: oldest.home.villageCode }),
      why: `${roleNames[role]}有 ${all.length} 户该去没有去：${oldest.what}，最早的一户从${sayWhen(oldest.first)}起就该去了。没有别的原因的，请尽快安排去。`,
      records: all.map(({ home }) => ({ kind: 'household', id: home._id })),
      facts: all.flatMap(({ facts }) => facts.join(' ')).sort(),
    }
  })
  return findings.length > town.most ? [foldInto(detector, { kind: 'place', id: findings[0]!.townCode! }, findings, 'town')] : findings
}

const whoGoes = ({ helpers, villageCode }: AwaitedHome, { townAgencyId }: TownAwaited) => [
  ...helpers.map(({ workerId, role, agencyId }) => ({ role, agencyId, subject: { kind: 'worker' as const, id: workerId } })),
  { role: 'grid-worker' as const, agencyId: townAgencyId, subject: { kind: 'place' as const, id: villageCode } },
]

/** How many households a cadre has, and where they stand with the county. */
export interface CadreLoad extends Helper {
  householdIds: readonly string[]
  /** Their account is closed, and nobody else has it. */
  left: boolean
}

/** One cadre with more households than a person can go to 一人结对太多. */
export const tooManyHouseholds = (cadres: readonly CadreLoad[], most: number): Finding[] =>
  cadres.flatMap((one) =>
    one.role !== 'cadre' || one.householdIds.length <= most
      ? []
      : [ofCadre(one, `一名帮扶干部结对 ${one.householdIds.length} 户，超过县里定的 ${most} 户，走不过来。请分一些给别人。`)],
  )

/** Whoever was paired has left, and nobody took over 离岗没有交接. */
export const noSuccessor = (cadres: readonly CadreLoad[]): Finding[] =>
  cadres.flatMap((one) =>
    one.left && one.householdIds.length > 0
      ? [ofCadre(one, `${roleNames[one.role]}已经离岗，名下的 ${one.householdIds.length} 户还没有换人。请定下接手的人，报新的名单。`)]
      : [],
  )

const ofCadre = ({ workerId, agencyId, householdIds }: CadreLoad, why: string): Finding => ({
  ...{ subject: { kind: 'worker', id: workerId }, agencyId, why },
  records: householdIds.map((id) => ({ kind: 'household', id })),
  facts: [...householdIds].sort(),
})

/** A visit that its household denies, while nobody has answered it. */
export interface DeniedVisit {
  _id: string
  householdId: string
  townCode: string
  villageCode: string
  on: Day
  role: WorkerRole
  said: VisitWordSaid
  /** The request that it became, and to whom: never the visitor's own agency. */
  requestId: string
  toAgencyId: string
}

/** 农户说没来过, 说得不对: for whoever the request went to. */
export const visitDenied = (denied: readonly DeniedVisit[]): Finding[] =>
  denied.map(({ _id, townCode, villageCode, on, role, said, requestId, toAgencyId }) => ({
    subject: { kind: 'visit', id: _id },
    agencyId: toAgencyId,
    ...{ townCode, villageCode },
    why: `${roleNames[role]}记了${sayWhen(on)}的走访，这一户说“${visitWordNames[said]}”。请查一查，再答复他。`,
    records: [
      { kind: 'visit', id: _id },
      { kind: 'request', id: requestId },
    ],
    facts: [_id, said],
  }))
