/** Money is an integer of 分 everywhere; 元 exists only in files and on screens. */

/** An amount in 分. The compiler takes no other number for one: neither 元, nor a count, nor a sum that mixes them. */
export type Fen = number & { readonly __unit: '分' }

/** What a file, a norm or a difference of amounts comes to, in whole 分. */
export const fen = (amount: number): Fen => amount as Fen

/** All of these together. */
export const sumFen = (amounts: readonly Fen[]): Fen => fen(amounts.reduce((sum, one) => sum + one, 0))

/** 101200 → `1,012`, 31250 → `312.50`: two decimals only where there are 分. */
export function yuan(fen: Fen): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = Math.abs(fen) % 100
  return (fen < 0 ? '-' : '') + whole + (cents === 0 ? '' : '.' + String(cents).padStart(2, '0'))
}
