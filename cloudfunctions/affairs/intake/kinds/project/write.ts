import { sumFen } from '#domain/money/money'
import { findEach, findIn } from '#store/db/read'
import { fileSources, type FileSource } from '#store/intake/intake'
import { projects, type Project } from '#store/work/projects'
import { bring, type Brought } from '../../writing/bring'
import { documentIds } from '../../writing/documents'
import { grouped } from '../../writing/grouped'
import { numbered, standingsOf, type Claim, type StoredClaim } from '../../writing/standings'
import { byShare, decideVersions, keepSource, removeGone, reportVersions, sourceBefore } from '../../writing/versions'
import type { Finished, SeenLate, Writing, Written } from '../../writing/writing'
import { projectDocument } from './document'
import type { Ledger, ProjectRow } from './rows'

/** All ledgers tell of the same projects, as of another day each. */
const scope = ''
type There = Pick<Project, '_id' | 'said' | 'number' | 'name' | 'totalFen' | 'money' | 'importId'>
const ofThere = ['said', 'number', 'name', 'totalFen', 'money', 'importId']

/** A ledger of a later day says more of the projects in it, and nothing of those it leaves out; one of the same day is another telling. */
function judge(a: FileSource, b: FileSource, common: number, ofA: number, ofB: number): ReturnType<typeof byShare> {
  if (a.day !== null && b.day !== null && a.day !== b.day) return { relation: 'mends', later: a.day > b.day }
  return byShare(a, b, common, ofA, ofB)
}

export async function prepareProjects(to: Writing, ledger: Ledger, chunks: () => AsyncIterable<ProjectRow[]>): Promise<undefined> {
  const before = await sourceBefore(to)
  const mine: Claim[] = []
  for await (const rows of chunks()) mine.push(...documentsOf(to, ledger, rows).map(claimOf))
  const source: FileSource = {
    ...ledger.version,
    _id: to.importId,
    kind: 'project',
    at: before?.at ?? to.importedAt,
    rows: {},
    decided: [],
  }
  source.about = mine.map(({ key, fen }) => ({ key, fen }))
  const there = storedClaims(await findEach(to.db, projects, {}, ofThere))
  there.push(...(await toldBefore(to, there)))
  source.decided.push(...(await decideVersions(to, source, scope, numbered(mine), there, before?.decided ?? [], judge)))
  await keepSource(to, source)
  return undefined
}

/** What other ledgers said of projects of which a later one holds by now: they are to be compared as they were. */
async function toldBefore({ db, importId }: Writing, standing: StoredClaim[]): Promise<StoredClaim[]> {
  const stands = new Set(standing.map((one) => `${one.importId}/${one.key}`))
  return (await findEach(db, fileSources, { kind: 'project' })).flatMap(({ _id, about = [] }) =>
    _id === importId
      ? []
      : about.filter(({ key }) => !stands.has(`${_id}/${key}`)).map((one) => ({ ...one, _id: '', importId: _id, content: '' })),
  )
}

/** Writes the projects of some lines, all lines of each. */
export async function writeProjects(to: Writing, ledger: Ledger, rows: ProjectRow[]): Promise<Written> {
  const source = (await sourceBefore(to))!
  const documents = documentsOf(to, ledger, rows)
  const named = (with_: boolean) => documents.filter(({ number }) => (number !== '') === with_)
  const there = [
    ...(await findIn(
      to.db,
      projects,
      'number',
      named(true).map(({ number }) => number),
      ofThere,
    )),
    ...(await findIn(
      to.db,
      projects,
      'name',
      named(false).map(({ name }) => name),
      ofThere,
      { number: '' },
    )),
  ]
  const standing = await standingsOf(to, source, scope, numbered(documents.map(claimOf)), storedClaims(there))
  const idOf = documentIds('project')
  const brought = documents.map((document, at): Brought<Project> => ({
    at,
    standing,
    document: { ...document, _id: standing.same[at]?._id ?? idOf(to.importId, keyOf(document)) },
  }))
  const seen = brought.flatMap(({ at, document }): SeenLate[] => {
    const [line] = [
      ...document.at,
      ...document.money.map((one) => one.at),
      ...document.progress.map((one) => one.at),
      ...document.inspections.map((one) => one.at),
    ]
    return standing.also[at] && line ? [{ at: line, personId: null, code: 'project_also_told', detail: standing.also[at] }] : []
  })
  await to.warn(seen)
  const { added, changed } = await bring(to, projects, source, brought)
  return { added, changed, personIds: new Map() }
}

export async function finishProjects(to: Writing): Promise<Finished> {
  const source = (await sourceBefore(to))!
  const gone = await removeGone(
    to,
    projects,
    source,
    () => ({}),
    () => Promise.resolve(),
  )
  return { added: 0, changed: gone, versions: await reportVersions(to, source.decided) }
}

const documentsOf = (to: Writing, ledger: Ledger, rows: ProjectRow[]): Project[] =>
  [...grouped(rows, ({ key }) => key).values()].map((own) => projectDocument(to, ledger, own))

const keyOf = ({ number, name }: Pick<Project, 'number' | 'name'>): string => number || `name ${name}`

const claimOf = (project: There): Claim => ({
  key: keyOf(project),
  fen: project.totalFen ?? sumFen(project.money.flatMap(({ issuedFen }) => issuedFen ?? [])),
  content: project.said,
})

const storedClaims = (found: There[]): StoredClaim[] =>
  [...grouped(found, ({ importId }) => importId).values()].flatMap((group) =>
    numbered(group.map((one) => ({ ...claimOf(one), _id: one._id, importId: one.importId }))),
  )
