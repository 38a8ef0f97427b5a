import { kindOfFile } from '../kind'
import { columns, isRegister, isWithoutRelations } from './columns'
import { readRegister } from './read'
import { prepareRegister } from './prepare'
import { writeRegister } from './write'

/** 民政_低保低边特困名册. */
export const register = kindOfFile({
  kind: 'register',
  label: '低保低边特困名册',
  called: /低保|低边|特困|在册|名册|花名册|社会救助|残疾人名册/,
  columns,
  mayBe: isRegister,
  doubtful: isWithoutRelations,
  read: readRegister,
  together: ({ headId }) => headId,
  says: ({ members, villageCode, category }) =>
    members.map(({ id, name, phone, at }) => ({ id, name, at, home: villageCode, category, ...(phone !== null && { phone }) })),
  places: ({ members }) => members.map(({ at }) => at),
  prepare: prepareRegister,
  write: writeRegister,
})
