import { View } from '@tarojs/components'
import type { PaymentLine } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import { sayState } from '#domain/money/ledger'
import { go, paths } from '../../../services/pages/paths'
import { Icon } from '../../../ui/read/icon'
import { Link } from '../../../ui/act/link'
import { Money } from '../../../ui/read/money'
import type { StatusKind } from '../../../ui/read/status'
import { Status } from '../../../ui/read/status'
import { saySaid } from './says'

const kinds: Record<PaymentLine['state'], StatusKind> = { credited: 'done', failed: 'needs-you', waiting: 'waiting', checking: 'waiting' }

/**
 * What, for whom and which period, to which card; how much; arrived when, or why not (where to go is said once, on top). The
 * person themselves (`own`) may tell us that it has not come.
 */
export const PaymentRow = ({ line, day, own }: { line: PaymentLine; day: Day; own: boolean }) => (
  <View className="payment">
    <Icon name={line.icon ?? 'grant'} />
    <View className="payment__words">
      <View className="payment__top">
        <View className="payment__name">{line.name}</View>
        <Money fen={line.dueFen} />
      </View>
      <Status kind={kinds[line.state]} words={sayState(line, day)} />
      <View className="payment__period">
        {[line.period, line.forWhom && `给${line.forWhom}`, line.card && `${line.card.bank} 尾号 ${line.card.tail}`]
          .filter(Boolean)
          .join(' · ')}
      </View>
      {line.said && <View className="payment__period">{saySaid(line.said, '发放计划', day)}</View>}
      {own && line.state !== 'credited' && !line.retriedIn && (
        <Link id={`tell-${line.id}`} onPress={() => go(paths.requests('money', line.id))}>
          没收到？告诉我们
        </Link>
      )}
    </View>
  </View>
)
