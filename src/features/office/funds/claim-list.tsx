import type { MoneyClaimRow } from '#contract/supervision/money'
import { yuan } from '#domain/money/money'
import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { useUsableGrants } from '../../../services/desk/usable-grants'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { Table, type Column } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { useClaims, type WantedClaims } from './use-funds'

/** Behind which number, and what it is called: 10月，南田镇，没到. */
export interface Opened {
  asked: WantedClaims
  words: string
}

interface Props {
  opened: Opened
  /** '' under none: names are masked. */
  grantId: string
  today: Day
  onGrant: (id: string) => void
  onOpen: (id: string) => void
}

/** The dues behind a number: whose, how much, and where what has not come is. */
export function ClaimList({ opened: { asked, words }, grantId, today, onGrant, onOpen }: Props) {
  const query = useClaims({ ...asked, ...(grantId !== '' && { grantId }) })
  return (
    <>
      <div className="funds__behind">
        <Heading level={2}>{words}</Heading>
      </div>
      <WhichGrant value={grantId} onChange={onGrant} />
      <WhenReady query={query} words="正在取明细…">
        {({ rows, total }) => (
          <>
            {rows.length === 0 ? (
              <Empty>现在一笔也没有了：数字重新数过，或者情况变了。请回到汇总再看。</Empty>
            ) : (
              <>
                <p className="room-words">{`一共 ${total.toLocaleString('zh-CN')} 笔，按村排。打开看过都记了一笔。`}</p>
                <Table id="funds-claims" name={words} columns={columnsOf(today, onOpen)} rows={rows} keyOf={({ id }) => id} warm={isWarm} />
              </>
            )}
            {query.hasNextPage && (
              <Press id="claims-more" busy={query.isFetchingNextPage && '正在取…'} onPress={() => void query.fetchNextPage()}>
                {`再看一些（看了 ${rows.length} 笔，一共 ${total} 笔）`}
              </Press>
            )}
          </>
        )}
      </WhenReady>
    </>
  )
}

const isWarm = ({ surplus, disputed }: MoneyClaimRow): boolean => surplus.length > 0 || disputed

/** Full names are for whoever has a grant that opens them. */
function WhichGrant({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { data } = useUsableGrants()
  const grants = (data?.grants ?? []).filter(({ area, parts }) => area !== '' && parts.includes('money'))
  if (grants.length === 0) return null
  return (
    <div className="filters">
      <SelectBox
        id="funds-grant"
        label="按哪一项授权看"
        options={[
          { id: '', label: '不用授权，姓名遮住' },
          ...grants.map(({ id, purposeLabel, areaName }) => ({ id, label: `${purposeLabel}，${areaName}` })),
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}

const columnsOf = (today: Day, onOpen: (id: string) => void): Column<MoneyClaimRow>[] => [
  {
    id: 'who',
    title: '谁的',
    cell: ({ name, whose, place }) => (
      <>
        <strong>{whose === 'household' ? `${name}家` : name}</strong>
        <div className="table__note">{place}</div>
      </>
    ),
  },
  {
    id: 'what',
    title: '哪一笔',
    cell: ({ programme, period }) => (
      <>
        {programme.name}
        <div className="table__note">{period}</div>
      </>
    ),
  },
  { id: 'due', title: '应发（元）', numeric: true, cell: ({ dueFen }) => yuan(dueFen) },
  {
    id: 'credited',
    title: '到账（元）',
    numeric: true,
    cell: ({ creditedFen, creditedOn }) => (
      <>
        {yuan(creditedFen)}
        {creditedOn !== undefined && <div className="table__note">{sayDay(creditedOn, today)}</div>}
      </>
    ),
  },
  {
    id: 'where',
    title: '没到的、多付的',
    cell: ({ outstanding, surplus, disputed }) => (
      <>
        {outstanding.map(({ reason, name, fen, days }) => (
          <div key={reason}>{`${yuan(fen)} 元没到：${name}${days ? `，${days} 天了` : ''}`}</div>
        ))}
        {surplus.map(({ reason, name, fen }) => (
          <div key={reason}>{`${yuan(fen)} 元要追回：${name}`}</div>
        ))}
        {disputed && <div>农户说的和银行不一样</div>}
      </>
    ),
  },
  {
    id: 'do',
    title: '来龙去脉',
    cell: ({ id, name, programme }) => (
      <Press id={`claim-${id}`} name={`看${name}这笔${programme.name}的来龙去脉`} onPress={() => onOpen(id)}>
        打开
      </Press>
    ),
  },
]
