import type { Day } from '#domain/dates'
import { readAmount } from '#domain/amounts'
import type { KindOfFile } from '../kind'
import { compareWithId, lookAtPlace, readId, readName, readSomeDate } from '../tables/checks'
import type { ColumnSpecs } from '../tables/columns'
import { acceptedOf, dataRows } from '../tables/data-rows'
import { writeDoctors } from '../write/doctors'
import { placeColumns } from './place-columns'

const columns = {
  ...placeColumns,
  name: { names: ['居民>姓名', '姓名', '居民姓名', '签约人', '签约居民', '签约对象'], required: true, merged: true },
  id: { names: ['身份证号', '身份证号码', '公民身份号码', '证件号码', '居民身份证号', '身份证'], required: true, merged: true },
  gender: { names: ['性别'] },
  clinic: { names: ['签约机构', '签约医疗机构', '医疗机构', '服务机构', '机构名称'], merged: true },
  doctor: { names: ['签约医生', '家庭医生', '责任医生', '签约医生姓名', '医生姓名'], required: true, merged: true },
  signed_on: { names: ['签约日期', '签约时间', '协议日期'] },
  group: { names: ['人群分类', '人群类别', '重点人群', '人群', '服务人群'] },
  visits: { names: ['本年履约次数', '履约次数', '本年随访次数', '随访次数', '本年服务次数', '服务次数'] },
} satisfies ColumnSpecs
type Key = keyof typeof columns

/** A row of 家庭医生签约: a person and their doctor. */
export interface DoctorRow {
  id: string
  name: string
  doctor: string
  clinic: string
  signedOn: Day | null
  group: string
  visitsThisYear: number
}

/** 卫健_家庭医生签约名单. */
export const doctor: KindOfFile = {
  kind: 'doctor',
  label: '家庭医生签约名单',
  columns,
  take({ tables, places, until }) {
    const rows = tables.flatMap((table) => dataRows<Key>(table, ['id', 'name']))
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
        name,
        doctor: doctorName,
        clinic: row.text('clinic'),
        signedOn: row.has('signed_on') ? readSomeDate(row, 'signed_on', '签约日期', until) : null,
        group: row.text('group'),
        visitsThisYear: 'fen' in visits ? Math.max(0, Math.round(visits.fen / 100)) : 0,
      }
    })
    return { rows, amountFen: 0, write: (to) => writeDoctors(to, accepted) }
  },
}
