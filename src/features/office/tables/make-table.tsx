import type { GrantRow } from '#contract/office/granting'
import type { TableChoices } from '#contract/supervision/tables'
import type { Category } from '#domain/register/register'
import { isCalendarDay } from '#domain/time/dates'
import { CheckList } from '../../../ui/desk/check-list'
import { Form } from '../../../ui/desk/form'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextBox } from '../../../ui/desk/text-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { TableShown } from './table-shown'
import { usePreview, type Wanted } from './use-tables'
import { WhichPlace } from './which-place'

interface Props {
  grant: GrantRow
  table: TableChoices['tables'][number]
  places: TableChoices['places']
  categories: readonly { id: Category; name: string }[]
}

/** Which rows and columns of a table; then its first rows, and the way to take it away. */
export function MakeTable({ grant, table, places, categories }: Props) {
  const preview = usePreview()
  const { draft, set } = useDraft({
    ...{ area: grant.area, category: '', from: '', until: '' },
    columns: table.columns.map(({ id }) => id),
  })
  const { area, category, from, until, columns } = draft
  const wanted = {
    ...{ grantId: grant.id, table: table.id, area, columns },
    ...(category !== '' && { category }),
    ...(table.ofTime && { from, until }),
  } as Wanted
  const change =
    <Key extends keyof typeof draft>(key: Key) =>
    (value: (typeof draft)[Key]) => {
      preview.reset()
      set(key)(value)
    }
  const faultOf = () => {
    if (columns.length === 0) return '请至少勾一列。'
    return table.ofTime && !(isCalendarDay(from) && isCalendarDay(until) && from <= until) ? '请选从哪天到哪天。' : undefined
  }
  const { trouble, onSend } = useSending(faultOf, () => preview.mutate(wanted), preview.error)
  return (
    <>
      <section className="sheet" aria-label={table.name}>
        <p className="room-words">{table.what}。表里只有这条授权看得到的列。</p>
        <Form id="tables-preview" send="先看前几行" busy={preview.isPending && '正在取…'} trouble={trouble} onSend={onSend} wide>
          <WhichPlace grant={grant} places={places} value={area} onChange={change('area')} />
          {grant.parts.includes('policies') && (
            <SelectBox
              id="tables-category"
              label="类别"
              options={[{ id: '', label: '全部类别' }, ...categories.map(({ id, name }) => ({ id: id as string, label: name }))]}
              value={category}
              onChange={change('category')}
            />
          )}
          {table.ofTime && <TextBox id="tables-from" label="从哪天起" type="date" value={from} onChange={change('from')} />}
          {table.ofTime && <TextBox id="tables-until" label="到哪天止" type="date" value={until} onChange={change('until')} />}
          <CheckList
            id="tables-columns"
            label="要哪几列"
            hint="用不到的请去掉，带走的越少越好。"
            options={table.columns.map(({ id, heading }) => ({ id, label: heading.join(' ') }))}
            chosen={columns}
            onChange={change('columns')}
          />
        </Form>
      </section>
      {preview.data && <TableShown wanted={wanted} preview={preview.data} />}
    </>
  )
}
