import { View } from '@tarojs/components'
import { reportOutcomeNames } from '#domain/work/reports'
import { reportsOpen } from '../../../services/built-in/reports-open'
import { Card } from '../../../ui/read/card'
import { useFigures } from './use-suggestions'

/** How many spoke this year and how many were answered: counts, of which anybody may remind the county. */
export function YearFigures() {
  const figures = useFigures().data
  if (!figures) return null
  const { year, suggestions, reports } = figures
  return (
    <Card title={`${year}年`}>
      <View id="year-suggestions">{`收到意见 ${suggestions.received} 件，答复 ${suggestions.answered} 件`}</View>
      {reportsOpen && <View id="year-reports">{`收到举报 ${reports.received} 件，办结 ${reports.closed} 件`}</View>}
      {reportsOpen &&
        reports.outcomes
          .filter(({ count }) => count > 0)
          .map(({ outcome, count }) => <View key={outcome} className="row__note">{`${reportOutcomeNames[outcome]}：${count} 件`}</View>)}
      {reportsOpen && reports.spam !== undefined && <View className="row__note">{`另有 ${reports.spam} 件两个人看过，不是举报`}</View>}
    </Card>
  )
}
