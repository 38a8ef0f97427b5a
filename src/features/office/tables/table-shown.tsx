import type { TablePreview } from '#contract/supervision/tables'
import { typedDigits } from '#domain/text/typed'
import { Form } from '../../../ui/desk/form'
import { Table } from '../../../ui/desk/table'
import { TextLines } from '../../../ui/desk/text-lines'
import { TotpBox } from '../../../ui/desk/totp-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { useTake, type Wanted } from './use-tables'

/** The first rows of a table as its file has them, how many there are in all, and the way to take it away. */
export function TableShown({ wanted, preview: { title, total, unit, columns, rows } }: { wanted: Wanted; preview: TablePreview }) {
  const take = useTake()
  const { draft, set } = useDraft({ reason: '', totp: '' })
  const faultOf = () => {
    if (draft.reason.trim().length < 4) return '请写明导出做什么用，至少 4 个字。'
    return typedDigits(draft.totp).length === 6 ? undefined : '导出要再填一次动态码：手机验证器上的 6 位数字。'
  }
  const { trouble, onSend } = useSending(
    faultOf,
    () => take.mutate({ ...wanted, count: total, ...draft }, { onSettled: () => set('totp')('') }),
    take.error,
  )
  if (total === 0) return <Empty>这样选下来一行也没有。换一个地方、类别看看。</Empty>
  return (
    <>
      <section className="sheet" aria-label={title}>
        <Heading level={2}>{title}</Heading>
        <p id="tables-total" className="room-words" role="status">{`一共 ${total.toLocaleString('zh-CN')} ${unit}，下面是前几行。`}</p>
        <div className="table-shown">
          <Table
            id="tables-first"
            name={title}
            columns={columns.map(({ id, heading, numeric }, i) => ({
              id,
              title: heading.join(' '),
              numeric,
              cell: (row: string[]) => row[i],
            }))}
            rows={rows}
            keyOf={(row) => String(rows.indexOf(row))}
          />
        </div>
      </section>
      <section className="sheet sheet--narrow" aria-label="导出">
        <Form
          id="tables-take"
          send={`导出这 ${total.toLocaleString('zh-CN')} ${unit}`}
          busy={take.isPending && '正在开始…'}
          trouble={trouble}
          onSend={onSend}
        >
          <TextLines
            id="tables-reason"
            label="导出做什么用"
            hint="表的页眉、页脚写着谁、哪天导出、第几号。每次导出都记下，农户看得到，月报里一把手看得到。"
            maxLength={300}
            rows={2}
            value={draft.reason}
            onChange={set('reason')}
          />
          <TotpBox id="tables-totp" value={draft.totp} onChange={set('totp')} />
          {take.data && <Notice id="tables-begun">{`“${take.data.fileName}”在下面的“导出过的表”里，做好了就能下载。`}</Notice>}
        </Form>
      </section>
    </>
  )
}
