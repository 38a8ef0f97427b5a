import { fen, yuan } from '../money/money'
import type { VisitField } from '../county/visit-rules'
import type { VisitValue } from './visits'

/** What a household, or a relative for it, says of a visit that somebody wrote down. */
export const visitWordNames = { came: '来过', 'came-not': '没来过', 'not-so': '说得不对' } as const
export type VisitWordSaid = keyof typeof visitWordNames
export const visitWords = Object.keys(visitWordNames) as [VisitWordSaid, ...VisitWordSaid[]]

/** 没来过 and 说得不对 reach whoever looks after those who visit; 来过 is the end of it. */
export const isDenial = (said: VisitWordSaid): boolean => said !== 'came'

/** A value of the form as it is read: 漏雨、要修; 2 人; 500 元. An option that the pack has dropped without a trace says its id. */
export function sayVisitValue({ kind, options = [], unit = '' }: Pick<VisitField, 'kind' | 'options' | 'unit'>, value: VisitValue): string {
  if (kind === 'choice') return options.find(({ id }) => id === value)?.name ?? String(value)
  if (kind === 'yuan') return `${yuan(fen(Number(value)))} 元`
  return `${value} ${unit}`.trim()
}
