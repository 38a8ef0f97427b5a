import { readFileSync, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { statedDay } from '#domain/time/loose-dates'
import { gazetteer } from '#domain/place/places'
import { readFile } from '#affairs/intake/reading/read-file'
import { titleOf } from '#affairs/intake/tables/find-table'
import { recognise } from '#affairs/intake/kinds/recognise'
import { unreadColumns } from '#affairs/intake/tables/unread-columns'
import { loadCounty } from '#local/county/load'

const faults = resolve(__dirname, '../fixtures/faults')
export const county = loadCounty(resolve(__dirname, '../../config/counties/wencheng'))
/** The file of that number among the faulty ones. */
export const faulty = (start: string): string =>
  join(
    faults,
    readdirSync(faults).find((name) => name.startsWith(start))!,
  )

/** Reads a file as intake does, up to the first write. @throws FileFault as it would be refused. */
export async function understood(fileName: string, bytes: Buffer, of = county) {
  const { kind, tables, unread } = recognise(await readFile(bytes), of, fileName)
  const taken = kind.take({
    fileName,
    tables,
    county: of,
    places: gazetteer(of),
    until: statedDay(titleOf(tables)) ?? statedDay(fileName) ?? '2026-11-29',
    today: '2026-11-29',
  })
  const refused = taken.rows.filter(({ faults: found }) => found.length > 0)
  return {
    kind: kind.kind,
    rows: taken.rows.length,
    accepted: taken.rows.length - refused.length,
    amountFen: taken.amountFen,
    taken,
    refused: refused.map(({ sheet, number, faults: [first] }) => `${sheet} ${number} ${first!.code}`),
    warned: taken.rows
      .filter(({ faults: found }) => found.length === 0)
      .flatMap(({ sheet, number, warnings }) => warnings.map(({ code }) => `${sheet} ${number} ${code}`)),
    columns: unreadColumns(taken.rows).map(({ heading }) => heading),
    sheets: unread.map(({ name }) => name),
  }
}

export const understoodFile = (path: string) => understood(basename(path), readFileSync(path))
