import type { Fen } from '#domain/money/money'
import type { Span } from '#domain/time/spans'
import type { FileKind } from '#contract/intake/file-kinds'
import type { Collection } from '#store/db/collection'
import { findEach, findIn } from '#store/db/read'
import type { FileSource } from '#store/intake/intake'
import { bring, type Brought } from './bring'
import { digestOf, documentIds } from './documents'
import { grouped } from './grouped'
import { findPeople, knowPeople, type Known } from './people'
import { scopeOf, spanOfScope, within, type List, type SaidRow, type Statement } from './said'
import { numbered, standingsOf, type Claim, type StoredClaim } from './standings'
import { decideVersions, keepSource, removeGone, reportVersions, sourceBefore } from './versions'
import type { Finished, SeenLate, Writing, Written } from './writing'

/** What a kind of list says that stays beside other lists: how a row becomes a document of its own. */
export interface ListOf<Row extends SaidRow, T extends Statement> {
  kind: FileKind
  of: Collection<T>
  /** Of a row or a document: what it is about besides the person and the months. */
  about(one: Row | T): string
  /** Its main amount in 分. */
  amount(one: Row | T): Fen
  /** The stored fields that these two ask for. */
  fields: string[]
  /** All that the row says, for telling whether it changed. */
  content(row: Row): unknown
  document(to: Writing, row: Row): Omit<T, keyof Statement>
}

/** How such lists are prepared, written and finished: each for its months, a corrected list over the earlier one. */
export function writingOf<Row extends SaidRow, T extends Statement>(list: ListOf<Row, T>) {
  const ofThere = ['digest', 'personId', 'importId', 'sheet', 'row', 'saidOn', ...list.fields]
  const claimOf = (to: Writing, people: Map<string, Pick<Known, '_id'>>, row: Row): Claim => ({
    key: `${people.get(row.id)?._id ?? `new ${row.id}`}/${list.about(row)}`,
    fen: list.amount(row),
    content: digestOf(to.keys, list.content(row)),
  })
  const storedClaims = (found: T[]): StoredClaim[] =>
    [...grouped(found, ({ importId }) => importId).values()].flatMap((group) =>
      numbered(
        group
          .sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row)
          .map((one) => ({
            ...{ _id: one._id, importId: one.importId, content: one.digest },
            key: `${one.personId}/${list.about(one)}`,
            fen: list.amount(one),
          })),
      ),
    )

  return {
    /** Compares the list, period by period, with those that are there. */
    async prepare(to: Writing, { version }: List, chunks: () => AsyncIterable<Row[]>): Promise<undefined> {
      const before = await sourceBefore(to)
      const mine = new Map<string, { span: Span | null; claims: Claim[] }>()
      for await (const rows of chunks()) {
        const known = await findPeople(
          to,
          rows.map(({ id }) => id),
        )
        for (const row of rows) {
          const scope = scopeOf(row.span)
          const there = mine.get(scope) ?? { span: row.span, claims: [] }
          there.claims.push(claimOf(to, known, row))
          mine.set(scope, there)
        }
      }
      const source: FileSource = { ...version, _id: to.importId, kind: list.kind, at: before?.at ?? to.importedAt, rows: {}, decided: [] }
      for (const [scope, { span, claims }] of [...mine].sort(([a], [b]) => a.localeCompare(b))) {
        const there = storedClaims(await findEach(to.db, list.of, within(span), ofThere))
        source.decided.push(...(await decideVersions(to, source, scope, numbered(claims), there, before?.decided ?? [])))
      }
      await keepSource(to, source)
      return undefined
    },

    async write(to: Writing, { version: { agency }, saidOn }: List, rows: Row[]): Promise<Written> {
      const source = (await sourceBefore(to))!
      const { people, personIds, added } = await knowPeople(to, rows)
      const seen: SeenLate[] = []
      const idOf = documentIds(list.kind)
      const ids = [...people.values()].map(({ _id }) => _id)
      const brought: Brought<T>[] = []
      for (const [scope, own] of grouped(rows, ({ span }) => scopeOf(span))) {
        const span = own[0]!.span
        const found = await findIn(to.db, list.of, 'personId', ids, ofThere, within(span))
        const mine = numbered(own.map((row) => claimOf(to, people, row)))
        const standing = await standingsOf(to, source, scope, mine, storedClaims(found))
        own.forEach((row, at) => {
          const { _id: personId, householdId } = people.get(row.id)!
          if (standing.also[at]) seen.push({ at: row.at, personId, code: 'also_told', detail: standing.also[at] })
          brought.push({
            at,
            standing,
            document: {
              ...list.document(to, row),
              _id: standing.same[at]?._id ?? idOf(to.importId, personId, list.about(row), scope),
              digest: digestOf(to.keys, list.content(row)),
              ...{ personId, householdId, from: span?.from ?? null, to: span?.to ?? null },
              ...{ agency, saidOn, sheet: row.at.sheet, row: row.at.row },
              ...{ importId: to.importId, importedAt: to.importedAt },
            } as T,
          })
        })
      }
      await to.warn(seen)
      const done = await bring(to, list.of, source, brought)
      return { added: added + done.added, changed: done.changed, personIds, silent: done.silent }
    },

    async finish(to: Writing): Promise<Finished> {
      const source = (await sourceBefore(to))!
      const gone = await removeGone(
        to,
        list.of,
        source,
        (scope) => within(scope === '' ? null : spanOfScope(scope)),
        () => Promise.resolve(),
      )
      return { added: 0, changed: gone, versions: await reportVersions(to, source.decided) }
    },
  }
}
