import type { Day, Month } from '../time/dates'

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
} as const
export type RegisterEventKind = keyof typeof registerEventNames

/** What brings somebody on the register, and what takes somebody off it. */
export const comings = ['recognised', 'restored'] as const
export const leavings = ['exited', 'died'] as const
export const isComing = (kind: RegisterEventKind): boolean => kind === 'recognised' || kind === 'restored'
export const isLeaving = (kind: RegisterEventKind): boolean => kind === 'exited' || kind === 'died'

/** What an event does to the number of people on the register. */
export const balanceOf = (kind: RegisterEventKind): 1 | 0 | -1 => (isComing(kind) ? 1 : isLeaving(kind) ? -1 : 0)

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
