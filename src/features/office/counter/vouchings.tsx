import { useState } from 'react'
import type { Vouching } from '#contract/office/people'
import { typedCode } from '#domain/text/typed'
import { sayMoment } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { State } from '../../../ui/desk/state'
import { Sure } from '../../../ui/desk/sure'
import { Table } from '../../../ui/desk/table'
import { TextBox } from '../../../ui/desk/text-box'
import { useSending } from '../../../ui/desk/use-sending'
import { Empty } from '../../../ui/read/empty'
import { Notice } from '../../../ui/read/notice'
import { WhenReady } from '../../../ui/read/when-ready'
import { platforms } from './phone-words'
import { useStopVouching, useVouch, useVouchings } from './use-card'

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
                  <Check
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

function Check({ row: { kind, id, name }, onDone, onNot }: { row: Vouching; onDone: (words: string) => void; onNot: () => void }) {
  const vouch = useVouch()
  const stop = useStopVouching()
  const [code, setCode] = useState('')
  const { trouble, onSend } = useSending(
    () => (/^\d{6}$/.test(typedCode(code)) ? undefined : '核对码是 6 位数字，请看着那部手机再输一遍。'),
    () => vouch.mutate({ kind, id, code }, { onSuccess: ({ from }) => onDone(`核对好了，${sayMoment(Date.parse(from))}生效。`) }),
    vouch.error,
  )
  return (
    <Form
      id="vouch-send"
      send="核对无误"
      busy={vouch.isPending && '正在核对…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="vouch-not" kind="quiet" onPress={onNot}>
          先不
        </Press>
      }
    >
      <p>{`请认${name}本人和身份证${kind === 'proxy' ? '、书面同意书' : ''}，再看那部手机“我的”里的 6 个数字。不在跟前的，请打登记的电话让本人自己念。`}</p>
      <TextBox id="vouch-code" label="手机上的 6 个数字" digits ready maxLength={12} value={code} onChange={setCode} />
      <Sure
        id={`vouch-stop-${id}`}
        first="不对，停掉"
        question="停掉以后，那部手机什么也看不到，要用得重新办。"
        second="停掉"
        busy={stop.isPending && '正在停…'}
        trouble={sayTrouble(stop.error)}
        onSure={() => stop.mutate({ kind, id }, { onSuccess: () => onDone('停掉了。') })}
      />
    </Form>
  )
}
