import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns } from './columns'
import { readDividends } from './read'
import { finishDividends, prepareDividends, writeDividends } from './write'

/** 抱团增收分红表. */
export const dividend = kindOfFile({
  kind: 'dividend',
  label: '抱团增收分红表',
  called: /分红|红利|股金|入股|收益分配/,
  columns,
  read: readDividends,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  prepare: prepareDividends,
  write: writeDividends,
  finish: finishDividends,
})
