import type { OutputOf } from '#contract/call/action'
import type { supervision } from '#contract/supervision/actions'
import type * as z from 'zod'
import { categoryName } from '#domain/county/categories'
import type { SealedField } from '#domain/access/grants'
import { partNames, type HouseholdPart } from '#domain/register/register'
import { underGrant, type Looking } from '#affairs/grants/under-grant'
import { tableKinds } from '#affairs/tables/kinds/all'
import { chosenOf, isOpened, opened, type Column, type Reading, type TableKind } from '#affairs/tables/kinds/table-kind'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { filterOf } from '../list'

type Asked = z.output<(typeof supervision)['tablePreview']['input']>
export type Taken = OutputOf<(typeof supervision)['export']>

/** What somebody asks for, when they may have it. */
export interface Chosen {
  looking: Looking
  kind: TableKind
  reading: Reading
  columns: Column<never>[]
  /** What of a person's data these columns show. */
  shown: { parts: HouseholdPart[]; fields: SealedField[] }
  /** 文成县峃口镇 低保户, and the time. */
  which: string
}

/**
 * The table that is asked for, as far as the grant goes.
 * @throws Refusal that is on record: no grant, a place outside it, a list that it does not open; or columns that it does not open.
 */
export async function chosen(
  on: On,
  action: string,
  { grantId, table, area, category, from, until, columns: ids }: Asked,
): Promise<Chosen> {
  const looking = await underGrant(on, grantId, action)
  const { grant } = looking
  await filterOf(on, looking, action, area, category)
  const kind = tableKinds[table]
  if (!isOpened(kind, grant)) throw refusals.badInput(`这条授权不看“${partNames[kind.needs!]}”，做不了这张表。请换一项授权。`)
  if (kind.ofTime && (from === undefined || until === undefined || from > until))
    throw refusals.badInput('请选从哪天到哪天，前一天不能比后一天晚。')
  const columns = chosenOf(kind.columns, ids ?? opened(kind.columns, grant).map(({ id }) => id), grant)
  if (columns.length === 0 || (ids && columns.length < new Set(ids).size))
    throw refusals.badInput('有的列这条授权看不到，或者一列也没有选。请重新勾选要哪几列。')
  const asked = {
    ...(area !== undefined && { area }),
    ...(category !== undefined && { category }),
    ...(kind.ofTime && { from: from!, until: until! }),
  }
  return {
    ...{ looking, kind, columns },
    reading: { on, grant, asked },
    shown: {
      parts: [...new Set(columns.flatMap(({ part }) => part ?? []))],
      fields: [...new Set([...grant.fields.filter((field) => field === 'name'), ...columns.flatMap(({ field }) => field ?? [])])],
    },
    which: [placeName(on, area ?? grant.area), category && categoryName(on.county, category), kind.ofTime && `${from} 至 ${until}`]
      .filter(Boolean)
      .join(' '),
  }
}

function placeName({ county }: On, area: string): string {
  const town = county.towns.find(({ code }) => area.startsWith(code))
  const village = town?.villages.find(({ code }) => code === area)
  return `${county.name}${town?.name ?? ''}${village?.name ?? ''}`
}
