import { View } from '@tarojs/components'
import type { SchemeLine } from '#contract/household/actions'
import { yuan } from '#domain/money/money'
import { sayDay, type Day } from '#domain/time/dates'
import { Icon } from '../../../ui/read/icon'
import { Money } from '../../../ui/read/money'
import { Status } from '../../../ui/read/status'

/** The pooled schemes that the household is in: what it put in, what is to come and until when, and its principal's way back. */
export const SchemeLines = ({ lines, day }: { lines: readonly SchemeLine[]; day: Day }) => (
  <>
    {lines.map((line) => (
      <View key={line.scheme} className="payment">
        <Icon name="dividend" />
        <View className="payment__words">
          <View className="payment__top">
            <View className="payment__name">{`${line.scheme}本金`}</View>
            <Money fen={line.standingFen} />
          </View>
          <Status {...standingOf(line, day)} />
          {line.years.map((year) => (
            <View key={year.year} className="payment__period">
              {sayYear(year, day)}
            </View>
          ))}
          {line.told && <View className="payment__period">{`${sayDay(line.told.on, day)}告知过您：${line.told.words}`}</View>}
        </View>
      </View>
    ))}
  </>
)

/** Where its principal stands, in a sentence. */
function standingOf({ state, returning, leftOn }: SchemeLine, day: Day): Parameters<typeof Status>[0] {
  if (state === 'returning' && returning) {
    const last = sayDay(returning.dueOn ?? returning.latest, day)
    if (returning.late) return { kind: 'needs-you', words: `本金最晚该${last}退还，已经过了，可以打电话问` }
    return returning.dueOn === undefined
      ? {
          kind: 'waiting',
          words: `已经退出，本金 ${returning.workingDays} 个工作日里退还；放假安排还没公布，哪天算不出，最迟不晚于${last}`,
        }
      : { kind: 'waiting', words: `已经退出，本金最晚 ${sayDay(returning.dueOn, day)} 退还` }
  }
  if (state === 'left') return { kind: 'done', words: leftOn ? `${sayDay(leftOn, day)}本金退清了` : '本金退清了' }
  if (state === 'leaving') return { kind: 'waiting', words: '要退出，等批准' }
  if (state === 'signing') return { kind: 'waiting', words: '登记了协议，等批准' }
  if (state === 'sharing') return { kind: 'waiting', words: '在股；追加的本金等批准，批了才算进来' }
  if (state === 'correcting') return { kind: 'waiting', words: '在股；记错的本金在改，等批准' }
  if (state === 'joined') return { kind: 'waiting', words: '登记了入股，等签协议' }
  return state === 'member' ? { kind: 'done', words: '在股，本金是您家的' } : { kind: 'waiting', words: '分红表上有您家，协议还没有登记' }
}

/** 2025年应分 800 元，分了 640 元，还差 160 元，最晚3月31日. */
function sayYear({ year, dueFen, paidFen, outstandingFen, dueOn, isOver }: SchemeLine['years'][number], day: Day): string {
  const due = `${year}年应分 ${yuan(dueFen)} 元`
  if (outstandingFen === 0) return `${due}，都分到了`
  const by = isOver ? `该${sayDay(dueOn, day)}以前发的，过了` : `最晚${sayDay(dueOn, day)}发`
  return paidFen === 0 ? `${due}，还没有发，${by}` : `${due}，分了 ${yuan(paidFen)} 元，还差 ${yuan(outstandingFen)} 元，${by}`
}
