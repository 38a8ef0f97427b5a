import type { BatchList } from '#contract/office/batches'
import { monthOf, type Day, type Month } from '#domain/time/dates'
import { SelectBox } from '../../../ui/desk/select-box'
import { useKept } from '../../../ui/desk/use-kept'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { monthChoices } from './batch-filters'
import { DraftForm } from './draft-form'
import { useBatches, useSources } from './use-batches'

interface Props {
  today: Day
  onOpened: (id: string) => void
}

/** 编一批: whose, of which month, and from what. */
export function NewBatch({ today, onOpened }: Props) {
  return (
    <article className="sheet batch-new" aria-label="编一批">
      <Heading level={2}>编一批</Heading>
      <p className="room-words">编好只是草稿：逐行核对过，另一个人批准以后才冻结，才生成得出给银行的报盘文件。</p>
      <WhenReady query={useBatches({ view: 'open' })} words="正在打开…">
        {(list) => <OfMonth list={list} today={today} onOpened={onOpened} />}
      </WhenReady>
    </article>
  )
}

function OfMonth({ list: { agencies, banks }, today, onOpened }: Props & { list: BatchList }) {
  const paying = agencies.filter(({ pays }) => pays)
  const [agency, setAgency] = useKept('batch new agency', '')
  const [month, setMonth] = useKept<Month>('batch new month', monthOf(today))
  const payer = paying.find(({ id }) => id === agency) ?? paying[0]
  if (payer === undefined) return <Empty>您的单位没有要发的项目，编不了批次。</Empty>
  return (
    <>
      <div className="filters">
        {paying.length > 1 && (
          <SelectBox
            id="batch-agency"
            label="谁发"
            options={paying.map(({ id, name }) => ({ id, label: name }))}
            value={payer.id}
            onChange={(id) => setAgency(() => id)}
          />
        )}
        <SelectBox id="batch-month" label="发哪个月的" options={monthChoices(today)} value={month} onChange={(id) => setMonth(() => id)} />
      </div>
      <Sources key={`${payer.id} ${month}`} agencyId={payer.id} month={month} banks={banks} today={today} onOpened={onOpened} />
    </>
  )
}

interface SourcesProps extends Props {
  agencyId: string
  month: Month
  banks: BatchList['banks']
}

function Sources({ agencyId, month, ...props }: SourcesProps) {
  return (
    <WhenReady query={useSources(agencyId, month)} words="正在看这个月有什么要发…">
      {(sources) => <DraftForm agencyId={agencyId} month={month} sources={sources} {...props} />}
    </WhenReady>
  )
}
