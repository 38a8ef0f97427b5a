import { compactOf, digitsOf, lineOf } from '#domain/files/cells'
import type { Row } from './rows'

/** Which project a line is about. */
interface Whose {
  key: string
  number: string
  name: string
}

/**
 * Finds the project of each line: by its number; a line with a name only is the one project that has this name elsewhere in the file,
 * and where no line gives it a number, its name is all there is.
 */
export function projectsOf(rows: Row[]): (row: Row) => Whose {
  const numbersOf = new Map<string, Set<string>>()
  for (const row of rows) {
    const [number, name] = [numberIn(row), compactOf(row.cell('name'))]
    if (number !== '' && name !== '') numbersOf.set(name, (numbersOf.get(name) ?? new Set()).add(number))
  }
  return (row) => {
    if (digitsOf(row.cell('number'), 15).precisionLost && typeof row.cell('number') === 'number')
      row.reject('number', 'project_number_lost')
    const [written, name] = [numberIn(row), lineOf(row.cell('name'))]
    const numbers = numbersOf.get(compactOf(name))
    if (written === '' && name === '') row.reject(row.has('number') ? 'number' : 'name', 'project_nameless')
    if (written === '' && numbers && numbers.size > 1) row.reject(row.has('number') ? 'number' : 'name', 'project_ambiguous', name)
    const number = written || (numbers?.size === 1 ? [...numbers][0]! : '')
    return { key: number || `name ${compactOf(name)}`, number, name }
  }
}

/** In plain forms: full-width and lower-case letters are slips. */
const numberIn = (row: Row): string => compactOf(row.cell('number')).toUpperCase()
