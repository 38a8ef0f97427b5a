import type { Day, Month } from '../time/dates'
import type { Category } from './register'

/**
 * What happens on the register 名册, as people call it. `recognised`, `restored` bring one person on it, `exited`, `died` take one off it;
 * the others change what stands of a household or who is in which. One event is about one person, or (`category`, `moved`, `head`) about
 * one household.
 */
export const registerEventNames = {
  recognised: '认定',
  restored: '恢复',
  exited: '退出',
  died: '去世',
  category: '类别变更',
  moved: '换了村',
  head: '换了户主',
  joined: '并入另一户',
  split: '分出一户',
  relation: '与户主关系变更',
} as const
export type RegisterEventKind = keyof typeof registerEventNames

/** What brings somebody on the register, and what takes somebody off it. */
export const comings = ['recognised', 'restored'] as const
export const leavings = ['exited', 'died'] as const
export const isComing = (kind: RegisterEventKind): boolean => kind === 'recognised' || kind === 'restored'
export const isLeaving = (kind: RegisterEventKind): boolean => kind === 'exited' || kind === 'died'

/** What an event does to the number of people on the register. */
export const balanceOf = (kind: RegisterEventKind): 1 | 0 | -1 => (isComing(kind) ? 1 : isLeaving(kind) ? -1 : 0)

/** What a household is on a day. */
export interface HomeThen {
  villageCode: string
  category: Category
  headId: string
}

/** What an event says, wherever it is from. */
export interface RegisterFact {
  kind: RegisterEventKind
  /** Whom it is about; of a household's, who heads it from then on. */
  personId: string
  /** The household it is about, that the person is in from then on, or was in when leaving; absent where no list has said. */
  householdId?: string
  on: Day | Month
  /** Of `category`, `moved`, `head`, `joined`, `split`, `relation`: category, village, person, household, relation. */
  from?: string
  to?: string
  /** Of whoever comes on the register or into another household: as what, and what the household is. */
  relation?: string
  home?: HomeThen
  /** Last month of a category given for a time. */
  until?: Month
  /** Of what was decided: when, and the newest list that was known then; these order it among what is of the same time. */
  decidedAt?: string
  after?: Day
  /** Follows from what lists say, and changes with them. */
  derived?: true
  /** Said once more of somebody who was so already: it stands in the history and changes nothing. */
  repeats?: true
}

/** Somebody who comes on the register: known already (`personId`), or named for the first time. */
export type Coming = { relation: string } & ({ personId: string } | { idNumber: string; name: string })

/**
 * What people decided about the register. It is written as events together with what they change of persons, households, codes and
 * helpers, all or nothing (affairs/register/decide). `on` is the day from which it holds.
 */
export type RegisterDecision = {
  on: Day
  reason: string
  evidence: string
  /** Who decided: the posts of the two people, as it is told to everybody. No names. */
  approver: string
  /** The case 办件 that it ends. */
  caseId: string
} & (
  | { kind: 'recognised'; villageCode: string; category: string; until?: Month; head: Coming; members: Coming[] }
  | { kind: 'recognised-into'; householdId: string; members: Coming[] }
  | { kind: 'restored'; personIds: string[] }
  | { kind: 'exited' | 'died'; personIds: string[] }
  | { kind: 'category'; householdId: string; category: string; until?: Month }
  | { kind: 'moved'; householdId: string; villageCode: string }
  | { kind: 'head'; householdId: string; personId: string }
  | { kind: 'joined'; personIds: string[]; householdId: string }
  | { kind: 'split'; householdId: string; personIds: string[]; headId: string }
)
