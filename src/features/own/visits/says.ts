import type { OwnVisit } from '#contract/household/own-visits'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { visitWordNames } from '#domain/work/visit-words'

/** 9月28日 帮扶干部 林建国来过. */
export const sayWhoCame = ({ on, role, who }: OwnVisit, day: Day): string => `${sayDay(on, day)} ${role} ${who}来过`

/** What stands of it: who was met, what was talked of, what was written down. */
export const sayWhatWas = ({ met, talked, wrote = [], unchanged }: OwnVisit): string[] =>
  [met !== undefined && `见到了：${met}`, talked !== undefined && `谈了：${talked}`, unchanged && '写的是：没有变化', ...wrote].filter(
    (line): line is string => Boolean(line),
  )

/** How far something is that was asked for: who has it and until when, or what came of it. */
export function sayHowFar({ to, dueOn, answer, answeredOn, met }: NonNullable<OwnVisit['asked']> & { met?: boolean }, day: Day): string {
  if (answer === undefined) return `已告诉${to}${dueOn === undefined ? '' : `，最晚${sayDay(dueOn, day)}答复`}`
  const came = met === undefined ? '答复' : met ? '说办好了' : '说办不了'
  return `${to}${answeredOn === undefined ? '' : sayDay(answeredOn, day)}${came}：${answer}`
}

/** 您10月20日说：没来过. `as`: who reads. */
export const sayTold = ({ said, by, on }: NonNullable<OwnVisit['told']>, as: 'self' | 'relative', day: Day): string =>
  `${by === 'own' ? (as === 'self' ? '您' : '本人') : '家人'}${sayDay(on, day)}说：${visitWordNames[said]}`
