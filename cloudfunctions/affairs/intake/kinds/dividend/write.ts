import type { Fen } from '#domain/money/money'
import { schemeIdOf } from '#affairs/schemes/scheme-id'
import { findEach, findIn } from '#store/db/read'
import type { FileSource } from '#store/intake/intake'
import { dividends, type Dividend } from '#store/money/money'
import type { RowPlace } from '../../tables/data-rows'
import type { Finished, SeenLate, Writing, Written } from '../../writing/writing'
import { bring, type Brought } from '../../writing/bring'
import { digestOf, documentIds } from '../../writing/documents'
import { saidAt } from '../../writing/follow'
import { grouped } from '../../writing/grouped'
import { findPeople, knowPeople, type Known } from '../../writing/people'
import { numbered, standingsOf, type Claim, type StoredClaim } from '../../writing/standings'
import { decideVersions, keepSource, removeGone, reportVersions, sourceBefore, type VersionOfFile } from '../../writing/versions'

/** A row of 抱团增收: a household's share of one scheme in one year. Amounts in 分. */
export interface DividendRow {
  id: string
  name: string
  scheme: string
  year: number
  principalFen: Fen
  dividendFen: Fen
  home?: string | undefined
  at: RowPlace
}

/** Which telling of its source a table of dividends is. */
export interface Dividends {
  version: VersionOfFile
}

/** Compares the table, year by year, with those that are there. */
export async function prepareDividends(
  to: Writing,
  { version }: Dividends,
  chunks: () => AsyncIterable<DividendRow[]>,
): Promise<undefined> {
  const before = await sourceBefore(to)
  const mine = new Map<number, Claim[]>()
  for await (const rows of chunks()) {
    const known = await findPeople(
      to,
      rows.map(({ id }) => id),
    )
    for (const [year, own] of grouped(rows, (row) => row.year)) {
      const claims = mine.get(year) ?? []
      claims.push(...own.map((row) => claimOf(to, known, row)))
      mine.set(year, claims)
    }
  }
  const source: FileSource = { ...version, _id: to.importId, kind: 'dividend', at: before?.at ?? to.importedAt, rows: {}, decided: [] }
  for (const [year, claims] of [...mine].sort(([a], [b]) => a - b)) {
    const there = storedClaims(await findEach(to.db, dividends, { year }, ofThere))
    source.decided.push(...(await decideVersions(to, source, String(year), numbered(claims), there, before?.decided ?? [])))
  }
  await keepSource(to, source)
  return undefined
}

/** Writes dividends, each row for its year, over earlier versions of the same table. */
export async function writeDividends(to: Writing, { version }: Dividends, rows: DividendRow[]): Promise<Written> {
  const source = (await sourceBefore(to))!
  const { people, personIds, added } = await knowPeople(to, rows)
  const seen: SeenLate[] = []
  const idOf = documentIds('dividend')
  const ids = [...people.values()].map(({ _id }) => _id)
  const brought: Brought<Dividend>[] = []
  for (const [year, own] of grouped(rows, (row) => row.year)) {
    const there = storedClaims(await findIn(to.db, dividends, 'personId', ids, ofThere, { year }))
    const mine = numbered(own.map((row) => claimOf(to, people, row)))
    const standing = await standingsOf(to, source, String(year), mine, there)
    own.forEach((row, at) => {
      const { id, scheme, principalFen, dividendFen, at: place } = row
      const { _id: personId, householdId } = people.get(id)!
      const schemeId = schemeIdOf(scheme)
      if (standing.also[at]) seen.push({ at: row.at, personId, code: 'in_other_file', detail: standing.also[at] })
      brought.push({
        at,
        standing,
        document: {
          _id: standing.same[at]?._id ?? idOf(version.agency, version.label, personId, schemeId, year),
          digest: contentOf(to, row),
          personId,
          householdId,
          scheme,
          schemeId,
          year,
          principalFen,
          dividendFen,
          ...saidAt(to, place),
          importId: to.importId,
          importedAt: to.importedAt,
        },
      })
    })
  }
  await to.warn(seen)
  const done = await bring(to, dividends, source, brought)
  return { added: added + done.added, changed: done.changed, personIds, silent: done.silent }
}

export async function finishDividends(to: Writing): Promise<Finished> {
  const source = (await sourceBefore(to))!
  const gone = await removeGone(
    to,
    dividends,
    source,
    (scope) => ({ year: Number(scope) }),
    () => Promise.resolve(),
  )
  return { added: 0, changed: gone, versions: await reportVersions(to, source.decided) }
}

/** What a table's rows are compared by. */
const ofThere = ['digest', 'personId', 'schemeId', 'dividendFen', 'importId']

const claimOf = (to: Writing, known: Map<string, Pick<Known, '_id'>>, row: DividendRow): Claim => ({
  key: `${known.get(row.id)?._id ?? `new ${row.id}`}/${schemeIdOf(row.scheme)}`,
  fen: row.dividendFen,
  content: contentOf(to, row),
})

const storedClaims = (found: Dividend[]): StoredClaim[] =>
  [...grouped(found, ({ importId }) => importId).values()].flatMap((group) =>
    numbered(
      group.map((row) => ({
        _id: row._id,
        importId: row.importId,
        key: `${row.personId}/${row.schemeId}`,
        fen: row.dividendFen,
        content: row.digest,
      })),
    ),
  )

const contentOf = ({ keys }: Writing, { principalFen, dividendFen }: DividendRow): string => digestOf(keys, principalFen, dividendFen)
