import { useState } from 'react'
import { sayRow } from '../../../ui/desk/say-row'
import { Press } from '../../../ui/desk/press'
import { Table } from '../../../ui/desk/table'
import { TurnPages } from '../../../ui/desk/turn-pages'
import { useKept } from '../../../ui/desk/use-kept'
import { Empty } from '../../../ui/read/empty'
import { WhenReady } from '../../../ui/read/when-ready'
import { Choose } from './choose'
import { SayLooked } from './say-looked'
import { useWarned, type RefusedOf } from './use-refused'

/** Rows that were taken in and that somebody should look at: is it really so? */
export function WarnedRows({ onNews }: { onNews: (words: string) => void }) {
  const [of, setOf] = useKept<RefusedOf>('warned of', {})
  const [pages, setPages] = useState<(string | undefined)[]>([undefined])
  const [open, setOpen] = useState<string>()
  const query = useWarned(of, pages.at(-1))
  return (
    <WhenReady query={query} words="正在取要看的行…">
      {({ rows, counts, next }) =>
        counts.length === 0 ? (
          <Empty>没有要看的。收下了、可是看着不对的行会到这里，比如亩数乘单价不等于金额：看过、问过，写一句就好。</Empty>
        ) : (
          <>
            <Choose
              counts={counts}
              of={of}
              onChange={(next) => {
                setOf(() => next)
                setPages([undefined])
              }}
            />
            <Table
              id="warned"
              name="要看的行"
              columns={[
                { id: 'at', title: '哪一行', cell: ({ fileName, sheet, row }) => `《${fileName}》${sayRow(sheet, row)}` },
                { id: 'why', title: '看着不对的地方', cell: ({ message }) => message },
                {
                  id: 'act',
                  title: '看过了吗',
                  cell: (row) =>
                    row.seen ? (
                      `${row.seen.by}：${row.seen.words}`
                    ) : (
                      <Press id={`seen-${row.id}`} expanded={open === row.id} onPress={() => setOpen(open === row.id ? undefined : row.id)}>
                        看过了
                      </Press>
                    ),
                },
              ]}
              rows={rows}
              keyOf={({ id }) => id}
              below={({ id }) =>
                id === open && (
                  <SayLooked
                    id={id}
                    onDone={() => {
                      setOpen(undefined)
                      onNews('记下了。')
                    }}
                  />
                )
              }
            />
            <TurnPages
              id="warned"
              onBack={pages.length > 1 ? () => setPages(pages.slice(0, -1)) : undefined}
              onNext={next === undefined ? undefined : () => setPages([...pages, next])}
            />
          </>
        )
      }
    </WhenReady>
  )
}
