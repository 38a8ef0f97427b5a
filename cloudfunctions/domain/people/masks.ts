import { splitPhones } from './phones'

/**
 * How personal numbers are shown to whoever may know that they are there, and no more: never a digit by which somebody proves who they
 * are (the last six of the ID number, the last four of the phone: identity.bindStart).
 */

/** 330399************: the division it was first given in. */
export const maskIdNumber = (id: string): string => `${id.slice(0, 6)}${'*'.repeat(12)}`

/** 160********: which network it is of. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}${'*'.repeat(8)}`

/** Each of the numbers that one sealed text keeps (`joinPhones`), masked. */
export const maskPhones = (kept: string): string => splitPhones(kept).map(maskPhone).join('、')

/** **** 1234: the last four, as on a bank's slip; they prove nothing here. */
export const maskCard = (card: string): string => `**** ${card.slice(-4)}`
