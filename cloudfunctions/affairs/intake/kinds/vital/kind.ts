import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns } from './columns'
import { readVital } from './read'
import { vitalList } from './write'

/** 公安_死亡注销与户籍迁出名单, 民政_殡葬火化名单. */
export const vital = kindOfFile({
  kind: 'vital',
  label: '死亡注销与户籍迁出名单',
  called: /死亡|注销|迁出|迁入|迁移|殡葬|火化|户籍/,
  columns,
  read: readVital,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  ...vitalList,
})
