import type { BatchLineFile } from '#contract/office/batch-lines'
import { yuan } from '#domain/money/money'
import { sayDay, type Day } from '#domain/time/dates'
import { Facts } from '../../../../ui/desk/facts'
import { Press } from '../../../../ui/desk/press'
import { State } from '../../../../ui/desk/state'
import { Heading } from '../../../../ui/read/heading'
import { WhenReady } from '../../../../ui/read/when-ready'
import { stateOfLine } from '../batch-words'
import { History } from '../open/history'
import { LineActs } from './line-acts'
import { LineWay } from './line-way'
import { useLine } from './use-lines'

interface Props {
  id: string
  today: Day
  onLine: (id: string) => void
  onBack: () => void
}

/** One line's whole way: where its amount comes from, its batch, what the bank said, what people did. */
export function LineView({ id, today, onLine, onBack }: Props) {
  return (
    <WhenReady
      query={useLine(id)}
      words="正在打开…"
      instead={
        <Press id="line-gone-back" kind="main" onPress={onBack}>
          回到这一批
        </Press>
      }
    >
      {(file) => <Line file={file} today={today} onLine={onLine} />}
    </WhenReady>
  )
}

function Line({ file, today, onLine }: { file: BatchLineFile; today: Day; onLine: (id: string) => void }) {
  const { row, batch } = file
  const name = `${row.who}：${row.programme}，${row.period}`
  return (
    <article id="line" className="sheet batch" aria-label={name}>
      <div className="batch__top">
        <Heading level={2}>{name}</Heading>
        <State {...stateOfLine(row.state, batch.handedOn === undefined ? 'draft' : 'sent')} />
      </div>
      <p className="batch__where">
        <strong className="batch__sum">{`${yuan(row.amountFen)} 元`}</strong>
        {row.flags.map(({ code, why }) => (
          <span key={code} className="batch__flag">
            {why}
          </span>
        ))}
      </p>
      <Facts
        look="facts--line"
        facts={[
          ['地方', row.place],
          ['账户', `${row.account}，${row.card}`],
          ['批次', `${batch.name}，第 ${row.serial ?? row.n} 号`],
          ['到这一步', sayDay(row.since, today)],
          ['到账', row.creditedFen > 0 ? `${yuan(row.creditedFen)} 元` : undefined],
          ['追回', row.recoveredFen > 0 ? `${yuan(row.recoveredFen)} 元` : undefined],
          ['银行说', row.bankWords],
        ]}
      />
      <LineActs key={row.id} file={file} />
      <Heading level={3}>这一笔怎么走的</Heading>
      <LineWay file={file} today={today} onLine={onLine} />
      {file.history.length > 0 && (
        <>
          <Heading level={3}>经过</Heading>
          <History history={file.history} />
        </>
      )}
    </article>
  )
}
