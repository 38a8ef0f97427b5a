import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns, isFarmlandList } from './columns'
import { readFarmland } from './read'
import { writing } from './write'

/** 农业农村_耕地地力保护补贴清册. */
export const farmland = kindOfFile({
  kind: 'farmland',
  label: '耕地地力保护补贴清册',
  called: /耕地|地力保护|种粮|农业支持保护|粮食直补/,
  columns,
  isThis: isFarmlandList,
  read: readFarmland,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  ...writing,
})
