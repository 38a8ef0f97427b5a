/** Money is an integer of 分 everywhere; 元 exists only in files and on screens. */

/** 101200 → `1,012`, 31250 → `312.50`: two decimals only where there are 分. */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = Math.abs(fen) % 100
  return (fen < 0 ? '-' : '') + whole + (cents === 0 ? '' : '.' + String(cents).padStart(2, '0'))
}
