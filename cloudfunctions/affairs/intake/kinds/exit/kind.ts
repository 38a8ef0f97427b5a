import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns } from './columns'
import { readExits } from './read'
import { writeExits } from './write'

/** 低收入农户核销退出名册. */
export const exit = kindOfFile({
  kind: 'exit',
  label: '核销退出名册',
  called: /退出|核销|停发|退保|清退/,
  columns,
  read: readExits,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  write: writeExits,
})
