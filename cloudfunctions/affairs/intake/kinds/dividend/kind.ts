import { kindOfFile } from '../kind'
import { columns } from './columns'
import { readDividends } from './read'
import { writeDividends } from './write'

/** 抱团增收分红表. */
export const dividend = kindOfFile({ kind: 'dividend', label: '抱团增收分红表', columns, read: readDividends, write: writeDividends })
