import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
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
  return (
    <Form
      id={`mend-send-${id}`}
      send="改好了，收下"
      busy={busy}
      trouble={undefined}
      onSend={() => changed && onMend(rowOf(cells, draft))}
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
