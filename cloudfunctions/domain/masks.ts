import { splitPhones } from './phones'

/** How personal numbers leave the server unless a grant names them. ID numbers: `id-number.ts`. */

/** 160****1234. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** Each of the numbers that one sealed text keeps (`joinPhones`), masked. */
export const maskPhones = (kept: string): string => splitPhones(kept).map(maskPhone).join('、')

/** **** 1234: the last four, as on a bank's slip. */
export const maskCard = (card: string): string => `**** ${card.slice(-4)}`
