import { fen, type Fen } from './money'
import { type Cell, compactOf, isBlank } from '../files/cells'

/** What an amount in a file is counted in. */
export type Unit = '分' | '角' | '元' | '百元' | '千元' | '万元' | '亿元'

const fenOf: Record<Unit, number> = { 分: 1, 角: 10, 元: 100, 百元: 10_000, 千元: 100_000, 万元: 1_000_000, 亿元: 10_000_000_000 }

/** As units are written: 仟元, 佰元, 万 and 圆 too. The longest first. */
const written = '亿元|亿|万元|萬元|万圆|万|千元|仟元|百元|佰元|元|圆|块钱|块|角|分钱|分'

/** The unit that a spelling means. */
function unitOf(spelling: string): Unit {
  const plain = spelling
    .replace('仟', '千')
    .replace('佰', '百')
    .replace('萬', '万')
    .replace('圆', '元')
    .replace(/块钱?/, '元')
    .replace('分钱', '分')
  return (plain === '万' ? '万元' : plain === '亿' ? '亿元' : plain) as Unit
}

/**
 * An amount in 分, or why there is none. `finer`: the cell says parts of a 分, and it is rounded. `too-large`: nobody is paid so much, so
 * it is another number in the wrong column.
 */
export type AmountRead = { fen: Fen; finer?: true } | { fault: 'missing' | 'not-a-number' | 'too-large' }

/** Beyond this many 分 (a thousand million yuan) nothing in a list can be money; how much a row may pay stands in the county pack. */
export const mostFen = fen(100_000_000_000)

/**
 * Reads an amount as departments write it: 1050, “1,050.00”, full-width, ￥1050元, 1.2万元, 105000分, (300) for −300.
 * A unit written beside the number wins over the column's. `limit` in 分.
 */
export function readAmount(cell: Cell | undefined, unit: Unit = '元', limit = mostFen): AmountRead {
  if (isBlank(cell)) return { fault: 'missing' }
  if (typeof cell === 'number') return within(withoutNoise(cell * fenOf[unit]), limit)
  const text = compactOf(cell)
    .replace(/^(人民币|RMB|CNY)/i, '')
    .replace(/^[¥￥$]/, '')
  const parts = amount.exec(text)
  if (!parts || (parts[1] === undefined) !== (parts[5] === undefined)) return { fault: 'not-a-number' }
  const [, open, sign, number, own] = parts
  const exact = fenOfDecimal(number!.replace(/,/g, ''), fenOf[own ? unitOf(own) : unit])
  return within(open || sign === '-' || sign === '−' ? -exact : exact, limit)
}
const amount = new RegExp(`^(\\()?([-−+])?[¥￥]?((?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)(?:(${written})整?)?(\\))?$`)

/** 100.10000000000001: what reckoning with binary fractions leaves behind is no part of an amount. In 分. */
function withoutNoise(amount: number): number {
  const whole = Math.round(amount)
  return Math.abs(amount - whole) < 1e-6 ? whole : Number(amount.toPrecision(15))
}

/** Rounded to whole 分, a half away from nothing. */
function within(exact: number, limit: Fen): AmountRead {
  if (Number.isNaN(exact)) return { fault: 'not-a-number' }
  const amount = Math.sign(exact) * Math.round(Math.abs(exact))
  if (Math.abs(amount) > limit) return { fault: 'too-large' }
  return { fen: fen(amount === 0 ? 0 : amount), ...(amount !== exact && { finer: true as const }) }
}

/** Exact for as many decimals as are written: whole 分, and what is left over as a fraction. */
function fenOfDecimal(number: string, fenPerUnit: number): number {
  const [whole = '', decimals = ''] = number.split('.')
  const scale = Math.log10(fenPerUnit)
  const kept = decimals.slice(0, scale).padEnd(scale, '0')
  return withoutNoise(Number(`${whole}${kept}.${decimals.slice(scale) || '0'}`))
}

/** A word that is a unit: 元, 人民币万元, 单位：分, 以百元为单位, 元/月 (元 a month), 元每亩. */
const unitWord = new RegExp(`^(?:.*单位[:为是]?)?(?:以|按|均为|计)?(?:人民币|RMB|CNY|[¥￥])?(${written})整?(?:为单位|计算?|每.*)?$`, 'i')
/** 单位：人、元; not 编制单位：分水镇. What comes before 单位 must be about counting. */
const stated = new RegExp(
  `(?:^|[^\\u4e00-\\u9fff]|金额|货币|计量|计价|计算|计数|数量|数据|本表|表内|表中|资金)单位(?:[:为是]|均为|统一为)*((?:[\\u4e00-\\u9fff]{1,3}[、,/])*)(?:人民币|RMB|CNY|[¥￥])?(${written})(?![\\u4e00-\\u9fff])`,
  'i',
)
/** 金额均以分为单位, 按千元计, 本表金额为百元. */
const counted = new RegExp(
  `(?:以|按|用)(?:人民币)?(${written})(?:为单位|计|填|表示|为计)|金额(?:均|都|一律|全部)*(?:为|是)(?:人民币)?(${written})(?![\\u4e00-\\u9fff\\d])`,
)
/** 应发金额元, 金额-分, 金额_万元. */
const trailing = new RegExp(`(?:[-_/—,，|:]|金额|资金|本金|分红|补助|补贴|保障金|款)(?:人民币)?(${written})$`)
const brackets = /[([{【〔〈《「『]([^()[\]{}【】〔〕〈〉《》「」『』]*)[)\]}】〕〉》」』]/g

/**
 * The unit that a heading, title, note or sheet name states, e.g. 金额(万元), 金额〔人民币：分〕, 单位：人、元, 本表以百元为单位.
 * Nothing when it names none: 分红 and 分公司 are no 分, 元旦 is no 元.
 */
export function unitIn(text: string): Unit | undefined {
  const compact = compactOf(text)
  const found = statedIn(compact) ?? bracketed(compact) ?? unitWord.exec(compact)?.[1] ?? trailing.exec(compact)?.[1]
  return found === undefined ? undefined : unitOf(found)
}

/** The unit that a line declares for a whole sheet: 单位：万元, 以分为单位. Surer than a unit in brackets. */
export function declaredUnit(text: string): Unit | undefined {
  const found = statedIn(compactOf(text))
  return found === undefined ? undefined : unitOf(found)
}

function statedIn(compact: string): string | undefined {
  const by = counted.exec(compact)
  return stated.exec(compact)?.[2] ?? by?.[1] ?? by?.[2]
}

function bracketed(compact: string): string | undefined {
  for (const [, inside = ''] of compact.matchAll(brackets)) {
    for (const word of inside.split(/[、,，/;；·:\s]/)) {
      const unit = unitWord.exec(word)?.[1]
      if (unit) return unit
    }
  }
  return undefined
}
