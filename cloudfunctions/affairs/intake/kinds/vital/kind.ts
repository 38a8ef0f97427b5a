import { kindOfFile } from '../kind'
import { columns } from './columns'
import { readVital } from './read'
import { vitalList } from './write'

/** 公安_死亡注销与户籍迁出名单, 民政_殡葬火化名单. */
export const vital = kindOfFile({
  kind: 'vital',
  label: '死亡注销与户籍迁出名单',
  columns,
  read: readVital,
  together: ({ id }) => id,
  places: ({ at }) => [at],
  ...vitalList,
})
