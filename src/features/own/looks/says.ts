import type { Look, Looks } from '#contract/household/farmer'
import { partNames } from '#domain/register/register'
import { sayMoment } from '../../../services/wire/clock'
import type { Odd } from './compare'
import { sayNumbers, wholeFrom } from './compare'

const did: Record<Look['kind'], string> = {
  file: '看过这一户',
  list: '查过本村名单',
  export: '导出过本村名单',
  emergency: '紧急查询',
  binding: '当面核对，办了手机绑定',
  counter: '在窗口给这一户办过事',
  case: '办认定、退出时看过这一户',
  scheme: '办抱团增收时看过这一户',
  plan: '办帮扶计划时看过这一户',
  answer: '答复了您的更正或投诉',
  'taken-along': '把这一户带在手机上，没有信号时也能看',
  offline: '没有信号时看的',
}
const refused: Partial<Record<Look['kind'], string>> = {
  emergency: '紧急查询，没让看',
  binding: '核对手机绑定，没对上',
  counter: '想在窗口办事，没让办',
  case: '想办认定、退出，没让办',
  scheme: '想办抱团增收，没让办',
  plan: '想看帮扶计划，没让看',
  'taken-along': '想带走，没让带',
}
const consents = { self: '征得本人同意', family: '征得家人同意' } as const

/** What happened, in a word: 看过这一户; 没让看 for a look that was refused. */
export const sayKind = ({ kind, granted, times = 1, until, seenAt }: Look): string =>
  granted && until !== undefined
    ? `带走到 ${sayMoment(Date.parse(until))}，${did[kind]}`
    : granted && seenAt !== undefined
      ? `${sayMoment(Date.parse(seenAt))} ${did[kind]}`
      : granted
        ? did[kind]
        : `${refused[kind] ?? '没让看'}${times > 1 ? `（那天试了 ${times} 次）` : ''}`

/** A day's scans by others who may not see the file: 10月20日 没有登录的人扫过 41 次，最后 10:05. */
export function sayScans({ at, unit, times = 1 }: Look): string {
  const [day, time] = sayMoment(Date.parse(at)).split(' ')
  return `${day} ${unit}扫过 ${times} 次，${times > 1 ? '最后一次' : ''}${time}`
}

/** The lines under a look: why, with whose consent, what was seen. */
export function detailsOf({ purpose, consent, parts, fields, granted, issuedBy }: Look): string[] {
  const why = [purpose, consent && consents[consent]].filter(Boolean).join('，')
  return [
    why && `为什么：${why}`,
    granted && parts.length > 0 && `看了什么：${parts.map((part) => partNames[part]).join('、')}`,
    issuedBy && `用的手机或委托：由${issuedBy}办理`,
    granted && fields.length > 0 && `看到完整的：${fields.join('、')}`,
  ].filter((line): line is string => Boolean(line))
}

/** What vouches for the looks that are shown, or that nothing does yet. Nothing is claimed of what the reader cannot scroll to. */
export function sayProof(answer: Looks, shown: readonly Look[]): string {
  if (answer.chained === 0 || !answer.proof) return '这些记录还没有存证。存证以后，少一次、改一次，都看得出来。'
  const from = wholeFrom(answer, shown)
  const { at, root } = answer.proof
  const proof = `已存证（${sayMoment(Date.parse(at))}，存证号 ${root.slice(0, 8)}）。`
  if (from === undefined) return proof
  return `记录从第 ${from} 次到第 ${answer.chained} 次，一次不少，${proof}${from > 1 ? '更早的，点下面的“看更早的”。' : ''}`
}

/** 第 7 次不见了；第 9 次被改过. Nothing if all is as it was. */
export function sayOdd({ missing, changed }: Odd): string | undefined {
  const parts = [missing.length > 0 && `${sayNumbers(missing)}不见了`, changed.length > 0 && `${sayNumbers(changed)}被改过`].filter(Boolean)
  return parts.length === 0 ? undefined : parts.join('；')
}
