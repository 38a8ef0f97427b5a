import type { Day } from '#domain/time/dates'
import { sayDay } from '#domain/time/dates'
import { Press } from '../../../ui/desk/press'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import { useWaitingSources } from './use-look'

interface Props {
  grantId: string
  today: Day
  opening: string | undefined
  onOpen: (householdId: string) => void
}

/** What colleagues say should hold, and one's own yes or no is waited for: opened at the household, where the statements stand. */
export function WaitingSources({ grantId, today, opening, onOpen }: Props) {
  const query = useWaitingSources(grantId)
  return (
    <WhenReady query={query} words="正在找等您定的…">
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty>这项授权的范围里，没有等您同意的。</Empty>
        ) : (
          <Table
            id="waiting-sources"
            name="等您同意的"
            columns={[
              { id: 'place', title: '地方', cell: ({ place }) => place },
              { id: 'label', title: '哪一项', cell: ({ label }) => label },
              { id: 'by', title: '谁提的', cell: ({ by, day }) => `${by}，${sayDay(day, today)}` },
              {
                id: 'do',
                title: '查看',
                cell: ({ householdId, of, label }) => (
                  <Press
                    id={`waiting-open-${householdId}-${of}`}
                    name={`打开，看${label}`}
                    busy={opening === householdId && '正在打开…'}
                    onPress={() => onOpen(householdId)}
                  >
                    打开
                  </Press>
                ),
              },
            ]}
            rows={rows}
            keyOf={({ householdId, of, day }) => `${householdId} ${of} ${day}`}
          />
        )
      }
    </WhenReady>
  )
}
