import { leavings } from '#domain/register/events'
import { countyTime } from '#kernel/call/clock'
import { holdingEvents } from '#domain/people/vital'
import { saysDeath } from '#domain/register/register'
import type { Stated, StatedField } from '#domain/people/stated'
import type { Day } from '#domain/time/dates'
import type { Keys } from '#kernel/seal/keys'
import { open } from '#kernel/seal/seal'
import type { Db } from '#store/db/collection'
import { findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { payments } from '#store/money/money'
import { contacts } from '#store/people/contacts'
import { events } from '#store/people/register'
import { statements, type SaidOf } from '#store/people/statements'
import { vitalEvents } from '#store/people/vital'

type On = { db: Db; keys: Keys }

/** What somebody says of one field of a person, and where it stands; a number entered at the counter stands in no file. */
export interface Source extends Stated {
  personId: string
  field: StatedField
  importId?: string | undefined
  file?: string | undefined
  sheet?: string | undefined
  row?: number | undefined
}

/** The files behind these, by import id: what each is called, and whose it is. */
export async function filesBehind(
  { db }: Pick<On, 'db'>,
  ids: readonly string[],
): Promise<Map<string, { fileName: string; agencyId?: string }>> {
  const found = await findIn(db, imports, '_id', [...ids], ['fileName', 'agencyId'])
  return new Map(found.map((one) => [one._id, one]))
}

const gatherers: Record<StatedField, (on: On, ids: string[]) => Promise<Source[]>> = {
  name: (on, ids) => inFiles(on, ids, 'name'),
  home: (on, ids) => inFiles(on, ids, 'home'),
  category: (on, ids) => inFiles(on, ids, 'category'),
  async phone(on, ids) {
    const entered = await findIn(on.db, contacts, '_id', ids, undefined, { by: 'office' })
    const atCounter = entered.map(({ _id, phoneSealed, at }) => ({
      ...{ personId: _id, field: 'phone' as const, value: open(on.keys, phoneSealed), agency: '', kind: 'office' },
      day: countyTime(at).day,
    }))
    return [...atCounter, ...(await inFiles(on, ids, 'phone'))]
  },
  async card({ db, keys }, ids) {
    const fields = ['personId', 'month', 'cardSealed', 'sheet', 'row', 'saidOn', 'importId']
    return (await findIn(db, payments, 'personId', ids, fields)).map(({ personId, month, cardSealed, saidOn, ...at }) => ({
      ...{ personId, field: 'card', value: open(keys, cardSealed), agency: '', kind: 'payment-plan' },
      ...{ day: saidOn ?? (`${month}-01` as Day), undated: saidOn === undefined, ...at },
    }))
  },
  /** A list of the living says so of everybody in it. */
  async alive(on, ids) {
    const [lived, happened, left] = await Promise.all([
      inFiles(on, ids, 'name'),
      findIn(on.db, vitalEvents, 'personId', ids),
      findIn(on.db, events, 'personId', ids, undefined, { kind: { $in: leavings } }),
    ])
    return [
      ...lived.filter(({ kind }) => kind === 'register').map((one) => ({ ...one, field: 'alive' as const, value: 'alive' })),
      ...holdingEvents(happened)
        .filter(({ kind }) => kind === 'died')
        .map(({ personId, agency, saidOn, sheet, row, importId }) => ({
          ...{ personId, field: 'alive' as const, value: 'dead', agency, kind: 'vital', day: saidOn, sheet, row, importId },
        })),
      ...left
        .filter(({ reason }) => saysDeath(reason))
        .map(({ personId, on: exitOn, saidOn, sheet, row, importId }) => ({
          ...{ personId, field: 'alive' as const, value: 'dead', agency: '', kind: 'exit', sheet, row, importId },
          undated: saidOn === undefined,
          day: saidOn ?? (exitOn.length === 7 ? (`${exitOn}-01` as Day) : (exitOn as Day)),
        })),
    ]
  },
}

/** Everything that is said of one field of these people, with the file in which it stands. */
export async function gather(on: On, field: StatedField, personIds: string[]): Promise<Source[]> {
  const said = await gatherers[field](on, personIds)
  const files = await filesBehind(
    on,
    said.flatMap(({ importId }) => importId ?? []),
  )
  return said.map((one) => {
    const file = files.get(one.importId ?? '')
    return { ...one, agency: one.agency || (file?.agencyId ?? ''), ...(file && { file: file.fileName }) }
  })
}

/** The same of several fields, one after the other. */
export const gatherAll = async (on: On, fields: readonly StatedField[], personIds: string[]): Promise<Source[]> =>
  (await Promise.all(fields.map((field) => gather(on, field, personIds)))).flat()

/** What rows of files say of it. */
async function inFiles({ db, keys }: On, ids: string[], field: 'name' | 'home' | 'category' | 'phone'): Promise<Source[]> {
  return (await findIn(db, statements, 'personId', ids)).flatMap((one) => {
    const { personId, kind, agency, saidSealed, sheet, row, saidOn, undated, importId } = one
    const value = (JSON.parse(open(keys, saidSealed)) as SaidOf)[field]
    return value === undefined ? [] : [{ personId, field, value, agency, kind, day: saidOn, undated, sheet, row, importId }]
  })
}
