import type { SchemeRow } from '#contract/office/schemes'
import { yuan } from '#domain/money/money'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import type { Column } from '../../../ui/desk/table'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import { Counted } from './counted'
import { sayRate, stateOfScheme } from './scheme-words'
import type { Place } from './place'
import { useSchemes } from './use-schemes'

/** Every scheme with its numbers. One that only lists name is registered from here. */
export const SchemeList = ({ onGo }: { onGo: (place: Place) => void }) => (
  <WhenReady query={useSchemes()} words="正在取项目…">
    {({ rows, opens }) => (
      <>
        {opens.may && (
          <div className="form__end schemes__top">
            <Press id="scheme-new" kind="main" onPress={() => onGo({ at: 'open', name: '' })}>
              登记一个项目
            </Press>
          </div>
        )}
        {rows.length === 0 ? (
          <Empty>还没有抱团项目。导入分红表，或者登记一个项目，就会到这里。</Empty>
        ) : (
          <Table id="schemes-table" name="抱团项目" columns={columns(opens.may, onGo)} rows={rows} keyOf={({ id }) => id} />
        )}
      </>
    )}
  </WhenReady>
)

const columns = (may: boolean, onGo: (place: Place) => void): Column<SchemeRow>[] => [
  {
    id: 'name',
    title: '项目',
    cell: ({ name, mode, place, operator, rate, like }) => (
      <>
        <strong>{name}</strong>
        <div className="table__note">
          {[mode, place, operator, rate !== undefined && `一年 ${sayRate(rate)}`].filter(Boolean).join('，')}
        </div>
        {like && (
          <div className="table__note">
            {`和登记的“${like.join('”“')}”只差地名。是同一个项目的，请送表的单位照登记的名称改了再送；不是的，另外登记。`}
          </div>
        )}
      </>
    ),
  },
  { id: 'state', title: '到哪一步', cell: (row) => <State {...stateOfScheme(row)} /> },
  {
    id: 'in',
    title: '户',
    numeric: true,
    cell: ({ id, totals }) => (
      <>
        <Counted id={`in-${id}`} count={totals.in} onOpen={() => onGo({ at: 'members', id, view: 'in' })} />
        <div className="table__note">{totals.listed > 0 ? `表上 ${totals.listed.toLocaleString('zh-CN')}` : ''}</div>
      </>
    ),
  },
  {
    id: 'capital',
    title: '本金（元）',
    numeric: true,
    cell: ({ totals }) => (
      <>
        {yuan(totals.standingFen)}
        <div className="table__note">{totals.listedFen > 0 ? `表上 ${yuan(totals.listedFen)}` : ''}</div>
      </>
    ),
  },
  {
    id: 'year',
    title: '最近一年分红（元）',
    numeric: true,
    cell: ({ totals: { years } }) =>
      years[0] ? (
        <>
          {yuan(years[0].paidFen)}
          <div className="table__note">{`${years[0].year}年${years[0].outstandingFen > 0 ? `，差 ${yuan(years[0].outstandingFen)}` : ''}`}</div>
        </>
      ) : (
        '没有'
      ),
  },
  {
    id: 'waiting',
    title: '等批准',
    numeric: true,
    cell: ({ id, totals }) => (
      <Counted id={`waiting-${id}`} count={totals.waiting} onOpen={() => onGo({ at: 'members', id, view: 'waiting' })} />
    ),
  },
  {
    id: 'returning',
    title: '等退本金',
    numeric: true,
    cell: ({ id, totals }) => (
      <Counted id={`returning-${id}`} count={totals.returning} onOpen={() => onGo({ at: 'members', id, view: 'returning' })} />
    ),
  },
  {
    id: 'untold',
    title: '没告知',
    numeric: true,
    cell: ({ id, totals }) => (
      <Counted id={`untold-${id}`} count={totals.untold} onOpen={() => onGo({ at: 'members', id, view: 'untold' })} />
    ),
  },
  {
    id: 'do',
    title: '办理',
    cell: ({ id, name, state }) => (
      <span className="scheme__do">
        <Press id={`scheme-open-${id}`} name={`打开${name}`} onPress={() => onGo({ at: 'scheme', id })}>
          打开
        </Press>
        {may && (state === undefined || state === 'refused') && (
          <Press id={`scheme-register-${id}`} name={`登记${name}`} onPress={() => onGo({ at: 'open', name })}>
            登记
          </Press>
        )}
      </span>
    ),
  },
]
