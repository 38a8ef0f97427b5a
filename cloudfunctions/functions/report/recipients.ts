import type { ReportOffice } from '#domain/county/report-rules'
import { couldBeWrapped } from '#domain/sealing/sm2-keys'
import type { Anonymous } from '#kernel/call/anonymous'
import { refusals } from '#kernel/call/errors'
import type { WrappedKey } from '#store/reports/reports'

/**
 * The office whose two pinned keys a message was sealed to. @throws Refusal when there is none: the programme on the phone has old keys; or
 * when what is said to be a wrapped key cannot be one, which would only be a letter that nobody can open.
 */
export function officeSealedTo({ county }: Anonymous, keys: WrappedKey[]): ReportOffice {
  const office = county.reports.offices.find((one) => one.keys.every(({ id }) => keys.some((key) => key.id === id)))
  if (!office) throw tooOld()
  if (!keys.every(({ wrapped }) => couldBeWrapped(wrapped)))
    throw refusals.badInput('这封举报没有封好，打不开，所以没有收。请关掉后重新打开，再写一次。')
  return office
}

export const tooOld = () => refusals.badInput('这个版本太旧了，里面的单位钥匙已经换过。请关掉后重新打开，或更新到新版，再写一次。')

/** A letter that this office could not open. */
export const passedOn = () =>
  refusals.badInput('这封举报已经转到别的单位，那里打不开这一段。请先看单位的答复，再写给现在办的单位。您写的还在。')
