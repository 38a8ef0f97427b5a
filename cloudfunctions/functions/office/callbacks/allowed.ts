import type { County } from '#domain/county/county'
import { isAtBank, type BatchState } from '#domain/work/batches'
import { refusals, type Refusal } from '#kernel/call/errors'
import type { Staff } from '#store/access/staff'
import type { Batch } from '#store/money/batches'

/** Whose money it is to look after: whoever pays, the agencies of its programmes, finance and discipline. */
export const seesSample = ({ duties, programmes }: County, { agencyId, role }: Staff, batch: Batch): boolean =>
  agencyId === batch.agencyId ||
  agencyId === duties.finance ||
  (agencyId === duties.discipline && role !== 'data-officer') ||
  programmes.some(({ id, agency }) => agency === agencyId && batch.programmes.includes(id))

/** What stands against drawing now, in words. */
export const whyNotDrawn = (state: BatchState, credited: number): string | undefined =>
  !isAtBank(state)
    ? '这一批还没有交银行。钱到了账，再抽人问收没收到。'
    : credited === 0
      ? '银行还没有说哪一笔到账。导入了银行的回执，再抽人问收没收到。'
      : undefined

/** Unknown and not theirs answer alike. */
export const noBatch = (): Refusal => refusals.notFound('没有这一批，或者不归本单位看。请回到批次列表刷新。')
