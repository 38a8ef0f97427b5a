import type { Span } from '#domain/time/spans'
import { seal } from '#kernel/seal/seal'
import { medicalBills, type MedicalBill } from '#store/people/medical'
import type { SaidRow } from '../../writing/said'
import { writingOf } from '../../writing/statements'

/** What a row says of money, besides whose it is. Amounts in 分. */
export type MedicalSums = Pick<
  MedicalBill,
  'totalFen' | 'selfPaidFen' | 'uncoveredFen' | 'basicFen' | 'criticalFen' | 'reliefFen' | 'otherFen'
>

/** A row of 大额自付: what somebody's treatment cost in some months. */
export interface MedicalRow extends SaidRow, MedicalSums {
  span: Span
  insured: string
  visits: number | null
  hospital: string
  diagnosis: string
}

/** Writes what people paid for treatment. Hospital and diagnosis tell of illness: they are sealed. */
export const medicalList = writingOf<MedicalRow, MedicalBill>({
  kind: 'medical',
  of: medicalBills,
  about: () => 'bill',
  amount: ({ selfPaidFen }) => selfPaidFen,
  fields: ['selfPaidFen'],
  content: (row) => [sumsOf(row), row.insured, row.visits, row.hospital, row.diagnosis],
  document({ keys }, { insured, visits, hospital, diagnosis, ...row }) {
    const closed = (text: string) => (text === '' ? null : seal(keys, text))
    return { ...sumsOf(row), insured, visits, hospitalSealed: closed(hospital), diagnosisSealed: closed(diagnosis) }
  },
})

const sumsOf = ({ totalFen, selfPaidFen, uncoveredFen, basicFen, criticalFen, reliefFen, otherFen }: MedicalSums): MedicalSums => ({
  ...{ totalFen, selfPaidFen, uncoveredFen, basicFen, criticalFen, reliefFen, otherFen },
})
