import { sumFen } from '#domain/money/money'
import type { ImportResult } from '#contract/intake/actions'
import { isComparable, isLater, relate, type FileVersion, type Relation } from '#domain/files/file-versions'
import { seal } from '#kernel/seal/seal'
import type { Collection, Filter, Stored } from '#store/db/collection'
import { findById, findIn, pages } from '#store/db/read'
import { put, remove, replace } from '#store/db/write'
import { fileSources, formerRows, type Decision, type FileSource } from '#store/intake/intake'
import { FileFault } from '../reading/sheet'
import { dropStated } from './stated'
import { filesOf, type Claim, type StoredClaim } from './standings'
import type { Writing } from './writing'

/** Which telling of its source a file is, and what it is called. */
export type VersionOfFile = FileVersion & { fileName: string }

/**
 * Compares all rows of a file of one scope (a month, a year, a day) with those of earlier files of its kind: which of them are another
 * version of it, and which of the two holds. Nothing is written. `before` is what the first try of the same import had found; `judge` says
 * how two files stand to each other.
 * @throws FileFault when nobody can tell whether it corrects an earlier file or adds to it.
 */
export async function decideVersions(
  { db, importId }: Writing,
  source: FileSource,
  scope: string,
  mine: Claim[],
  there: StoredClaim[],
  before: Decision[],
  judge = byShare,
): Promise<Decision[]> {
  const byFile = filesOf(there)
  const others = await findIn(db, fileSources, '_id', [...byFile.keys(), ...before.map((one) => one.importId)])
  const at = new Map(mine.map((row, i) => [row.key, i]))
  return others
    .filter(({ _id }) => _id !== importId)
    .flatMap((other) => {
      const known = before.find((one) => one.importId === other._id && one.scope === scope)
      return known ?? decide(source, other, scope, at, mine, byFile.get(other._id) ?? [], judge) ?? []
    })
}

/** How a file stands to another that has rows about the same: by how many they have in common, of how many each. */
export const byShare = (
  a: FileSource,
  b: FileSource,
  common: number,
  ofA: number,
  ofB: number,
): { relation: Relation; later: boolean } => ({
  relation: relate(a, b, common, ofA, ofB),
  // Of two that tell nothing the later one came later: also when the first is read again.
  later: isLater(a, b, a.at >= b.at),
})

function decide(
  source: FileSource,
  other: FileSource,
  scope: string,
  at: Map<string, number>,
  mine: Claim[],
  theirs: StoredClaim[],
  judge: typeof byShare,
): Decision | undefined {
  const common = theirs.filter(({ key }) => at.has(key))
  if (common.length === 0 || !isComparable(source, other)) return undefined
  const { relation, later } = judge(source, other, common.length, mine.length, theirs.length)
  if (relation === 'unsure') throw unsure(other.fileName, common.length)
  const whole = relation === 'version'
  const sum = (rows: Claim[]) => sumFen(rows.map(({ fen }) => fen))
  const [own, former] = whole ? [mine, theirs] : [common.map(({ key }) => mine[at.get(key)!]!), common]
  const changed = common.filter(
    ({ key, fen, content }) => mine[at.get(key)!]!.fen !== fen || mine[at.get(key)!]!.content !== content,
  ).length
  return {
    importId: other._id,
    scope,
    relation,
    later,
    changed,
    added: whole ? mine.length - common.length : 0,
    removed: whole ? theirs.length - common.length : 0,
    beforeFen: sum(former),
    afterFen: sum(own),
  }
}

const unsure = (fileName: string, rows: number) =>
  new FileFault(
    `这份表有 ${rows} 行和以前导入的《${fileName}》是同一个人、同一笔钱，看不出是更正还是另发一笔，所以一行也没有导入。如果是改正那几行，请在文件名里写上“更正”；如果是另外再发，请写上“补发”或“第二批”，再导入。`,
  )

/**
 * Keeps what a file is a telling of, before its rows are written: whoever comes next judges by it, and so does this import when
 * it is done again.
 */
export const keepSource = ({ db }: Writing, source: FileSource): Promise<void> => replace(db, fileSources, source)

/** What an import that is done again found the first time. */
export const sourceBefore = ({ db, importId }: Writing): Promise<FileSource | undefined> => findById(db, fileSources, importId)

/** Keeps rows as the earlier version said them: `importId` is that version's file. */
export async function keepFormer<T extends Stored & { digest: string }>(
  { db, keys, importedAt }: Writing,
  of: Collection<T>,
  rows: { importId: string; by: string; document: T }[],
): Promise<void> {
  await put(
    db,
    formerRows,
    rows.map(({ importId, by, document }) => ({
      _id: `${importId}.${document._id}`.slice(0, 120),
      digest: document.digest,
      importId,
      by,
      of: of.name,
      at: importedAt,
      sealed: seal(keys, JSON.stringify(document)),
    })),
  )
}

/**
 * Takes away what earlier versions of this file had and it has not: whatever is still theirs when all its own rows are written. It is
 * kept as it was. `dropped` is told of it, page by page; what `kept` names stays. Gives how many are gone.
 */
export async function removeGone<T extends Stored & { digest: string; importId: string }>(
  to: Writing,
  of: Collection<T>,
  { decided }: FileSource,
  scoped: (scope: string) => Filter,
  dropped: (documents: T[]) => Promise<unknown>,
  kept: (documents: T[]) => Promise<ReadonlySet<string>> = () => Promise.resolve(new Set()),
): Promise<number> {
  let gone = 0
  for (const { importId, scope } of decided.filter(({ relation, later }) => relation === 'version' && later)) {
    for await (const found of pages(to.db, of, { ...scoped(scope), importId })) {
      const stays = await kept(found)
      const page = found.filter(({ _id }) => !stays.has(_id))
      await keepFormer(
        to,
        of,
        page.map((document) => ({ importId, by: to.importId, document })),
      )
      await remove(to.db, of, { _id: { $in: page.map(({ _id }) => _id) } })
      await dropStated(to, of, importId, page)
      await dropped(page)
      gone += page.length
    }
  }
  return gone
}

/** The same as an officer reads it. */
export async function reportVersions({ db }: Writing, decisions: Decision[]): Promise<NonNullable<ImportResult['versions']>> {
  const names = new Map(
    (
      await findIn(
        db,
        fileSources,
        '_id',
        decisions.map(({ importId }) => importId),
        ['fileName'],
      )
    ).map(({ _id, fileName }) => [_id, fileName]),
  )
  return decisions
    .filter(({ relation }) => relation !== 'beside')
    .map(({ importId, relation, scope, later, added, removed, changed, beforeFen, afterFen }) => ({
      file: names.get(importId) ?? '',
      scope,
      later,
      whole: relation === 'version',
      added,
      removed,
      changed,
      beforeFen,
      afterFen,
    }))
}
