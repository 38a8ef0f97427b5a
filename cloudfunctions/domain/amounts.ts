import { type Cell, compactOf, isBlank } from './cells'

/** What an amount in a file is counted in. */
export type Unit = '元' | '万元'

const fenOf: Record<Unit, number> = { 元: 100, 万元: 1_000_000 }

/** An amount in 分, or why there is none. */
export type AmountRead = { fen: number } | { fault: 'missing' | 'not-a-number' }

/**
 * Reads an amount as departments write it: 1050, “1,050.00”, full-width, ￥1050元, 1.2万元, (300) for −300.
 * A unit written beside the number wins over the column's.
 */
export function readAmount(cell: Cell | undefined, unit: Unit = '元'): AmountRead {
  if (isBlank(cell)) return { fault: 'missing' }
  if (typeof cell === 'number') return { fen: Math.round(cell * fenOf[unit]) }
  const text = compactOf(cell).replace(/^(人民币|RMB|CNY)/i, '').replace(/^[¥￥$]/, '')
  const parts = /^(\()?([-−+])?[¥￥]?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(万元|万|元整?|圆整?)?(\))?$/.exec(text)
  if (!parts || (parts[1] === undefined) !== (parts[5] === undefined)) return { fault: 'not-a-number' }
  const [, open, sign, number, written] = parts
  const own: Unit = written?.startsWith('万') ? '万元' : written ? '元' : unit
  const fen = fenOfDecimal(number!.replace(/,/g, ''), fenOf[own])
  return { fen: open || sign === '-' || sign === '−' ? -fen : fen }
}

/** Exact for as many decimals as are written, rounded to whole 分. */
function fenOfDecimal(number: string, fenPerUnit: number): number {
  const [whole = '', decimals = ''] = number.split('.')
  const scale = Math.log10(fenPerUnit)
  const kept = decimals.slice(0, scale).padEnd(scale, '0')
  return Number(whole + kept) + (Number(decimals[scale] ?? '0') >= 5 ? 1 : 0)
}

/** The unit that a heading, title or note names, e.g. 金额(万元), 单位：人、元. Nothing when it names none. */
export function unitIn(text: string): Unit | undefined {
  const compact = compactOf(text)
  const named = /[(（](万?元)[)）/]|单位[:：][^)）;；。]*?(万?元)|^(万?元)$|[(（]单位[:：]?(万?元)[)）]/.exec(compact)
  const unit = named?.slice(1).find(Boolean)
  return unit as Unit | undefined
}
