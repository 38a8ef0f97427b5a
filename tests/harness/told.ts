import { randomUUID } from 'node:crypto'
import { fen } from '#domain/money/money'
import { seal } from '#kernel/seal/seal'
import { insert } from '#store/db/write'
import { medicalBills, type MedicalBill } from '#store/people/medical'
import { vitalEvents, type VitalEvent } from '#store/people/vital'
import type { Cloud } from './cloud'

const ofList = {
  digest: 'd',
  importId: 'test',
  importedAt: '2026-10-12T00:00:00.000Z',
  saidOn: '2026-10-10',
  sheet: '(csv)',
  row: 16,
} as const

/** What a list of the police says happened to somebody. */
export async function aVitalEvent({ db, keys }: Cloud, personId: string, over: Partial<VitalEvent> = {}): Promise<string> {
  const _id = randomUUID()
  await insert(db, vitalEvents, {
    ...ofList,
    ...{ _id, personId, householdId: null, kind: 'died', written: '死亡注销', on: '2026-08-17', onIs: 'happened', registeredOn: null },
    ...{ placeSealed: seal(keys, '上海市'), addressSealed: null, causeSealed: seal(keys, '肺部感染') },
    ...{ agency: 'public-security', from: '2026-10', to: '2026-10' },
    ...over,
  })
  return _id
}

/** What somebody paid for treatment, as health insurance says. */
export async function aBill({ db, keys }: Cloud, personId: string, diagnosis: string, over: Partial<MedicalBill> = {}): Promise<string> {
  const _id = randomUUID()
  await insert(db, medicalBills, {
    ...ofList,
    ...{ _id, personId, householdId: null, from: '2026-01', to: '2026-09', totalFen: fen(5_730_387), selfPaidFen: fen(1_593_912) },
    ...{ uncoveredFen: null, basicFen: null, criticalFen: null, reliefFen: null, otherFen: null, insured: '', visits: null },
    ...{ hospitalSealed: seal(keys, '温州医院'), diagnosisSealed: seal(keys, diagnosis), agency: 'medical-insurance' },
    ...over,
  })
  return _id
}
