import { idNumberFault } from '#domain/people/id-number'
import { typedCode, typedDigits } from '#domain/text/typed'
import type { Fault } from '../../../ui/read/use-fault'
import type { Draft } from './draft'

/** Of the shortest telephone that one can be reached by. */
const fewestDigits = 7

/** What of the form is not right yet, in the order of the page; nothing: it can be sent. */
export function applyFault({ name, idNumber, phone, hardship, place }: Draft): Fault | undefined {
  if (place === '') return { field: 'apply-place', words: '请选住在哪个村。' }
  if (name.trim().length < 2) return { field: 'apply-name', words: '请写身份证上的姓名。' }
  const number = typedCode(idNumber).toUpperCase()
  if (number.length !== 18) return { field: 'apply-id', words: `身份证号是 18 位，现在有 ${number.length} 位。` }
  if (idNumberFault(number) !== undefined) return { field: 'apply-id', words: '有一位不对，请照着身份证再核对一遍。' }
  const digits = typedDigits(phone).length
  if (digits < fewestDigits) return { field: 'apply-phone', words: digits === 0 ? '请留一个打得通的电话。' : `只有 ${digits} 位，请补全。` }
  return hardship === '' ? { field: 'apply-hardship', words: '请选一样现在最难的。' } : undefined
}
