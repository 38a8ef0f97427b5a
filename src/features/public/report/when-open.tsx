import type { ReactNode } from 'react'
import { county } from '../../../services/built-in/county'
import { canSeal } from '../../../services/sealing/sealing'
import { Notice } from '../../../ui/read/notice'
import { TalkInstead } from './talk-instead'

/** The address of the same page in a browser, where neither WeChat nor Alipay has a part in it. */
export const browserAddress = `https://${county.codeHost}/r/`

function whyNot(): string | undefined {
  if (county.reports.offices.length === 0) return `${county.name}还没有开通匿名举报。要举报，请打下面的电话。`
  return canSeal() ? undefined : `这部手机的系统太旧，没法把话封好，所以不让写。请换一部手机打开 ${browserAddress} ，或者打下面的电话。`
}

/** Reporting, where the county takes reports and this phone can seal them; otherwise why not, and whom to ring. */
export function WhenOpen({ children }: { children: ReactNode }) {
  const why = whyNot()
  if (why === undefined) return <>{children}</>
  return (
    <>
      <Notice id="report-closed" kind="needs-you">
        {why}
      </Notice>
      <TalkInstead />
    </>
  )
}
