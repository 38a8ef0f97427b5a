import { sayPosts, unitName } from '#domain/access/posts'
import type { County } from '#domain/county/county'
import { batchPowers, linePowers, type BatchParty } from '#domain/work/batch-powers'
import { batchActNames, type BatchAct } from '#domain/work/batches'
import type { LineAct } from '#domain/work/batch-lines'
import type { Batch } from '#store/money/batches'

/** Whose act it is, by unit and post. */
export const whoDoesBatch = (county: County, act: BatchAct, batch: Batch): string =>
  who(county, batchPowers[act], batch, secondOfBatch[act])
export const whoDoesLine = (county: County, act: LineAct, batch: Batch): string => who(county, linePowers[act], batch, secondOfLine[act])

const secondOfBatch: Partial<Record<BatchAct, string>> = {
  approve: '提交的人、定过照发的人',
  confirm: '提交的人',
  reset: '申请解冻的人',
  refuseReset: '申请解冻的人',
}
const secondOfLine: Partial<Record<LineAct, string>> = {
  ...{ agreeMend: '提出改账户的人', refuseMend: '提出改账户的人', giveUp: '提出不再发的人' },
  ...{ tookBack: '开始追回的人', unrecoverable: '开始追回的人' },
}

function who(
  county: County,
  powers: (typeof batchPowers)[BatchAct],
  { agencyId }: Pick<Batch, 'agencyId'>,
  other: string | undefined,
): string {
  const { finance } = county.duties
  const units: Record<BatchParty, string> = {
    ...{ payer: unitName(county, agencyId), finance: unitName(county, finance) },
    ...{ overseer: unitName(county, county.duties.discipline), town: '当地乡镇政府' },
  }
  const posts = new Map(powers.map(({ party, roles }) => [units[party], sayPosts(units[party], roles)]))
  const named = [...posts.values()].join('，或')
  return other ? `${named}（不是${other}，也不是${other}开通的账号）` : named
}

/** Money that was approved goes as it was approved, or its total is approved anew: in either case by a second person. */
export const whatIsNew = `要照发的，请另一个人看过，点“${batchActNames.confirm}”；先不发、不发的，请申请解冻，重编、定好再批准。`

/** What is to be done next with a batch, by whom. */
export function sayNext(county: County, batch: Batch): string {
  const { state, undecided, resetAskedBy } = batch
  const unit = unitName(county, batch.agencyId)
  if (state === 'draft') return undecided > 0 ? `还有 ${undecided} 行要${unit}的人定：照发、先不发还是不发。` : `等${unit}的人提交复核。`
  if (state === 'review') return `等${whoDoesBatch(county, 'approve', batch)}批准。`
  if (state === 'frozen' && resetAskedBy !== null) return `有人申请解冻，等${whoDoesBatch(county, 'reset', batch)}来定。`
  if (state === 'frozen' && undecided > 0)
    return `批准以后又查出 ${undecided} 行有新情况，等${whoDoesBatch(county, 'confirm', batch)}看过；先不发的申请解冻。`
  if (state === 'frozen') return `等${unit}的人生成报盘文件，交给银行。`
  if (state === 'sent') return '等银行的回执：收到以后照常导入。'
  if (state === 'answered') return '没有入账的改好账户再发，都有了结果就办结。'
  return state === 'closed' ? '已经办结。' : '已经作废。'
}
