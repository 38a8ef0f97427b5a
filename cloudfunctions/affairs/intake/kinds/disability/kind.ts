import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns, isDisabilityList } from './columns'
import { readDisability } from './read'
import { writing } from './write'

/** 残联_残疾人两项补贴发放表. */
export const disability = kindOfFile({
  kind: 'disability',
  label: '残疾人两项补贴发放表',
  called: /残疾人?.*补(贴|助)|两项补贴|护理补贴|困残|重残/,
  columns,
  isThis: isDisabilityList,
  read: readDisability,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  ...writing,
})
