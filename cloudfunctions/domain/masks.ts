/** How personal numbers leave the server unless a grant names them. ID numbers: `id-number.ts`. */

/** 160****1234. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** **** 1234: the last four, as on a bank's slip. */
export const maskCard = (card: string): string => `**** ${card.slice(-4)}`
