import { kindOfFile } from '../kind'
import { saysPlainly } from '../../writing/stated'
import { columns } from './columns'
import { readPairings } from './read'
import { writePairings } from './write'

/** 结对帮扶台账. */
export const pairing = kindOfFile({
  kind: 'pairing',
  label: '结对帮扶台账',
  called: /结对|帮扶|联系户|包户|挂钩/,
  columns,
  read: readPairings,
  together: ({ id }) => id,
  says: saysPlainly,
  places: ({ at }) => [at],
  write: writePairings,
})
