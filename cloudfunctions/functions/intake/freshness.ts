import type { intake } from '#contract/intake/actions'
import type { FreshLine } from '#contract/intake/desk'
import type { FileKind } from '#contract/intake/file-kinds'
import { officerAt, seesAll } from '#affairs/intake/directing/whose'
import { kindsOfFile } from '#affairs/intake/kinds/all'
import { daysBetween } from '#domain/time/dates'
import { countyTime } from '#kernel/call/clock'
import type { Action, On } from '#kernel/call/on'
import { pages } from '#store/db/read'
import { imports, type Import } from '#store/intake/intake'

type Newest = Pick<Import, 'fileName' | 'spokenOn' | 'at'>

/** How old each agency's newest file of each kind is, of those that were taken in and of those that the county pack expects. */
export const freshness: Action<typeof intake.freshness> = async (_, on) => {
  const by = await officerAt(on)
  const all = seesAll(on, by)
  const newest = new Map<string, Newest>()
  const filter = { status: 'done', kind: { $ne: null }, ...(!all && { agencyId: by!.agencyId }) }
  for await (const page of pages(on.db, imports, filter, { fields: ['fileName', 'kind', 'agencyId', 'spokenOn', 'at'] }))
    for (const { agencyId, kind, ...one } of page) {
      const key = `${agencyId ?? ''}/${kind}`
      if (agencyId !== undefined && dayOf(one) > dayOf(newest.get(key))) newest.set(key, one)
    }
  const expected = on.county.agencies.flatMap(({ id, files = [] }) => files.map(({ kind }) => `${id}/${kind}`))
  const mine = [...new Set([...expected, ...newest.keys()])].filter((key) => all || key.startsWith(`${by!.agencyId}/`))
  const lines = mine.map((key) => lineOf(on, key, newest.get(key)))
  const kinds = kindsOfFile.map(({ kind, label }) => ({ kind, label }))
  return { kinds, lines: lines.sort((a, b) => Number(b.late) - Number(a.late) || (b.days ?? Infinity) - (a.days ?? Infinity)) }
}

const dayOf = (one: Newest | undefined): string => one?.spokenOn ?? (one ? countyTime(one.at).day : '')

function lineOf({ county, moment }: On, key: string, newest: Newest | undefined): FreshLine {
  const [agencyId, kind] = key.split('/') as [string, FileKind]
  const agency = county.agencies.find(({ id }) => id === agencyId)
  const kindLabel = kindsOfFile.find((one) => one.kind === kind)!.label
  const everyDays = agency?.files?.find((one) => one.kind === kind)?.everyDays ?? null
  const spokenOn = (dayOf(newest) || null) as FreshLine['spokenOn']
  const days = spokenOn === null ? null : Math.max(0, daysBetween(spokenOn, moment.today))
  const late = everyDays !== null && (days === null || days > everyDays)
  const what = `${agency?.name ?? agencyId}的${kindLabel}`
  return {
    ...{ agencyId, agency: agency?.name ?? agencyId, kind, kindLabel, lastFile: newest?.fileName ?? null, spokenOn, days, everyDays, late },
    words: days === null ? `${what}还没有来过` : late ? `${what}已 ${days} 天未更新` : `${what}是 ${days} 天前的`,
  }
}
