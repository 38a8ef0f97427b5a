import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns } from './columns'
import { readMedical } from './read'
import { medicalList } from './write'

/** 医保_大额自付人员名单. */
export const medical = kindOfFile({
  kind: 'medical',
  label: '大额自付人员名单',
  called: /自付|大额|医疗费用|住院|医疗救助|高额/,
  columns,
  read: readMedical,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  ...medicalList,
})
