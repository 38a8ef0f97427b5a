import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { FileKind } from '#contract/intake/actions'

/** The truth about the fixture files, written by whoever made them: never our own output. */
const folder = resolve(__dirname, '../fixtures/departments')

interface TrueRow {
  sheet: string
  row: number
  reason: string
  field?: string
}
export interface TrueFile {
  n: number
  file: string
  data_rows: number
  accepted: number
  rejected: (TrueRow & { field: string; amounts_fen: Record<string, number> })[]
  warnings: TrueRow[]
  normalised: { sheet: string; row: number; col: string; raw: string; expected: string }[]
  amounts: Record<string, { sum_fen_accepted: number }>
  by_project?: Record<string, { rows: number; sum_fen: number }>
  success?: { rows: number; sum_fen: number }
  failed?: { rows: number; sum_fen: number }
  dates?: { row: number; form: string; expected: string | null }[]
  households_accepted?: number
}
interface Finding {
  kind: string
  id: string | null
  at: { file: string; row: number }[]
  fen?: number
  card?: string
  project?: string
  code?: string
  project_no?: string
}

const truth = JSON.parse(readFileSync(join(folder, 'TRUTH.json'), 'utf8')) as { files: TrueFile[]; findings: Finding[] }

/** A text file has no sheets: the truth calls its one table now (csv), now Sheet1. */
for (const { file, rejected, warnings } of truth.files)
  if (file.endsWith('.csv')) for (const row of [...rejected, ...warnings]) row.sheet = '(csv)'

export const findings = (kind: string): Finding[] => truth.findings.filter((finding) => finding.kind === kind)

const kinds: Record<number, [FileKind, string | undefined]> = {
  1: ['register', 'monthly_amount'],
  2: ['disability', 'total'],
  3: ['payment-plan', 'amount'],
  4: ['bank-receipt', 'amount'],
  5: ['farmland', 'amount'],
  6: ['schooling', 'amount'],
  7: ['pairing', undefined],
  9: ['doctor', undefined],
  8: ['vital', undefined],
  10: ['dividend', 'dividend'],
  11: ['project', 'total_investment'],
  12: ['medical', 'self_paid'],
}

/** The files that this first cut takes in, with their kind and main amount. */
export const takenFiles = truth.files.flatMap((file) => {
  const known = kinds[file.n]
  return known
    ? [{ ...file, kind: known[0], path: join(folder, file.file), sumFen: known[1] ? file.amounts[known[1]]!.sum_fen_accepted : 0 }]
    : []
})
export const fileOf = (n: number) => takenFiles.find((file) => file.n === n)!
