import type { AtWork } from '#kernel/jobs/kind'
import { collections } from '#store/all'
import type { Collection, Filter, Stored } from '#store/db/collection'
import { findEach, findIn, pages } from '#store/db/read'
import { fileSources, imports, type Import } from '#store/intake/intake'
import { warnings } from '#store/intake/quarantine'
import { importJournal, journalIds } from '#store/intake/journal'
import { grants } from '#store/access/grants'
import { staff } from '#store/access/staff'
import { contacts } from '#store/people/contacts'
import { workers } from '#store/people/helpers'
import { payments, receipts } from '#store/money/money'
import { households, persons } from '#store/people/register'
import { turnedAway } from '#store/record/turned-away'
import type { Collated } from './collate'
import { namedIn, readPart } from './journal'

type On = Pick<AtWork, 'db' | 'keys'>

/** Imports that ended after this one began, or are under way: they may stand on what it wrote. */
export async function laterImports({ db }: On, own: Import): Promise<Import[]> {
  const later: Import[] = []
  const fields = ['fileName', 'kind', 'status', 'at', 'ended', 'journaled']
  for await (const page of pages(db, imports, { status: { $in: ['done', 'running', 'undoing'] } }, { fields }))
    later.push(...page.filter((one) => one._id !== own._id && (one.ended === undefined || one.ended > (own.began ?? own.at))))
  // What the first release took in says only when it was asked for.
  return later.filter((one) => one.ended !== undefined || one.status !== 'done' || one.at > (own.began ?? own.at))
}

/** In words what a later import built on this one: what it wrote follows from it. Nothing where it does not. */
export async function builtByImport(on: On, own: Import, { touched, named }: Collated, later: Import): Promise<string | undefined> {
  const file = `《${later.fileName}》`
  if (!later.journaled) return `以前的版本导入过${file}，看不出它是不是照着这一份写的`
  const decided = (await findEach(on.db, fileSources, { _id: later._id }))[0]?.decided ?? []
  if (decided.some(({ importId, relation }) => importId === own._id && relation !== 'beside')) return `${file}已经顶替或更正了它`
  // A file that is read again, for rows that were mended, stands only with these on what came in between.
  const since = own.began ?? own.at
  const parts = (await findIn(on.db, importJournal, '_id', await journalIds(on.db, later._id), ['of', 'at'])).filter(({ at }) => at > since)
  const wrote = new Set(parts.map(({ of }) => of))
  const money = (has: (name: string) => boolean) => has(payments.name) || has(receipts.name)
  const mine = (name: string) => touched.has(name)
  if (money(mine) && money((name) => wrote.has(name)) && (mine(receipts.name) || wrote.has(receipts.name)))
    return wrote.has(receipts.name) && !mine(receipts.name) ? `${file}已经按它对过账` : `${file}已经和它一起对过账`
  // What a file of the same kind said and was there already, it left as it was; a register and its exits judge by each other's days.
  const alike = later.kind === own.kind || (registers.has(later.kind) && registers.has(own.kind))
  const people = touched.get(persons.name)
  for (const part of parts.filter(({ of }) => of === namedIn)) {
    const same = (await readPart(on, part._id))?.entries.filter(({ id }) => (alike && named.has(id)) || people?.has(id)).length ?? 0
    if (same > 0) return `后来导入的${file}里有同样的人，是照着它写的`
  }
  return undefined
}

const registers = new Set<Import['kind']>(['register', 'exit'])

/** What tells of nobody's acting on what a file said. */
const noWork = new Set([warnings, turnedAway].map(({ name }) => name).concat('audit', 'audit_leaves'))

const targets: Record<string, Collection<Stored>> = {
  personId: persons,
  householdId: households,
  paymentId: payments,
  workerId: workers,
  helpers: workers,
}

/** Where other documents say whom or what they are about: the indexed fields, and two in collections that are small. */
const links: { of: Collection<Stored>; field: string; to: Collection<Stored> }[] = [
  ...collections
    .filter(({ name }) => !noWork.has(name))
    .flatMap((of) =>
      of.indexes.flatMap(({ fields }) => {
        const { field } = fields[0]!
        const to = targets[field.split('.').at(-1)!]
        return to ? [{ of, field, to }] : []
      }),
    ),
  { of: grants as unknown as Collection<Stored>, field: 'householdId', to: households },
  { of: staff as unknown as Collection<Stored>, field: 'workerId', to: workers },
  { of: contacts as unknown as Collection<Stored>, field: '_id', to: persons },
]

const words: Record<string, string> = {
  batch_lines: '编进了批次',
  accounts: '绑定了手机',
  proxies: '托人代看',
  requests: '提了更正或投诉',
  grants: '有了查看授权',
  contacts: '登记了电话',
  codes: '换发了卡',
  staff: '开了账号',
  source_decisions: '有人定过以哪份为准',
}

/** Lines that were let go with their batch, or before it went, hold nothing: their key says so. */
const living: Record<string, Filter> = { batch_lines: { $or: [{ key: { $lt: 'free/' } }, { key: { $gte: 'free0' } }] } }

/** In words what else refers to documents that this import added, and would be left hanging; nothing where there is none. */
export async function heldBy(on: On, { touched }: Collated, of: string, ids: string[]): Promise<string | undefined> {
  const added = ids.filter((id) => touched.get(of)?.get(id)?.added)
  if (added.length === 0) return undefined
  for (const link of links.filter(({ to }) => to.name === of)) {
    const own = touched.get(link.of.name)
    const others = (await findIn(on.db, link.of, link.field, added, ['_id'], living[link.of.name])).filter(({ _id }) => !own?.has(_id))
    if (others.length > 0) return `这份表里的人已经有 ${others.length} 处${words[link.of.name] ?? '别的记录写到了'}`
  }
  return undefined
}
