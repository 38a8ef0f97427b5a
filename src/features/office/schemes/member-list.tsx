import type { SchemeMemberRow } from '#contract/office/schemes'
import { yuan } from '#domain/money/money'
import { sayDay, type Day } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { sayReturning, stateOfMember, viewNames } from './scheme-words'
import type { Place } from './place'
import { useMembers } from './use-schemes'

interface Props {
  place: Extract<Place, { at: 'members' }>
  today: Day
  onGo: (place: Place) => void
}

/** The households behind one number. */
export function MemberList({ place, today, onGo }: Props) {
  const { id, view, year } = place
  const query = useMembers({ id, view, ...(year !== undefined && { year }) })
  return (
    <WhenReady query={query} words="正在取这些户…">
      {({ rows, total }) => (
        <>
          <div className="schemes__top">
            <Heading level={2}>{`${year === undefined ? '' : `${year}年`}${viewNames[view]}：${total} 户`}</Heading>
          </div>
          {rows.length === 0 ? (
            <Empty>现在一户也没有。</Empty>
          ) : (
            <Table
              id="scheme-members"
              name={viewNames[view]}
              columns={columns(today, (member) => onGo({ at: 'member', id: member, from: place }))}
              rows={rows}
              keyOf={(row) => row.id}
              warm={(row) => stateOfMember(row).kind === 'needs-you'}
            />
          )}
          {query.hasNextPage && (
            <Press id="scheme-more" busy={query.isFetchingNextPage && '正在取…'} onPress={() => void query.fetchNextPage()}>
              {`再看一些（一共 ${total} 户）`}
            </Press>
          )}
        </>
      )}
    </WhenReady>
  )
}

const columns = (today: Day, onOpen: (id: string) => void): Column<SchemeMemberRow>[] => [
  {
    id: 'who',
    title: '户主',
    cell: ({ who, place }) => (
      <>
        <strong>{who}</strong>
        <div className="table__note">{place}</div>
      </>
    ),
  },
  {
    id: 'state',
    title: '到哪一步',
    cell: (row) => (
      <>
        <State {...stateOfMember(row)} />
        <div className="table__note">
          {[
            sayReturning(row, today),
            row.off && `${sayDay(row.off.since, today)}离开名册${row.off.toldOn ? `，${sayDay(row.off.toldOn, today)}告知` : ''}`,
          ]
            .filter(Boolean)
            .join('；')}
        </div>
      </>
    ),
  },
  {
    id: 'capital',
    title: '本金（元）',
    numeric: true,
    cell: ({ state, standingFen, returnedFen, listedFen }) => (
      <>
        {yuan(state === 'listed' ? listedFen : standingFen)}
        <div className="table__note">{state === 'listed' ? '分红表上写的' : returnedFen > 0 ? `退了 ${yuan(returnedFen)}` : ''}</div>
      </>
    ),
  },
  {
    id: 'year',
    title: '分红（元）',
    numeric: true,
    cell: ({ year }) =>
      year ? (
        <>
          {yuan(year.paidFen)}
          <div className="table__note">
            {`${year.year}年${year.dueFen > 0 ? `应分 ${yuan(year.dueFen)}` : ''}${year.outstandingFen > 0 ? `，差 ${yuan(year.outstandingFen)}` : ''}`}
          </div>
        </>
      ) : (
        '没有'
      ),
  },
  {
    id: 'do',
    title: '办理',
    cell: ({ id, who }) => (
      <Press id={`member-open-${id}`} name={`打开${who}`} onPress={() => onOpen(id)}>
        打开
      </Press>
    ),
  },
]
