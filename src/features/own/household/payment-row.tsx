import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { HouseholdFile, PaymentLine } from '#contract/household/actions'
import type { Day } from '#domain/time/dates'
import { sayState } from '#domain/money/ledger'
import type { Sayer } from '#domain/money/said'
import { sayerNames, saySaidOf } from '#domain/money/said'
import { sayDay } from '#domain/time/dates'
import { Icon } from '../../../ui/read/icon'
import { Money } from '../../../ui/read/money'
import type { StatusKind } from '../../../ui/read/status'
import { Status } from '../../../ui/read/status'
import { saySaid } from './says'

const kinds: Record<PaymentLine['state'], StatusKind> = { credited: 'done', failed: 'needs-you', waiting: 'waiting', checking: 'waiting' }

/** Who reads it: one of the household, a relative whom they let see it, or somebody else. */
export type Reader = 'own' | 'relative' | 'other'

export const readerOf = (relation: HouseholdFile['relation']): Reader =>
  relation === 'self' ? 'own' : relation === 'relative' ? 'relative' : 'other'

/**
 * What, for whom and which period, to which card; how much; arrived when, or why not (where to go is said once, on top); and what the
 * farmer said of it. Below stands what its page has more.
 */
export const PaymentRow = ({ line, day, as, children }: { line: PaymentLine; day: Day; as: Reader; children?: ReactNode }) => (
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
      {line.told && <Status kind={line.told.said === 'received' ? 'done' : 'needs-you'} words={sayTold(line.told, as, day)} />}
      {children}
    </View>
  </View>
)

/** As each reader is told who said it. */
const sayers: Record<Reader, Record<Sayer, string>> = {
  own: { ...sayerNames, own: '您', call: '回访时您' },
  relative: { ...sayerNames, relative: '家人' },
  other: sayerNames,
}

/** 您10月20日说：没收到. */
const sayTold = ({ said, on, by, cameFen }: NonNullable<PaymentLine['told']>, as: Reader, day: Day): string =>
  `${sayers[as][by]}${sayDay(on, day)}说：${saySaidOf(said, cameFen ?? null)}`
