import type { Effects } from '#contract/intake/look'
import type { County } from '#domain/county/county'
import { fen } from '#domain/money/money'
import type { Db } from '#store/db/collection'
import type { RehearsedChange } from '#store/db/rehearsal/rehearsal'
import { findIn } from '#store/db/read'
import { households, persons } from '#store/people/register'
import { Pages, type Page } from './pages'
import { sayDividends, sayPlan, sayReceipts } from './say-money'
import { sayLists } from './say-lists'
import { sayPeople } from './say-people'

/** So many pages are told of one by one. */
const mostListed = 500

/**
 * What an import would change, in people: whose page, and what it would say. `db` is the real one, `after` the rehearsal. Everything is
 * counted; the first are listed, those who get less before all others.
 */
export async function effectsOf(db: Db, after: Db, county: County, changes: RehearsedChange[]): Promise<Effects> {
  const pages = new Pages()
  sayPeople(changes, pages, county)
  await sayPlan(db, county, changes, pages)
  sayReceipts(changes, pages)
  sayDividends(changes, pages)
  sayLists(changes, pages)
  const own = await atHome(
    after,
    [...pages.all.values()].filter(({ words }) => words.length > 0),
  )
  const total = (count: (page: Page) => number) => own.reduce((sum, page) => sum + count(page), 0)
  const listed = own.sort((a, b) => weight(a) - weight(b)).slice(0, mostListed)
  return {
    households: total(({ householdId }) => Number(householdId !== null)),
    outside: total(({ householdId }) => Number(householdId === null)),
    less: total(({ delta }) => Number(delta < 0)),
    more: total(({ delta }) => Number(delta > 0)),
    joined: total(({ joined }) => joined),
    left: total(({ left }) => left),
    list: await present(after, county, listed),
  }
}

/** Who gets less before who leaves, before who gets more, before the others; the most first. */
const weight = ({ delta, left }: Page): number => (delta < 0 ? delta - 1e12 : left > 0 ? -1e12 : delta > 0 ? -delta : 0)

/** What is said of somebody who is in a household is on its page. */
async function atHome(after: Db, pages: Page[]): Promise<Page[]> {
  const ids = pages.flatMap(({ householdId, personId }) => (householdId === null && personId ? [personId] : []))
  const homeOf = new Map((await findIn(after, persons, '_id', ids, ['householdId'])).map(({ _id, householdId }) => [_id, householdId]))
  const joined = new Map<string, Page>()
  for (const page of pages) {
    const householdId = page.householdId ?? homeOf.get(page.personId ?? '') ?? null
    const key = householdId ?? page.personId ?? ''
    const there = joined.get(key)
    if (!there) joined.set(key, { ...page, householdId })
    else {
      there.words.push(...page.words.filter((words) => !there.words.includes(words)))
      there.joined += page.joined
      there.left += page.left
      there.delta += page.delta
      if (page.afterFen !== undefined) {
        there.beforeFen = (there.beforeFen ?? 0) + (page.beforeFen ?? 0)
        there.afterFen = (there.afterFen ?? 0) + page.afterFen
      }
    }
  }
  return [...joined.values()]
}

async function present(after: Db, county: County, listed: Page[]): Promise<Effects['list']> {
  const [homes, people] = await Promise.all([
    findIn(
      after,
      households,
      '_id',
      listed.flatMap(({ householdId }) => householdId ?? []),
      ['headName', 'villageCode', 'townCode'],
    ),
    findIn(
      after,
      persons,
      '_id',
      listed.flatMap(({ personId }) => personId ?? []),
      ['name'],
    ),
  ])
  const homeOf = new Map(homes.map((home) => [home._id, home]))
  const nameOf = new Map(people.map(({ _id, name }) => [_id, name]))
  const placeOf = new Map(
    county.towns.flatMap(({ code, name, villages }) => [
      [code, name] as const,
      ...villages.map((one) => [one.code, name + one.name] as const),
    ]),
  )
  return listed.map(({ householdId, personId, words, beforeFen, afterFen }) => {
    const home = homeOf.get(householdId ?? '')
    return {
      ...(home && { householdId: home._id }),
      name: home?.headName ?? nameOf.get(personId ?? '') ?? '',
      place: home ? (placeOf.get(home.villageCode) ?? placeOf.get(home.townCode) ?? '') : '不在名册上',
      words: words.join('；'),
      ...(afterFen !== undefined && { beforeFen: fen(beforeFen ?? 0), afterFen: fen(afterFen) }),
    }
  })
}
