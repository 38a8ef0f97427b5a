import { useState } from 'react'
import type { Vouching } from '#contract/office/counter'
import { sayMoment } from '../../../services/wire/clock'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import { Table } from '../../../ui/desk/table'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { CheckVouching } from './check-vouching'
import { platforms } from './phone-words'
import { useVouchings } from './use-card'

/**
 * What a colleague issued, or a grid worker checked at the door, and that waits for a second person: who enters the digits from
 * the phone.
 */
export function Vouchings() {
  const query = useVouchings()
  const [open, setOpen] = useState<string>()
  const [done, setDone] = useState<string>()
  return (
    <WhenReady query={query} words="正在看有没有要核对的…">
      {({ rows }) => (
        <>
          {done !== undefined && <Notice id="vouch-done">{done}</Notice>}
          {rows.length === 0 ? (
            <Empty>没有要核对的。同事发了登录码、办了委托，或者网格员上门绑了手机，都要由另一个人在这里核对。</Empty>
          ) : (
            <Table
              id="vouchings"
              name="等第二个人核对"
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  id: 'who',
                  title: '谁',
                  cell: ({ name, place }) => (
                    <>
                      {name}
                      <div className="table__note">{place}</div>
                    </>
                  ),
                },
                {
                  id: 'what',
                  title: '办了什么',
                  cell: (row) => (
                    <>
                      {sayWhat(row)}
                      {row.evidence !== undefined && <div className="table__note">{`同意书：${row.evidence}`}</div>}
                    </>
                  ),
                },
                {
                  id: 'by',
                  title: '谁办的',
                  cell: ({ by, at }) => (
                    <>
                      {by}
                      <div className="table__note">{sayMoment(Date.parse(at))}</div>
                    </>
                  ),
                },
                {
                  id: 'act',
                  title: '核对',
                  cell: (row) => (
                    <Act
                      row={row}
                      onOpen={() => {
                        setDone(undefined)
                        setOpen(row.id)
                      }}
                    />
                  ),
                },
              ]}
              below={(row) =>
                row.id === open && (
                  <CheckVouching
                    row={row}
                    onDone={(words) => {
                      setDone(words)
                      setOpen(undefined)
                    }}
                    onNot={() => setOpen(undefined)}
                  />
                )
              }
            />
          )}
        </>
      )}
    </WhenReady>
  )
}

function sayWhat({ kind, relative, platform, door }: Vouching): string {
  const where = platform === undefined ? '' : `（${platforms[platform]}）`
  if (kind === 'proxy') return `委托${relative ?? '家人'}看${where}`
  return door ? `网格员上门绑了手机${where}，现在能看` : `登录码${where}`
}

function Act({ row: { id, own, redeemed }, onOpen }: { row: Vouching; onOpen: () => void }) {
  if (own) return <State kind="waiting" words="您办的，或您请进来的人办的，请别的同事核对" />
  return redeemed ? (
    <Press id={`vouch-${id}`} onPress={onOpen}>
      核对
    </Press>
  ) : (
    <State kind="waiting" words="还没在手机上输码" />
  )
}
