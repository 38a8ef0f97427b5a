import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import type { RefusedRow } from './use-refused'

interface Props {
  row: RefusedRow
  busy: string | false
  onMend: (cells: (string | null)[]) => void
  onClose: () => void
}

/** The row's cells to be put right; the original file stays as it was sent, and who changed what is on record. */
export function MendRow({ row: { id, cells }, busy, onMend, onClose }: Props) {
  const { draft, set } = useKeptDraft<Record<string, string>>(
    `mend ${id}`,
    Object.fromEntries(cells.map(({ column, text }) => [String(column), text])),
  )
  const changed = cells.some(({ column, text }) => draft[column] !== text)
  const { trouble, onSend } = useSending(
    () => (changed ? undefined : '还没有改哪一格。请先把不对的那一格改好，再收下。'),
    () => onMend(rowOf(cells, draft)),
    null,
  )
  return (
    <Form
      id={`mend-send-${id}`}
      send="改好了，收下"
      busy={busy}
      trouble={trouble}
      onSend={onSend}
      wide
      aside={
        <Press kind="quiet" onPress={onClose}>
          先不改
        </Press>
      }
    >
      {[...cells]
        .sort((a, b) => Number(b.failed) - Number(a.failed))
        .map(({ column, heading, failed }) => (
          <TextBox
            key={column}
            id={`cell-${id}-${column}`}
            label={heading || `第 ${column + 1} 列`}
            hint={failed ? '退回是因为这一格' : undefined}
            maxLength={2000}
            value={draft[column] ?? ''}
            onChange={set(String(column))}
          />
        ))}
    </Form>
  )
}

/** All cells by their column, blank ones empty. */
export function rowOf(cells: RefusedRow['cells'], draft: Record<string, string>): (string | null)[] {
  const row: (string | null)[] = Array.from({ length: Math.max(0, ...cells.map(({ column }) => column + 1)) }, () => null)
  for (const { column } of cells) row[column] = draft[column]?.trim() ? draft[column] : null
  return row
}
