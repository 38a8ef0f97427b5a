import type { Fen } from '#domain/money/money'
import { findEach } from '#store/db/collection'
import type { FileSource } from '#store/intake/intake'
import { dividends, type Dividend } from '#store/money/money'
import type { DataRow } from '../../tables/data-rows'
import type { Writing, Written } from '../../writing/writing'
import { bring, type Brought } from '../../writing/bring'
import { digestOf, documentIds } from '../../writing/documents'
import { findPeople, knowPeople } from '../../writing/people'
import { numbered, standingsOf, type StoredClaim } from '../../writing/standings'
import { keepSource, reportVersions, sourceBefore, type VersionOfFile } from '../../writing/versions'

/** A row of 抱团增收: a household's share of one scheme in one year. Amounts in 分. */
export interface DividendRow {
  id: string
  name: string
  scheme: string
  year: number
  principalFen: Fen
  dividendFen: Fen
  warn: DataRow['warn']
}

/** What a table of dividends says, and which telling of its source it is. */
export interface Dividends {
  version: VersionOfFile
  rows: DividendRow[]
}

/** Writes dividends, each row for its year, over earlier versions of the same table. */
export async function writeDividends(to: Writing, { version, rows }: Dividends): Promise<Written> {
  const [known, before] = await Promise.all([
    findPeople(
      to,
      rows.map(({ id }) => id),
    ),
    sourceBefore(to),
  ])
  const years = [...new Set(rows.map(({ year }) => year))].sort()
  const source: FileSource = { ...version, _id: to.importId, kind: 'dividend', at: before?.at ?? to.importedAt, rows: {}, decided: [] }
  const judged = await Promise.all(
    years.map(async (year) => {
      const own = rows.filter((row) => row.year === year)
      const found = await findEach(to.db, dividends, { year }, ['digest', 'personId', 'scheme', 'dividendFen', 'importId'])
      const there = [...new Set(found.map(({ importId }) => importId))].flatMap((from) =>
        numbered(
          found
            .filter(({ importId }) => importId === from)
            .map((row): StoredClaim => ({
              _id: row._id,
              importId: row.importId,
              key: `${row.personId}/${row.scheme}`,
              fen: row.dividendFen,
              content: row.digest,
            })),
        ),
      )
      const mine = numbered(
        own.map((row) => ({
          key: `${known.get(row.id)?._id ?? `new ${row.id}`}/${row.scheme}`,
          fen: row.dividendFen,
          content: contentOf(to, row),
        })),
      )
      return { own, standing: await standingsOf(to, source, String(year), mine, there, before?.decided ?? []) }
    }),
  )
  source.decided = judged.flatMap(({ standing }) => standing.decisions)
  await keepSource(to, source)

  const { people, personIds, added } = await knowPeople(to, rows)
  const idOf = documentIds('dividend')
  const brought = judged.flatMap(({ own, standing }) =>
    own.map((row, at): Brought<Dividend> => {
      const { id, scheme, year, principalFen, dividendFen, warn } = row
      const { _id: personId, householdId } = people.get(id)!
      if (standing.also[at]) warn('in_other_file', standing.also[at])
      return {
        at,
        standing,
        document: {
          _id: standing.same[at]?._id ?? idOf(version.agency, version.label, personId, scheme, year),
          digest: contentOf(to, row),
          personId,
          householdId,
          scheme,
          year,
          principalFen,
          dividendFen,
          importId: to.importId,
          importedAt: to.importedAt,
        },
      }
    }),
  )
  const done = await bring(
    to,
    dividends,
    source,
    brought,
    judged.map(({ standing }) => standing),
  )
  return { added: added + done.added, changed: done.changed, personIds, versions: await reportVersions(to, source.decided) }
}

const contentOf = ({ keys }: Writing, { principalFen, dividendFen }: DividendRow): string => digestOf(keys, principalFen, dividendFen)
