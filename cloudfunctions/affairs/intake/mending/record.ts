import type { On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'

/** Whoever reads or changes rows of departments' files is on record, file by file; the terminal too. */
export async function recordRows(on: On, action: string, rows: { importId: string }[], reason?: string): Promise<void> {
  const caller = await on.caller()
  const counts = new Map<string, number>()
  for (const { importId } of rows) counts.set(importId, (counts.get(importId) ?? 0) + 1)
  for (const [id, count] of counts)
    await recordLook(on, caller, { action, granted: true, about: { kind: 'import', id }, rows: count, ...(reason && { reason }) })
}
