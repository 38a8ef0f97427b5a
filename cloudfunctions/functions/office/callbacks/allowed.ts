import { onlyTownOf } from '#domain/work/batch-powers'
import { isAtBank, type BatchState } from '#domain/work/batches'
import { seesBatch } from '#affairs/batches/allowed'
import type { On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import type { Batch } from '#store/money/batches'

/** Who sees the whole of a batch sees who was asked of it, and may draw: nobody can choose whom. */
export const seesSample = (on: Pick<On, 'county'>, one: Staff, batch: Batch): boolean =>
  seesBatch(on, one, batch) && onlyTownOf(on.county, batch, one) === undefined

/** What stands against drawing now, in words. */
export const whyNotDrawn = (state: BatchState, credited: number): string | undefined =>
  !isAtBank(state)
    ? '这一批还没有交银行。钱到了账，再抽人问收没收到。'
    : credited === 0
      ? '银行还没有说哪一笔到账。导入了银行的回执，再抽人问收没收到。'
      : undefined
