import { isCalendarDay, type Day } from '../time/dates'
import { compactOf, lineOf, type Cell } from './cells'

/** What else stands in a cell from which only one amount, or one day, can be read. Whoever sent it is asked; nothing is taken as said. */

const words = /人民币|RMB|CNY|小写|元整|圆整|块钱|元|圆|块|整|共计|合计|共|计|已发|已付|[¥￥$*~_'"`’‘“”。.,，、:：;；!！?？()[\]—–=]/gi

/** The only number in a cell that holds words beside it, as it would be typed: “共300元（已发）” is 300. Nothing where two could be meant. */
export function onlyAmountIn(cell: Cell | undefined): string | undefined {
  const text = zeros(compactOf(cell))
    .replace(/^(\d+)。(\d{1,2})$/, '$1.$2')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  const numbers = text.match(/\d+(?:\.\d+)?/g) ?? []
  const [number] = numbers
  if (numbers.length !== 1 || !/^\d{1,9}(\.\d{1,2})?$/.test(number!)) return undefined
  return text.replace(number!, '').replace(words, '') === '' ? number : undefined
}

/** O for 0 and l for 1, where digits stand beside them. */
const zeros = (text: string): string =>
  text.replace(/^[\dOolI.,]+$/, (all) => (/\d/.test(all) ? all.replace(/[Oo]/g, '0').replace(/[lI]/g, '1') : all))

const numerals = '〇一二三四五六七八九'
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The only day that a cell can mean, e.g. 二〇二六年十月三日, 3-Oct-2026, 10/23/2026. Nothing where day and month could change places. */
export function onlyDayIn(cell: Cell | undefined): Day | undefined {
  const line = lineOf(cell)
  return fromGroups(line.replace(/[Oo](?=\d)|(?<=\d)[Oo]/g, '0')) ?? fromChinese(compactOf(cell)) ?? fromEnglish(line)
}

function fromGroups(line: string): Day | undefined {
  if (!/^[\d\s.。、,，_/\\\-–—年月日号]+$/.test(line)) return undefined
  const [a = '', b = '', c = '', more] = line.match(/\d+/g) ?? []
  if (more !== undefined) return undefined
  if (/^\d{4}$/.test(a)) return dayOf(a, b, c)
  // 10/23/2026: no month has that number, so only one order is left.
  if (!/^\d{4}$/.test(c) || Number(a) > 12 === Number(b) > 12) return undefined
  return Number(a) > 12 ? dayOf(c, b, a) : dayOf(c, a, b)
}

function fromChinese(text: string): Day | undefined {
  const [, year = '', month = '', day = ''] =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,3})[日号]?$/.exec(text) ?? []
  if (year === '') return undefined
  const digits = [...year.replace(/[○零]/g, '〇')].map((numeral) => numerals.indexOf(numeral)).join('')
  return dayOf(digits, String(below100(month)), String(below100(day)))
}

/** 三, 十, 十二, 二十三, 廿三. */
function below100(text: string): number {
  const plain = text.replace('廿', '二十').replace('卅', '三十')
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain]
  if (!plain.includes('十')) return plain.length === 1 ? numerals.indexOf(plain) : 0
  return (tens === '' ? 1 : numerals.indexOf(tens!)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones!))
}

function fromEnglish(line: string): Day | undefined {
  const [, day, name, year] = /^(\d{1,2})[-\s./]?([A-Za-z]{3,9})[-\s.,/]*(\d{4})$/.exec(line) ?? []
  const [, name2, day2, year2] = /^([A-Za-z]{3,9})[-\s.]*(\d{1,2})[,\s-]+(\d{4})$/.exec(line) ?? []
  const month = months.indexOf((name ?? name2 ?? '').slice(0, 3).toLowerCase()) + 1
  return month > 0 ? dayOf(year ?? year2!, String(month), day ?? day2!) : undefined
}

function dayOf(year: string, month: string, day: string): Day | undefined {
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDay(text) ? text : undefined
}
