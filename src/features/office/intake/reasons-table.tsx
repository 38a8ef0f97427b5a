import { useState } from 'react'
import type { RowReason } from '#contract/intake/actions'
import { sayRow } from '../../../ui/desk/say-row'
import { Press } from '../../../ui/desk/press'
import { Table } from '../../../ui/desk/table'
import { State } from '../../../ui/desk/state'
import { Heading } from '../../../ui/read/heading'

interface Props {
  reasons: readonly RowReason[]
  /** So many there are in all; the list may hold the first only. */
  all: number
  /** Whether the file is in already: until then these are only what would be. */
  isIn: boolean
}

/** So many at first. */
const first = 20

/** Rows that are refused, and rows that somebody must look at, with the reason and how to mend it. */
export function ReasonsTable({ reasons, all, isIn }: Props) {
  const [whole, setWhole] = useState(false)
  return (
    <section className="sheet" aria-label="退回的和要看的行">
      <Heading level={2}>退回的和要看的行</Heading>
      <div className="table__note look__sheet">
        {isIn ? '退回的行在“退回的行”里改，改好一行收一行。' : '导入时这些行不会丢：退回的记下来等人改，要看的照样收下。'}
        {all > reasons.length ? `一共 ${all} 条，先列 ${reasons.length} 条。` : ''}
      </div>
      <Table
        id="reasons"
        name="退回的和要看的行"
        columns={[
          {
            id: 'state',
            title: '怎么样',
            cell: ({ outcome }) => (
              <State kind={outcome === 'quarantined' ? 'needs-you' : 'neither'} words={outcome === 'quarantined' ? '退回' : '要看'} />
            ),
          },
          { id: 'at', title: '哪一行', cell: ({ sheet, row }) => <span className="table__whole">{sayRow(sheet, row)}</span> },
          { id: 'why', title: '为什么、怎么改', cell: ({ message }) => message },
        ]}
        rows={(whole ? reasons : reasons.slice(0, first)).map((reason, i) => ({ ...reason, id: String(i) }))}
        keyOf={({ id }) => id}
      />
      {reasons.length > first && (
        <Press id="reasons-all" expanded={whole} onPress={() => setWhole(!whole)}>
          {whole ? `只看前 ${first} 条` : `看全部 ${reasons.length} 条`}
        </Press>
      )}
    </section>
  )
}
