import { compactOf, digitsOf, lineOf, textOf, type Cell, type DigitsCell } from '../files/cells'
import { typedLine } from '../text/typed'
import { idNumberFault } from './id-number'

/** What departments write before a number in its own cell: 身份证号码：, 证件号:, ID. */
const label = /^(?:(?:居民|公民|户主|本人)?(?:身份证件?|身份|有效证件|证件)(?:号码|编号|号)?|ID(?:号码|号)?|号码)[:：]?/i

/**
 * What a cell of identity numbers says. Where words stand beside the number (身份证：3303…, 3303…（已故）) and exactly one sound number is
 * among them, it is that one; `beside` are the words, but not a label before it: somebody must look at them.
 */
export function idOf(cell: Cell | undefined): DigitsCell & { beside?: string } {
  const whole = digitsOf(cell)
  if (typeof cell !== 'string' || whole.precisionLost || idNumberFault(whole.text) === undefined || !/\d{15}/.test(whole.text)) return whole
  for (const text of [typedLine(textOf(cell)).replace(/[Хх×✕╳]/g, 'X'), compactOf(cell).replace(/[-'’‘`"]/g, '')]) {
    const numbers = text.match(/\d{14,}[\dXx]?/g) ?? []
    const [number] = numbers
    if (numbers.length !== 1 || idNumberFault(number!.toUpperCase()) !== undefined) continue
    const beside = text
      .replace(label, '')
      .replace(number!, '')
      .replace(/^[\s:：,，;；.。、()[\]]+|[\s:：,，;；.。、()[\]]+$/g, '')
    const words = /[\u3400-\u9fffA-Za-z\d]/.test(beside) ? lineOf(beside) : ''
    return { text: number!.toUpperCase(), precisionLost: false, ...(words !== '' && { beside: words }) }
  }
  return whole
}
