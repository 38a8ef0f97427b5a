import type { Day } from '#domain/time/dates'
import { readAmount } from '#domain/money/amounts'
import type { KindOfFile } from '../../kind'
import { compareWithId, lookAtPlace, readId, readName, readPhone, readSomeDate } from '../../tables/checks'
import { columnsOf } from '../../tables/columns'
import { markCopies } from '../../tables/copies'
import { acceptedOf, dataRows, type DataRow } from '../../tables/data-rows'
import { writeDoctors } from './write'

/** Groups of headings whose names and numbers are not the resident's. */
const others = /医生|医师|团队|机构|监护|代理|联系人|紧急|经办/
const columns = columnsOf('doctor', {
  serial: {},
  town: { merged: true },
  village: { merged: true },
  name: { required: true, merged: true, sole: true, notBelow: others },
  id: { required: true, merged: true, sole: true, notBelow: others },
  gender: {},
  clinic: { merged: true },
  doctor: { required: true, merged: true, sole: true },
  doctor_phone: {},
  signed_on: {},
  group: {},
  visits: {},
  remark: {},
})
type Key = keyof typeof columns

/** A row of 家庭医生签约: a person and their doctor. */
export interface DoctorRow {
  id: string
  name: string
  doctor: string
  clinic: string
  doctorPhone: string | null
  signedOn: Day | null
  group: string
  visitsThisYear: number
  warn: DataRow['warn']
}

/** 卫健_家庭医生签约名单. */
export const doctor: KindOfFile = {
  kind: 'doctor',
  label: '家庭医生签约名单',
  columns,
  take({ tables, places, until }) {
    const rows = markCopies(tables.flatMap((table) => dataRows<Key>(table, ['id', 'name'])))
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
    return { rows, amountFen: 0, write: (to) => writeDoctors(to, accepted) }
  },
}
