import { kindOfFile } from '../kind'
import { columns } from './columns'
import { readRegister } from './read'
import { writeRegister } from './write'

/** 民政_低保低边特困名册. */
export const register = kindOfFile({ kind: 'register', label: '低保低边特困名册', columns, read: readRegister, write: writeRegister })
