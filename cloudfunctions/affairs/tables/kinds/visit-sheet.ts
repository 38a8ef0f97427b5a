import { roleNames } from '#domain/access/staff'
import { placeOf } from '#domain/place/divisions'
import { sayVisitValue, visitWordNames } from '#domain/work/visit-words'
import type { VisitContent } from '#domain/work/visits'
import { placedUnder } from '#affairs/grants/listed-under'
import { contentOf } from '#affairs/visits/known'
import { find, findIn } from '#store/db/read'
import { households, type Household } from '#store/people/register'
import { requests, type FarmerRequest } from '#store/work/requests'
import { visits, type Visit } from '#store/work/visits'
import { shownName } from './people'
import { tableKind, type Column, type Reading, type TableKind } from './table-kind'

interface PlacedVisit {
  visit: Visit
  home: Household
}
interface VisitRow extends PlacedVisit {
  number: number
  /** What was written; of a doctor's visit nothing: that is for the doctor and the household. */
  content: VisitContent | undefined
  needs: FarmerRequest[]
}

const atOnce = 500

/** Visits of the time asked for, the oldest first, whose household stands in the place asked for. `after`: goes on behind this place. */
async function* placedVisits({ on: { db }, grant, asked }: Reading, after: string | undefined): AsyncGenerator<PlacedVisit> {
  const placed = { $and: placedUnder(grant, asked)! }
  for (let behind = after; ;) {
    const [day, id] = behind?.split('/') ?? []
    const further = behind === undefined ? {} : { $or: [{ on: { $gt: day } }, { on: day, _id: { $gt: id } }] }
    const inTime = { on: { $gte: asked.from!, $lte: asked.until! } }
    const order: [string, 'asc'][] = [
      ['on', 'asc'],
      ['_id', 'asc'],
    ]
    const found = await find(db, visits, { $and: [inTime, further] }, { order, limit: atOnce })
    const ids = [...new Set(found.map(({ householdId }) => householdId))]
    const homes = new Map((await findIn(db, households, '_id', ids, undefined, placed)).map((home) => [home._id, home]))
    for (const visit of found) {
      const home = homes.get(visit.householdId)
      if (home) yield { visit, home }
    }
    const last = found.at(-1)
    if (!last || found.length < atOnce) return
    behind = placeOfVisit(last)
  }
}

const placeOfVisit = ({ on, _id }: Visit): string => `${on}/${_id}`

/** What was written of the fields that the pack names for this table. */
const sayWrote = (table: string, { content }: VisitRow, { on: { county } }: Reading): string | null =>
  content?.changes
    .flatMap(({ field, value }) => {
      const rule = county.visits.fields.find(({ id, tables }) => id === field && tables.includes(table))
      return rule ? `${rule.label}：${sayVisitValue(rule, value)}` : []
    })
    .join('；') || null

const sayNeed = ({ about, to, answeredAt, met }: FarmerRequest): string =>
  `${about}（${to}，${answeredAt === null ? '在办' : met ? '办好了' : '办不了'}）`

const columnsOf = (table: string): Column<VisitRow>[] => [
  { id: 'number', heading: ['序号'], width: 7, kind: 'count', cell: ({ number }) => number },
  { id: 'on', heading: ['走访日期'], width: 12, kind: 'day', cell: ({ visit }) => visit.on },
  {
    ...{ id: 'town', heading: ['乡镇'], width: 12, kind: 'text' },
    cell: ({ home }, { on }) => placeOf(on.county, home.villageCode)?.town.name ?? home.townCode,
  },
  {
    ...{ id: 'village', heading: ['村'], width: 14, kind: 'text' },
    cell: ({ home }, { on }) => placeOf(on.county, home.villageCode)?.village.name ?? home.villageCode,
  },
  { id: 'head', heading: ['户主'], width: 12, kind: 'text', cell: ({ home }, reading) => shownName(reading, home.headName) },
  { id: 'visitor', heading: ['走访人'], width: 12, kind: 'text', cell: ({ visit }) => visit.name },
  { id: 'unit', heading: ['单位、身份'], width: 22, kind: 'text', cell: ({ visit }) => `${visit.agency} ${roleNames[visit.role]}` },
  { id: 'met', part: 'helpers', heading: ['见到了谁'], width: 12, kind: 'text', cell: ({ content }) => content?.met ?? null },
  {
    id: 'unchanged',
    part: 'helpers',
    heading: ['有无变化'],
    width: 9,
    kind: 'text',
    cell: ({ visit }) => (visit.unchanged ? '无变化' : null),
  },
  { id: 'wrote', part: 'helpers', heading: ['变化情况'], width: 36, kind: 'text', cell: (row, reading) => sayWrote(table, row, reading) },
  { id: 'talked', part: 'helpers', heading: ['谈了什么'], width: 36, kind: 'text', cell: ({ content }) => content?.talked || null },
  {
    id: 'needs',
    part: 'helpers',
    heading: ['需求和办理'],
    width: 36,
    kind: 'text',
    cell: ({ needs }) => needs.map(sayNeed).join('；') || null,
  },
  {
    ...{ id: 'word', part: 'helpers', heading: ['农户怎么说'], width: 12, kind: 'text' },
    cell: ({ visit }) => (visit.word ? visitWordNames[visit.word.said] : null),
  },
]

/** One visit a row, as it was written once at the door: the table is filled by it, and by nobody a second time. */
export const visitSheet = (name: string, what: string): TableKind =>
  tableKind<VisitRow>({
    ...{ name, what, columns: columnsOf(name) },
    unit: '人次',
    ofTime: true,
    needs: 'helpers',
    async count(reading) {
      let count = 0
      for await (const _ of placedVisits(reading, undefined)) count++
      return count
    },
    async read(reading, _, { after, number, size }) {
      const found: PlacedVisit[] = []
      for await (const one of placedVisits(reading, after ?? undefined)) if (found.push(one) > size) break
      const page = found.slice(0, size)
      const ids = page.map(({ visit }) => visit._id)
      const asked = await findIn(reading.on.db, requests, 'visitId', ids, undefined, { kind: 'need' })
      return {
        rows: page.map((one, i) => ({
          ...{ ...one, number: number + i + 1 },
          content: one.visit.role === 'doctor' ? undefined : contentOf(reading.on.keys, one.visit),
          needs: one.visit.role === 'doctor' ? [] : asked.filter(({ visitId }) => visitId === one.visit._id),
        })),
        units: page.length,
        next: found.length > size ? placeOfVisit(page.at(-1)!.visit) : null,
      }
    },
  })
