import type { Look, Looks } from '#contract/farmer'
import { partNames } from '#domain/register'
import { sayMoment } from '../../services/clock'
import type { Odd } from './compare'
import { rangeOf, sayNumbers } from './compare'

const did: Record<Look['kind'], string> = {
  file: '看过这一户', list: '查过本村名单', export: '导出过本村名单', emergency: '紧急查询',
  binding: '当面核对，办了手机绑定', counter: '在窗口给这一户办过事', answer: '答复了您的更正或投诉',
}
const refused: Partial<Record<Look['kind'], string>> = { emergency: '紧急查询，没让看', binding: '核对手机绑定，没对上', counter: '想在窗口办事，没让办' }
const consents = { self: '征得本人同意', family: '征得家人同意' } as const

/** What happened, in a word: 看过这一户; 没让看 for a look that was refused. */
export const sayKind = ({ kind, granted }: Look): string => (granted ? did[kind] : (refused[kind] ?? '没让看'))

/** The lines under a look: why, with whose consent, what was seen. */
export function detailsOf({ purpose, consent, parts, fields, granted }: Look): string[] {
  const why = [purpose, consent && consents[consent]].filter(Boolean).join('，')
  return [
    why && `为什么：${why}`,
    granted && parts.length > 0 && `看了什么：${parts.map((part) => partNames[part]).join('、')}`,
    granted && fields.length > 0 && `看到完整的：${fields.join('、')}`,
  ].filter((line): line is string => Boolean(line))
}

/** What vouches for the list, or that nothing does yet. */
export function sayProof(answer: Looks): string {
  const range = rangeOf(answer)
  if (!range || !answer.proof) return '这些记录还没有存证。存证以后，少一次、改一次，都看得出来。'
  const { at, root } = answer.proof
  return `记录从第 ${range.from} 次到第 ${range.to} 次，一次不少，已存证（${sayMoment(Date.parse(at))}，存证号 ${root.slice(0, 8)}）。`
}

/** 第 7 次不见了；第 9 次被改过. Nothing if all is as it was. */
export function sayOdd({ missing, changed }: Odd): string | undefined {
  const parts = [missing.length > 0 && `${sayNumbers(missing)}不见了`, changed.length > 0 && `${sayNumbers(changed)}被改过`].filter(Boolean)
  return parts.length === 0 ? undefined : parts.join('；')
}
