import { useState } from 'react'
import { sayMoment } from '../../../services/wire/clock'
import { Press } from '../../../ui/desk/press'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { Forget } from './forget'
import { useRemembered } from './use-intake'

/** What was answered about headings, agency by agency: each is used for the next file headed so, until somebody makes it forgotten. */
export function Remembered() {
  const query = useRemembered()
  const [open, setOpen] = useState<string>()
  const [news, setNews] = useState(false)
  return (
    <>
      {news && <Notice id="remembered-news">忘掉了。下次来同样表头的表，会再问一次。已经导入的不变。</Notice>}
      <WhenReady query={query} words="正在取记住的表头…">
        {({ answers }) =>
          answers.length === 0 ? (
            <Empty>还没有记住的表头。收文件的时候答过的（哪一列是什么），会一条一条列在这里；答错了，在这里忘掉，下次再问。</Empty>
          ) : (
            <Table
              id="remembered"
              name="记住的表头"
              columns={[
                { id: 'agency', title: '单位', cell: ({ agency }) => agency || '没有写单位的' },
                { id: 'kind', title: '当作什么表', cell: ({ kindLabel }) => kindLabel },
                { id: 'columns', title: '哪一列是什么', cell: ({ columns }) => <Said columns={columns} /> },
                { id: 'at', title: '哪天答的', cell: ({ at }) => sayMoment(Date.parse(at)) },
                {
                  id: 'act',
                  title: '',
                  cell: ({ id }) => (
                    <Press id={`forget-${id}`} expanded={open === id} onPress={() => setOpen(open === id ? undefined : id)}>
                      忘掉
                    </Press>
                  ),
                },
              ]}
              rows={[...answers].sort((a, b) => a.agency.localeCompare(b.agency, 'zh') || b.at.localeCompare(a.at))}
              keyOf={({ id }) => id}
              below={({ id }) =>
                id === open && (
                  <Forget
                    id={id}
                    onClose={() => setOpen(undefined)}
                    onDone={() => {
                      setOpen(undefined)
                      setNews(true)
                    }}
                  />
                )
              }
            />
          )
        }
      </WhenReady>
    </>
  )
}

const Said = ({ columns }: { columns: readonly { heading: string; label: string | null }[] }) => (
  <>
    {columns.length === 0 && '只记住了是什么表'}
    {columns.map(({ heading, label }) => (
      <div key={heading}>{label === null ? `“${heading}”不用` : `“${heading}”是${label}`}</div>
    ))}
  </>
)
