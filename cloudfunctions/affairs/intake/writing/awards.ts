import type { AwardKind } from '#domain/money/awards'
import { monthsOf, sayPeriod } from '#domain/time/list-periods'
import { seal } from '#kernel/seal/seal'
import { findEach, findIn } from '#store/db/read'
import type { FileSource } from '#store/intake/intake'
import { awards, type Award } from '#store/money/awards'
import type { AwardList, AwardRow } from './award-rows'
import { bring, type Brought } from './bring'
import { digestOf, documentIds } from './documents'
import { grouped } from './grouped'
import { findPeople, knowPeople, type Known } from './people'
import { numbered, standingsOf, type Claim, type StoredClaim } from './standings'
import { decideVersions, keepSource, removeGone, reportVersions, sourceBefore } from './versions'
import type { Finished, SeenLate, Writing, Written } from './writing'

/** What a list's rows are compared by, and where they stood. */
const compared = ['digest', 'personId', 'programme', 'called', 'amountFen', 'agency', 'day', 'fileName', 'sheet', 'row', 'importId']

/** How the lists of one kind are written: each row for its period, over earlier versions of the same list. */
export function writingAwards(kind: AwardKind) {
  const scoped = (period: string) => ({ kind, period })
  return {
    /** Compares the list, period by period, with those that are there. */
    async prepare(to: Writing, { version }: AwardList, chunks: () => AsyncIterable<AwardRow[]>): Promise<undefined> {
      const before = await sourceBefore(to)
      const mine = new Map<string, Claim[]>()
      for await (const rows of chunks()) {
        const known = await findPeople(
          to,
          rows.map(({ id }) => id),
        )
        for (const [period, own] of grouped(rows, (row) => row.period)) {
          const claims = mine.get(period) ?? []
          for (const row of own) claims.push(claimOf(to, known, row))
          mine.set(period, claims)
        }
      }
      const source: FileSource = { ...version, _id: to.importId, kind, at: before?.at ?? to.importedAt, rows: {}, decided: [] }
      for (const [period, claims] of [...mine].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const there = storedClaims(await findEach(to.db, awards, scoped(period), compared))
        source.decided.push(...(await decideVersions(to, source, period, numbered(claims), there, before?.decided ?? [])))
      }
      await keepSource(to, source)
      return undefined
    },

    async write(to: Writing, _: AwardList, rows: AwardRow[]): Promise<Written> {
      const source = (await sourceBefore(to))!
      const { people, personIds, added } = await knowPeople(to, rows)
      const seen: SeenLate[] = []
      const idOf = documentIds(kind)
      const ids = [...people.values()].map(({ _id }) => _id)
      const brought: Brought<Award>[] = []
      for (const [period, own] of grouped(rows, (row) => row.period)) {
        const there = await findIn(to.db, awards, 'personId', ids, compared, scoped(period))
        const mine = numbered(own.map((row) => claimOf(to, people, row)))
        const standing = await standingsOf(to, source, period, mine, storedClaims(there))
        own.forEach((row, at) => {
          const person = people.get(row.id)!
          if (standing.also[at]) seen.push({ at: row.at, personId: person._id, code: 'in_other_file', detail: standing.also[at] })
          const _id = standing.same[at]?._id ?? idOf(to.importId, person._id, row.programme, row.called, period)
          brought.push({ at, standing, document: documentOf(to, source, kind, person, row, _id) })
        })
      }
      await to.warn(seen)
      const done = await bring(to, awards, source, brought)
      return { added: added + done.added, changed: done.changed, personIds, silent: done.silent }
    },

    /** What an earlier version had and this one has not goes. */
    async finish(to: Writing): Promise<Finished> {
      const source = (await sourceBefore(to))!
      const gone = await removeGone(to, awards, source, scoped, () => Promise.resolve())
      const versions = await reportVersions(to, source.decided)
      return {
        added: 0,
        changed: gone,
        versions: (versions ?? []).map((one) => ({ ...one, scope: sayPeriod(one.scope as Award['period']) })),
      }
    },
  }
}

function documentOf(
  to: Writing,
  { agency, day, fileName }: FileSource,
  kind: AwardKind,
  { _id: personId, householdId }: Pick<Known, '_id' | 'householdId'>,
  row: AwardRow,
  _id: string,
): Award {
  const { programme, called, forWhom, period, amountFen, facts, at } = row
  return {
    ...{ _id, digest: contentOf(to, row), personId, householdId, kind, programme, called, forWhom, period },
    until: monthsOf(period).until,
    amountFen,
    factsSealed: seal(to.keys, JSON.stringify(facts)),
    ...{ agency, day, fileName, sheet: at.sheet, row: at.row, importId: to.importId, importedAt: to.importedAt },
  }
}

const keyOf = (personId: string, { programme, called }: Pick<Award, 'programme' | 'called'>): string =>
  [personId, programme, called].join('/')

const claimOf = (to: Writing, known: Map<string, Pick<Known, '_id'>>, row: AwardRow): Claim => ({
  key: keyOf(known.get(row.id)?._id ?? `new ${row.id}`, row),
  fen: row.amountFen,
  content: contentOf(to, row),
})

/** The rows of each file, as they stood in it. */
const storedClaims = (found: Award[]): StoredClaim[] =>
  [...grouped(found, ({ importId }) => importId).values()].flatMap((group) =>
    numbered(
      group
        .sort((a, b) => a.row - b.row)
        .map((row) => ({ _id: row._id, importId: row.importId, key: keyOf(row.personId, row), fen: row.amountFen, content: row.digest })),
    ),
  )

const contentOf = ({ keys }: Writing, { amountFen, facts, forWhom }: AwardRow): string => digestOf(keys, amountFen, facts, forWhom)
