import type { Merge, Sheet, SheetRow } from './sheet'

const named: Record<string, string> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  middot: '·',
  ensp: ' ',
  emsp: ' ',
  yen: '¥',
}

/** `&nbsp;`, `&#23731;`, `&#x2C79F;` (also beyond the BMP); an unknown name stays as it is. */
const resolve = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));?/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const point = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined
    if (point !== undefined) return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    return named[name!.toLowerCase()] ?? whole
  })

/**
 * Reads the tables of an HTML page that was saved as .xls, one below the other as Excel opens them. Every cell is its text:
 * whatever looks like a number in it may be an identity number.
 */
export function parseHtmlTables(html: string): Sheet {
  const body = html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, '')
  const rows: SheetRow[] = []
  const merges: Merge[] = []
  /** Columns that a rowspan from above still fills: column → rows left. */
  let spanned = new Map<number, number>()
  for (const [, attributes = '', inner = ''] of body.matchAll(/<tr\b([^>]*)>([\s\S]*?)(?=<tr\b|<\/tr>|<\/table>|$)/gi)) {
    const row: SheetRow = { number: rows.length + 1, hidden: /display\s*:\s*none/i.test(attributes), cells: [] }
    const below = new Map([...spanned].filter(([, left]) => left > 1).map(([column, left]) => [column, left - 1]))
    let column = 0
    for (const [, how = '', content = ''] of inner.matchAll(/<t[dh]\b([^>]*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]>|$)/gi)) {
      while (spanned.has(column)) row.cells[column++] = null
      const across = span(how, 'colspan')
      const down = span(how, 'rowspan')
      const text = resolve(content.replace(/<br\s*\/?>/gi, '\n').replace(/<[^>]+>/g, ''))
      if (across > 1 || down > 1)
        merges.push({ top: rows.length, left: column, bottom: rows.length + down - 1, right: column + across - 1 })
      for (let i = 0; i < across; i++, column++) {
        row.cells[column] = i === 0 && text.trim() !== '' ? text : null
        if (down > 1) below.set(column, down - 1)
      }
    }
    rows.push({ ...row, cells: Array.from(row.cells, (cell) => cell ?? null) })
    spanned = below
  }
  return { name: '(html)', rows, merges }
}

const span = (attributes: string, name: string): number =>
  Math.min(1000, Math.max(1, Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1)))
