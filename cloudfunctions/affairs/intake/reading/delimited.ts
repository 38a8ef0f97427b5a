import type { Budget } from './budget'
import { PackedRows } from './packed-rows'
import type { Sheet } from './sheet'

/**
 * Reads CSV (`,` `;` TAB) and bank text (`|`) as Excel opens it. A row's number is that of the record: a line break in quotes does not
 * count. @throws FileFault when its cells need more than any department's file.
 */
export function parseDelimited(text: string, budget: Budget): Sheet {
  const delimiter = delimiterOf(text)
  budget.kept(countOf(text, '\n'), countOf(text, delimiter), text.length)
  const quoted = delimiter !== '|' && text.includes('"')
  const records = (quoted ? quotedRecords(text, delimiter) : undefined) ?? plainRecords(text, delimiter)
  const rows = new PackedRows()
  // What is blank at the end is no row; what is blank before a filled one is.
  let blanks = 0
  for (const record of records) {
    if (record.every((field) => field.trim() === '')) blanks++
    else {
      for (; blanks > 0; blanks--) rows.add(false, [])
      rows.add(
        false,
        record.map((field) => (field === '' ? null : field)),
      )
    }
  }
  return { name: delimiter === ',' ? '(csv)' : '(text)', rows: rows.list, merges: [] }
}

function* plainRecords(text: string, delimiter: string): Generator<string[]> {
  const lines = /\r\n|\n|\r/g
  for (let from = 0; ;) {
    const end = lines.exec(text)
    yield text.slice(from, end?.index).split(delimiter)
    if (!end) return
    from = lines.lastIndex
  }
}

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count++
  return count
}

/** The sign that splits the first lines into most fields. */
function delimiterOf(text: string): string {
  const head = text
    .slice(0, 65_536)
    .split(/\r\n|\n|\r/)
    .slice(0, 200)
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const fields = (sign: string) => Math.max(...head.map((line) => line.split(sign).length))
  return ['|', ',', '\t', ';'].reduce((best, sign) => (fields(sign) > fields(best) ? sign : best))
}

/** Quotes open only at the start of a field; `""` is a quote. Nothing if a quote is never closed: then it was a plain character. */
function quotedRecords(text: string, delimiter: string): string[][] | undefined {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at <= text.length) {
    let field: string
    const opening = /^[ \t]*"/.exec(text.slice(at, at + 8))
    if (opening && (delimiter !== '\t' || text[at] === '"')) {
      const [value, after] = quotedField(text, at + opening[0].length)
      if (after < 0) return undefined
      const end = endOfField(text, after, delimiter)
      field = value + text.slice(after, end)
      at = end
    } else {
      const end = endOfField(text, at, delimiter)
      field = text.slice(at, end)
      at = end
    }
    record.push(field)
    if (text[at] === delimiter) {
      at++
      continue
    }
    records.push(record)
    record = []
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
  return records
}

function quotedField(text: string, from: number): [value: string, after: number] {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return [text.slice(from, at).replace(/""/g, '"'), at + 1]
  }
  return ['', -1]
}

function endOfField(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
