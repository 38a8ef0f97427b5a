import { fen } from '#domain/money/money'
import { readAmount } from '#domain/money/amounts'
import type { Reading, Source } from '../kind'
import { compareWithId, lookAtPlace, readId, readName, readPhone, readSomeDate } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows } from '../../tables/data-rows'
import { firstNamed } from '../../writing/workers'
import type { DoctorKey } from './columns'
import type { DoctorRow } from './write'

export function readDoctors({ tables, places, until }: Source): Reading<DoctorRow, object> {
  const rows = markCopies(tables.flatMap((table) => dataRows<DoctorKey>(table, ['id', 'name'])))
  const own = acceptedOf(rows, (row): Omit<DoctorRow, 'firstNamed'> & { phone: string | null } => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const doctorName = row.text('doctor')
    if (doctorName === '') row.reject('doctor', 'doctor_missing')
    const home = lookAtPlace(row, places, 'town', 'village')
    if (row.faults.length === 0) compareWithId(row, id, 'gender')
    const visits = readAmount(row.cell('visits'))
    return {
      id,
      home,
      at: row.place,
      name,
      doctor: doctorName,
      clinic: row.text('clinic'),
      phone: readPhone(row, 'doctor_phone'),
      signedOn: row.has('signed_on') ? readSomeDate(row, 'signed_on', '签约日期', until) : null,
      group: row.text('group'),
      visitsThisYear: 'fen' in visits ? Math.max(0, Math.round(visits.fen / 100)) : 0,
    }
  })
  const named = firstNamed(own.map(({ doctor, clinic, phone }) => ({ role: 'doctor', name: doctor, unit: clinic, post: null, phone })))
  return { rows, amountFen: fen(0), accepted: own.map(({ phone: _, ...row }, i) => ({ ...row, firstNamed: named[i]! })), told: {} }
}
