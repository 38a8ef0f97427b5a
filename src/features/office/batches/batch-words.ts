import type { BatchFile } from '#contract/office/batches'
import { roleNames } from '#domain/access/staff'
import { yuan, type Fen } from '#domain/money/money'
import { isAtBank, type BatchState } from '#domain/work/batches'
import { lineStateNames, type LineState } from '#domain/work/batch-lines'
import type { StateKind } from '../../../ui/desk/state'

type By = BatchFile['history'][number]['by']

const batchKinds: Partial<Record<BatchState, StateKind>> = {
  review: 'needs-you',
  answered: 'needs-you',
  closed: 'done',
  cancelled: 'ended',
}
/** Where a batch stands, as a shape. */
export const kindOfBatch = (state: BatchState): StateKind => batchKinds[state] ?? 'waiting'

const lineKinds: Partial<Record<LineState, StateKind>> = {
  held: 'needs-you',
  'left-out': 'ended',
  credited: 'done',
  refused: 'needs-you',
  returned: 'needs-you',
  unclear: 'needs-you',
  mending: 'needs-you',
  reissued: 'done',
  recovering: 'needs-you',
  recovered: 'done',
  unrecoverable: 'ended',
}

/** Where a line stands, as a shape and words: one that waits is at the bank once the batch is. */
export const stateOfLine = (state: LineState, batch: BatchState): { kind: StateKind; words: string } => ({
  kind: lineKinds[state] ?? 'waiting',
  words: state === 'planned' && isAtBank(batch) ? '银行正在发' : lineStateNames[state],
})

/** 396 行、287,512 元: how every number of lines stands beside its money. */
export const sayTotals = ({ lines, fen }: { lines: number; fen: Fen }): string => `${lines.toLocaleString('zh-CN')} 行、${yuan(fen)} 元`

/** 县财政局的工作人员 王科员; what follows by itself. */
export const sayBy = ({ as, name = '', role, agency = '' }: By): string =>
  as === 'itself' ? '系统' : `${name}（${agency}${role ? roleNames[role] : ''}）`
