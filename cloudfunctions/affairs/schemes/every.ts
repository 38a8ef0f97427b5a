import type { On } from '#kernel/call/on'
import { aggregate } from '#store/db/read'
import { dividends } from '#store/money/money'
import { allSchemes, type Scheme } from '#store/work/schemes'
import { listedIdsOf } from './scheme-id'

/** A scheme, perhaps one that only lists of dividends know so far; `ids`: all under which lists may have it. */
export type NamedScheme = Pick<Scheme, '_id' | 'name' | 'terms'> & { ids: string[]; opened?: Scheme }

type Reading = Pick<On, 'db' | 'county'>

/** The registered ones. Where one's name with its place before it is another's name, that other has the rows. */
async function registeredSchemes({ db, county }: Reading): Promise<NamedScheme[]> {
  const opened = await allSchemes(db)
  const own = new Set(opened.map(({ _id }) => _id))
  return opened.map((one) => ({
    ...{ _id: one._id, name: one.name, terms: one.terms, opened: one },
    ids: listedIdsOf(county, one).filter((id) => id === one._id || !own.has(id)),
  }))
}

/** Every scheme that is registered or that a list names, by name. */
export async function everyScheme(on: Reading): Promise<NamedScheme[]> {
  const [registered, listed] = await Promise.all([
    registeredSchemes(on),
    aggregate<{ _id: string; name: string }>(on.db, dividends, [{ $group: { _id: '$schemeId', name: { $min: '$scheme' } } }]),
  ])
  const called = new Set(registered.flatMap(({ ids }) => ids))
  const alone = listed.filter(({ _id }) => !called.has(_id)).map(({ _id, name }): NamedScheme => ({ _id, name, terms: [], ids: [_id] }))
  return [...registered, ...alone].sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** By its own id, or by another under which lists have it. */
export async function findNamedScheme(on: Reading, id: string): Promise<NamedScheme | undefined> {
  const among = (all: NamedScheme[]) => all.find(({ ids }) => ids.includes(id))
  return among(await registeredSchemes(on)) ?? among(await everyScheme(on))
}
