import { fen, yuan } from '#domain/money/money'
import { categoryName } from '#domain/county/categories'
import type { County } from '#domain/county/county'
import type { RehearsedChange } from '#store/db/rehearsal/rehearsal'
import { contacts } from '#store/people/contacts'
import { doctorContracts, pairings, type DoctorContract, type Pairing } from '#store/people/helpers'
import { households, persons, type Household, type Person } from '#store/people/register'
import type { Pages } from './pages'
import { listNames } from './say-lists'

type Say = (change: { before: never; after: never }, pages: Pages, whole: RehearsedChange, county: County) => void

/** What a change of one document says to whose page it is on. */
const sayings: Record<string, Say> = {
  [persons.name]({ before, after }: { before: Person | null; after: Person | null }, pages) {
    const page = pages.of(after?.householdId ?? before?.householdId, after?._id ?? before?._id)
    if (!page) return
    const name = (after ?? before)!.name
    if (after?.onRegister && !before?.onRegister) {
      page.joined++
      pages.say(page, `${name}进名册`)
    } else if (before?.onRegister && !after?.onRegister) {
      page.left++
      pages.say(page, `${name}出名册`)
    }
    if (before && after && before.name !== after.name) pages.say(page, `${before.name}改名为${after.name}`)
    if (before?.householdId && after?.householdId && before.householdId !== after.householdId) {
      pages.say(page, `${name}换到这一户`)
      pages.say(pages.of(before.householdId, null), `${name}换到别的户`)
    }
  },
  [households.name]({ before, after }: { before: Household | null; after: Household | null }, pages, _whole, county) {
    if (!before || !after) return
    const changed: string[] = []
    const [was, is] = [before.category, after.category].map((category) => categoryName(county, category))
    if (was !== is) changed.push(`由${was}改为${is}`)
    if (before.monthlyFen !== after.monthlyFen) changed.push(`每月保障金由${sayFen(before.monthlyFen)}改为${sayFen(after.monthlyFen)}`)
    if (before.headId !== after.headId) changed.push(`户主由${before.headName}换成${after.headName}`)
    if (before.villageCode !== after.villageCode) changed.push('换了村')
    for (const words of changed) pages.say(pages.of(after._id, null), words)
  },
  [pairings.name]: helper<Pairing>('结对干部'),
  [doctorContracts.name]: helper<DoctorContract>('签约医生'),
  [contacts.name]({ before, after }: { before: object | null; after: { _id: string } | null }, pages) {
    if (after) pages.say(pages.of(null, after._id), before ? '登记的电话改了' : '登记了电话')
  },
}

const sayFen = (amount: Household['monthlyFen']): string => (amount === null ? '没有写' : ` ${yuan(fen(amount))} 元`)

function helper<T extends Pairing | DoctorContract>(post: string): Say {
  return ({ before, after }: { before: T | null; after: T | null }, pages, whole) => {
    const page = pages.ofChange(whole)
    if (!after) pages.say(page, `${post}${before?.name ?? ''}不再负责`)
    else if (!before) pages.say(page, `${post}是${after.name}`)
    else if (before.workerId !== after.workerId) pages.say(page, `${post}由${before.name}换成${after.name}`)
    else if (worth(before) !== worth(after)) pages.say(page, `${post}的走访、措施有新的`)
  }
}

const worth = (care: Pairing | DoctorContract): string =>
  'measures' in care ? JSON.stringify([care.measures, care.lastVisit]) : JSON.stringify([care.signedOn, care.visitsThisYear])

/** What nobody's page shows by itself. */
const behind = new Set(
  [
    'imports',
    'file_sources',
    'former_rows',
    'staged_parts',
    'quarantine',
    'warnings',
    'refused_tables',
    'mends',
    'heading_answers',
    'locks',
  ].concat(['payments', 'receipts', 'dividends', 'workers', 'codes', 'register_events', 'statements'], listNames),
)

/** People, households and who helps them; of what has no words of its own, that there is something new. */
export function sayPeople(changes: RehearsedChange[], pages: Pages, county: County): void {
  for (const change of changes) {
    const say = sayings[change.collection]
    if (say) say(change as never, pages, change, county)
    else if (!behind.has(change.collection)) pages.say(pages.ofChange(change), '这份表里有新的记录')
  }
}
