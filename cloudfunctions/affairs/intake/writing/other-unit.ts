import type { Fen } from '#domain/money/money'
import { readAmount } from '#domain/money/amounts'
import { digitsOf } from '#domain/files/cells'
import { blindIndexes } from '#kernel/seal/seal'
import { payments, receipts } from '#store/money/money'
import { FileFault } from '../reading/sheet'
import type { DataRow } from '../tables/data-rows'
import { findIndexed, presentIndexes } from './find-indexed'
import type { Writing } from './writing'

/** So many rows show whether two files count in the same unit. */
const asked = 200
const factors = [100, 10, 1000, 10_000, 0.01, 0.1, 0.001, 0.0001]

/**
 * A receipt and the plan it answers must be counted in the same unit. Where neither heading nor note says one, the amounts do: when on
 * the same cards none is equal and most are exactly a hundred times the other's, one of the two is not what it seems.
 * @throws FileFault then, before anything is written.
 */
export async function refuseOtherUnit(
  { db, keys }: Pick<Writing, 'db' | 'keys'>,
  kind: 'payment-plan' | 'bank-receipt',
  rows: DataRow[],
): Promise<void> {
  const own = rows
    .filter(({ faults }) => faults.length === 0)
    .slice(0, asked)
    .flatMap((row) => {
      const read = readAmount(row.cell('amount'), row.unit('amount'))
      return 'fen' in read ? [{ fen: read.fen, indexes: blindIndexes(keys, 'card', digitsOf(row.cell('card'), 15).text) }] : []
    })
  const cards = own.map(({ indexes }) => indexes)
  const present = presentIndexes(cards)
  const others = new Map<string, number[]>()
  const add = (cardIndex: string, fen: Fen) => others.set(present.get(cardIndex)!, [...(others.get(present.get(cardIndex)!) ?? []), fen])
  if (kind === 'bank-receipt')
    for (const one of await findIndexed(db, payments, keys, 'cardIndex', cards, ['cardIndex', 'dueFen'])) add(one.cardIndex, one.dueFen)
  else
    for (const one of await findIndexed(db, receipts, keys, 'cardIndex', cards, ['cardIndex', 'amountFen']))
      add(one.cardIndex, one.amountFen)

  const known = own.flatMap(({ fen, indexes }) => (others.has(indexes[0]!) ? [{ fen, theirs: others.get(indexes[0]!)! }] : []))
  const alike = (factor: number) => known.filter(({ fen, theirs }) => theirs.some((other) => Math.abs(other * factor - fen) < 0.5)).length
  if (known.length === 0 || alike(1) > 0) return
  const factor = factors.find((one) => alike(one) >= Math.max(2, known.length * 0.6))
  if (factor === undefined) return
  const times = factor > 1 ? `${factor} 倍` : `${Math.round(1 / factor)} 分之一`
  throw new FileFault(
    `同样的卡上，这份${kind === 'bank-receipt' ? '回执的金额正好是发放计划' : '发放计划的金额正好是银行回执'}的${times}，多半是单位不一样（元、分、百元、万元），所以一行也没有导入。请在金额那一列的表头里写上单位，如“金额（分）”，再导入。`,
  )
}
