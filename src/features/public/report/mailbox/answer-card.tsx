import { View } from '@tarojs/components'
import type { ReportOffice } from '#domain/county/report-rules'
import { sayDay } from '#domain/time/dates'
import type { OpenedAnswer } from '#domain/sealing/report'
import { today } from '../../../../services/wire/clock'
import { county } from '../../../../services/built-in/county'
import { Card } from '../../../../ui/read/card'
import { Notice } from '../../../../ui/read/notice'
import type { StatusKind } from '../../../../ui/read/status'
import { Status } from '../../../../ui/read/status'

const kinds: Record<OpenedAnswer['kind'], { shape: StatusKind; words: string }> = {
  accepted: { shape: 'waiting', words: '已受理' },
  answer: { shape: 'needs-you', words: '答复' },
  transferred: { shape: 'waiting', words: '已转立案' },
  passed: { shape: 'waiting', words: '转给了别的单位' },
  closed: { shape: 'done', words: '已办结' },
}

/** The office whose pinned key this is. */
export const officeWithKey = (key: string | undefined): ReportOffice | undefined =>
  county.reports.offices.find(({ keys }) => keys.some(({ id }) => id === key))

/** One word of the office, with whose signature stands under it. */
export function AnswerCard({ answer: { kind, words, day, by } }: { answer: OpenedAnswer }) {
  const { shape, words: said } = kinds[kind]
  const office = officeWithKey(by)
  return (
    <Card>
      <Status kind={shape} words={`${sayDay(day, today())} ${said}`} />
      <View className="report-answer">{words}</View>
      {office ? (
        <View className="footnote">{`✓ 有${office.name}的签名`}</View>
      ) : (
        <Notice kind="wrong">{`这一条没有办案机关的签名，可能是假的。不要照着做，打 ${county.reports.phone} 问清楚。`}</Notice>
      )}
    </Card>
  )
}
