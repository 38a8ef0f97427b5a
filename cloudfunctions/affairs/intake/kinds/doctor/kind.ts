import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns } from './columns'
import { readDoctors } from './read'
import { writeDoctors } from './write'

/** 卫健_家庭医生签约名单. */
export const doctor = kindOfFile({
  kind: 'doctor',
  label: '家庭医生签约名单',
  called: /签约|家庭医生|家医|履约/,
  columns,
  read: readDoctors,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  write: writeDoctors,
})
