import { sayDay } from '#domain/time/dates'
import { today as dayNow } from '../../../services/wire/clock'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import { useLife } from './use-refused'

/** How long refused rows wait at each agency, and how soon they are mended. No ranking: in the order of the county's list. */
export function Life() {
  const query = useLife()
  const today = dayNow()
  return (
    <WhenReady query={query} words="正在数…">
      {({ agencies }) =>
        agencies.length === 0 ? (
          <Empty>还没有退回过行。有了以后，这里看得到每个单位还有几行没改、最早的等了多久、一般几天改好。</Empty>
        ) : (
          <Table
            id="life"
            name="各单位等了多久"
            columns={[
              { id: 'agency', title: '单位', cell: ({ agency }) => agency },
              { id: 'open', title: '还没改的', numeric: true, cell: ({ open }) => `${open} 行` },
              { id: 'oldest', title: '最早的是', cell: ({ oldest }) => (oldest === null ? '' : sayDay(oldest, today)) },
              { id: 'mended', title: '改好的', numeric: true, cell: ({ mended }) => `${mended} 行` },
              {
                id: 'days',
                title: '一般几天改好',
                numeric: true,
                cell: ({ medianDays }) => (medianDays === null ? '还没有改好的' : `${medianDays} 天`),
              },
              { id: 'unseen', title: '要看还没看的', numeric: true, cell: ({ unseen }) => `${unseen} 行` },
            ]}
            rows={agencies}
            keyOf={({ agencyId }) => agencyId ?? ''}
          />
        )
      }
    </WhenReady>
  )
}
