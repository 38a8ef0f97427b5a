import { compactOf, digitsOf, isBlank, type Cell } from '#domain/files/cells'
import { readAmount } from '#domain/money/amounts'
import { isLuhn } from '#domain/money/card-number'
import type { Fen } from '#domain/money/money'
import { idOf } from '#domain/people/id-cell'
import { idNumberFault } from '#domain/people/id-number'
import { isNameLike } from '#domain/people/name-like'
import { readLooseDate } from '#domain/time/loose-dates'
import { isSlashed } from '#domain/time/slashed-dates'
import type { Places } from './places'

/** 张*, *小明, 某某: how banks hide a name. */
const masked = /^(?=.*[*某])[\u3400-\u9fff*]{2,4}$/

/**
 * What one cell may be, by itself. `…-like`: it would be one if it were whole, or may be one among other things. A small number is an
 * amount, a count, a serial day; which of them, only the column tells.
 */
export type Trait =
  | 'id-number'
  | 'id-like'
  | 'card'
  | 'card-like'
  | 'phone'
  | 'date'
  | 'date-like'
  | 'amount'
  | 'decimal'
  | 'count'
  | 'year'
  | 'town'
  | 'village'
  | 'sex'
  | 'relation'
  | 'yes-no'
  | 'name'
  | 'words'

const relations =
  /^(户主|本人|申请人|配偶|夫|妻|丈夫|妻子|之?[长次三四五六]?[子女]|独[子女]|儿子|女儿|儿媳|媳妇|女婿|父亲?|母亲?|公公|婆婆|岳父|岳母|祖父|祖母|外祖父|外祖母|爷爷|奶奶|外公|外婆|孙子?|孙女|外孙|外孙女|[兄弟姐妹]|哥哥|弟弟|姐姐|妹妹|兄弟姐妹|其他(亲属)?|非亲属|养[子女]|继[子女])$/
const sexes = /^[男女]性?$/
const yesNo = /^([是否有无√×✓✔]|对|错|已|未|y|n|yes|no)$/i

/** What a cell may be; nothing for a blank one. `limit`: more is no money (分). */
export function traitsOf(cell: Cell | undefined, places: Places, limit: Fen): Trait[] {
  if (isBlank(cell)) return []
  const text = compactOf(cell)
  if (!/\d/.test(text)) return wordTraits(text, places)
  return [...numberTraits(cell!, text), ...dateTraits(cell!, text), ...amountTraits(cell!, text, limit)]
}

function wordTraits(text: string, places: Places): Trait[] {
  if (sexes.test(text)) return ['sex']
  if (relations.test(text)) return ['relation']
  if (yesNo.test(text)) return ['yes-no']
  if (places.isTown(text)) return ['town']
  if (places.isVillage(text)) return ['village']
  return isNameLike(text) || masked.test(text) ? ['name', 'words'] : ['words']
}

function numberTraits(cell: Cell, text: string): Trait[] {
  // 3.6500000000000004 has as many digits as an identity number.
  if (typeof cell === 'number' && !Number.isInteger(cell)) return []
  const { text: digits, precisionLost } = digitsOf(cell, 15)
  if (precisionLost) return ['id-like', 'card-like']
  if (idNumberFault(digits) === undefined) return ['id-number', 'id-like']
  if (/^(86)?1[3-9]\d{9}$/.test(digits) && !/[.,]/.test(text)) return ['phone']
  if (/^1\d{10}$/.test(digits) || /^\(?0\d{2,3}\)?-?[2-8]\d{6,7}$/.test(text)) return ['phone']
  if (idNumberFault(idOf(cell).text) === undefined) return ['id-number', 'id-like']
  const traits: Trait[] = []
  if (/^(\d{15}|\d{17}[\dX]?)$/.test(digits)) traits.push('id-like')
  if (/^\d{16,19}$/.test(digits) && isLuhn(digits)) traits.push('card', 'card-like')
  else if (/^\d{12,30}$/.test(digits)) traits.push('card-like')
  return traits
}

function dateTraits(cell: Cell, text: string): Trait[] {
  const read = readLooseDate(cell)
  if (typeof cell === 'number') {
    if (/^(19|20)\d{2}(0[1-9]|1[0-2])([0-3]\d)?$/.test(text) && 'on' in read) return ['date']
    return 'on' in read && cell > 20_000 && cell < 60_000 ? ['date-like'] : []
  }
  if (/^(19|20)\d{2}$/.test(text)) return []
  if (/^\d+\.\d+$/.test(text)) return /^(19|20)\d{2}\.(0?[1-9]|1[0-2])$/.test(text) ? ['date-like'] : []
  if (/[-/.年月]/.test(text) && /^(19|20)\d{2}/.test(text)) return ['date']
  if (isSlashed(cell)) return ['date']
  if (!('on' in read)) return []
  return /^\d{5}(\.\d+)?$/.test(text) ? ['date-like'] : ['date']
}

function amountTraits(cell: Cell, text: string, limit: Fen): Trait[] {
  const read = readAmount(cell, '元', limit)
  if (!('fen' in read)) return []
  const whole = /^\d{1,7}$/.test(text)
  return [
    'amount',
    ...(whole ? [] : ['decimal' as const]),
    ...(whole && Number(text) <= 12 ? ['count' as const] : []),
    ...(/^(19[5-9]|20[0-4])\d$/.test(text) ? ['year' as const] : []),
  ]
}
