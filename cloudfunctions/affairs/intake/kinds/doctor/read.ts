import { fen } from '#domain/money/money'
import { readAmount } from '#domain/money/amounts'
import type { Reading, Source } from '../kind'
import { compareWithId, lookAtPlace, readId, readName, readPhone, readSomeDate } from '../../tables/checks'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows } from '../../tables/data-rows'
import type { DoctorKey } from './columns'
import type { DoctorRow } from './write'

export function readDoctors({ tables, places, until }: Source): Reading<DoctorRow[]> {
  const rows = markCopies(tables.flatMap((table) => dataRows<DoctorKey>(table, ['id', 'name'])))
  const accepted = acceptedOf(rows, (row): DoctorRow => {
    const id = readId(row, 'id')
    const name = readName(row, 'name')
    const doctorName = row.text('doctor')
    if (doctorName === '') row.reject('doctor', 'doctor_missing')
    lookAtPlace(row, places, 'town', 'village')
    if (row.faults.length === 0) compareWithId(row, id, 'gender')
    const visits = readAmount(row.cell('visits'))
    return {
      id,
      warn: (code, detail) => row.warn(code, detail),
      name,
      doctor: doctorName,
      clinic: row.text('clinic'),
      doctorPhone: readPhone(row, 'doctor_phone'),
      signedOn: row.has('signed_on') ? readSomeDate(row, 'signed_on', '签约日期', until) : null,
      group: row.text('group'),
      visitsThisYear: 'fen' in visits ? Math.max(0, Math.round(visits.fen / 100)) : 0,
    }
  })
  return { rows, amountFen: fen(0), accepted }
}
