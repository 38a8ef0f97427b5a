import { compactOf, type Cell } from '#domain/cells'

/** One column of a kind of file: how departments head it. */
export interface ColumnSpec {
  /** Headings that mean it, the surest first. 成员>姓名 means: 姓名 below a heading with 成员 in it. */
  names: string[]
  /** Without it, the sheet is not of this kind. */
  required?: true
  /** A merged cell stands for all its rows. Amounts never: they would be counted again and again. */
  merged?: true
}
export type ColumnSpecs<K extends string = string> = Record<K, ColumnSpec>

/** What stands over a column: its own heading, and the merged ones above it. */
export interface Heading {
  text: string
  /** Without a remark in brackets: 村(社区) is 村. */
  plain: string
  above: string[]
}

/** 身份证号 (必填)* and 身份证号： are 身份证号. */
export const plainHeading = (cell: Cell | undefined): string => compactOf(cell).replace(/[*:：]/g, '').replace(/[(（][^)）]*[)）]$/, '')

/** The heading of a column from the compact texts over it, topmost first. */
export function headingOf(path: string[]): Heading {
  const own = path.at(-1) ?? ''
  return { text: own.replace(/[*:：]/g, ''), plain: plainHeading(own), above: path.slice(0, -1) }
}

/** Which column holds what; each column is given away once, in the order of the specs. */
export function placeColumns<K extends string>(specs: ColumnSpecs<K>, headings: Heading[]): Map<K, number> {
  const placed = new Map<K, number>()
  const taken = new Set<number>()
  for (const [key, spec] of Object.entries(specs) as [K, ColumnSpec][]) {
    const column = spec.names.map((name) => headings.findIndex((heading, i) => !taken.has(i) && means(heading, name))).find((i) => i >= 0)
    if (column === undefined) continue
    placed.set(key, column)
    taken.add(column)
  }
  return placed
}

function means({ text, plain, above }: Heading, name: string): boolean {
  if (text === '') return false
  const at = name.indexOf('>')
  const own = at < 0 ? name : name.slice(at + 1)
  return (plain === own || text === own) && (at < 0 || above.some((heading) => heading.includes(name.slice(0, at))))
}
