import { yuan } from '#domain/money/money'
import { open } from '#kernel/seal/seal'
import type { Keys } from '#kernel/seal/keys'
import type { MedicalBill } from '#store/people/medical'
import { row, type Section } from './copy-row'

/** What the person paid for treatment; where and of what only they are told. */
export const billRows = (keys: Keys, bills: MedicalBill[]): Section['rows'] =>
  [...bills]
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
    .flatMap(({ from, to, totalFen, selfPaidFen, hospitalSealed, diagnosisSealed }) =>
      row(
        from === to ? from : `${from} 到 ${to}`,
        [
          totalFen !== null && `总费用 ${yuan(totalFen)} 元`,
          `个人自付 ${yuan(selfPaidFen)} 元`,
          hospitalSealed && open(keys, hospitalSealed),
          diagnosisSealed && open(keys, diagnosisSealed),
        ]
          .filter(Boolean)
          .join('，'),
      ),
    )
