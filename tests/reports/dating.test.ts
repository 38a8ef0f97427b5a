import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '#local/gateway/disk/sqlite'
import { collections } from '#store/all'
import { startRig, temporaryFolder, type Rig } from '../gateway/support/gateway'

/**
 * What somebody does who has the county's machine, and wants to know when each report came: looks where its row, its index entries and its
 * parts lie, beside what is dated (the record of looks), in every file there is.
 */
jest.setTimeout(60_000)

const some = 40
const noon = Date.parse('2026-10-20T04:00:00Z')
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
/** Ids as they are made: random, and the same for both clouds. */
const ids = Array.from({ length: some }, (_, i) => hash(`report ${i}`).slice(0, 32))
const sealedBytes = (name: string, length: number) =>
  hash(name)
    .repeat(Math.ceil(length / 64))
    .slice(0, length)
const report = (id: string) => ({
  _id: id,
  mailbox: `1.${hash(`${id} mailbox`).slice(0, 22)}`,
  office: 'county',
  receivedOn: '2026-10-20',
  note: sealedBytes(`${id} note`, 320),
  letterCount: 1,
  state: 'new',
  category: null,
  dueOn: null,
  outcome: null,
  closedOn: null,
  destroyOn: null,
  caseSealed: null,
  letters: [
    { id: hash(`${id} letter`).slice(0, 32), by: 'reporter', day: '2026-10-20', sealed: sealedBytes(id, 10_992), keys: [], announced: 5 },
  ],
})

let clock = noon
const folders: string[] = []
/** A day at the county's cloud: each report comes after its photo and beside looks that are on record with their time. */
async function aDay(order: string[], specs: { name: string; undated?: true }[] = collections): Promise<Rig> {
  clock = noon
  const dataDir = temporaryFolder()
  folders.push(dataDir)
  const rig = await startRig({ dataDir, collections: specs, clock: () => clock })
  for (const name of ['reports', 'report_parts', 'audit']) await rig.db.createCollection(name)
  for (const [i, id] of order.entries()) {
    clock += 1000
    await rig.db
      .collection('audit')
      .add({ _id: hash(`look ${i}`).slice(0, 32), at: new Date(clock).toISOString(), reason: sealedBytes(`look ${i}`, 400) })
    await rig.db
      .collection('report_parts')
      .add({ _id: `${id}/0`, message: id, index: 0, day: '2026-10-20', sealed: sealedBytes(`${id}/0`, 65_600) })
    await rig.db.collection('reports').add(report(id))
  }
  // One is destroyed within the day: it leaves a gap.
  await rig.db.collection('reports').add(report(hash('destroyed').slice(0, 32)))
  await rig.db.collection('reports').doc(hash('destroyed').slice(0, 32)).remove()
  return rig
}

const files = ({ dataDir }: Pick<Rig, 'dataDir'>) => readdirSync(dataDir).filter((name) => statSync(join(dataDir, name)).isFile())
const bytes = ({ dataDir }: Pick<Rig, 'dataDir'>, name: string) => readFileSync(join(dataDir, name))

/** Midnight passes; the gateway is waited for until its logs are empty. */
async function midnight(rig: Rig): Promise<void> {
  clock = Date.parse('2026-10-20T16:00:01Z')
  while (statSync(join(rig.dataDir, 'undated.db-wal')).size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** How well places tell an order: 1 or -1 wholly, 0 not at all (Spearman). */
function tells(order: string[], places: Map<string, number>): number {
  const known = order.filter((id) => places.has(id))
  if (known.length < some / 2) return 0
  const rank = new Map([...known].sort((a, b) => places.get(a)! - places.get(b)!).map((id, i) => [id, i]))
  const squares = known.reduce((sum, id, i) => sum + (i - rank.get(id)!) ** 2, 0)
  return Math.abs(1 - (6 * squares) / (known.length * (known.length ** 2 - 1)))
}

/** Tries every mark that a report leaves, in every file, and every order that SQLite itself can give: the best of them. */
function attack(rig: Pick<Rig, 'dataDir'>, order: string[]): Record<string, number> {
  const marks = {
    row: (id: string) => sealedBytes(`${id} note`, 100),
    index: (id: string) => report(id).mailbox,
    letter: (id: string) => report(id).letters[0]!.id,
    part: (id: string) => sealedBytes(`${id}/0`, 100),
    end: (id: string) => sealedBytes(`${id}/0`, 65_600).slice(-600),
  }
  const found: Record<string, number> = {}
  for (const name of files(rig)) {
    const content = bytes(rig, name)
    for (const [mark, of] of Object.entries(marks)) {
      for (const [way, at] of [
        ['first', (text: string) => content.indexOf(text)],
        ['last', (text: string) => content.lastIndexOf(text)],
      ] as const) {
        found[`${name} ${mark} ${way}`] = tells(
          order,
          new Map(order.map((id) => [id, at(of(id))] as const).filter(([, place]) => place >= 0)),
        )
      }
    }
  }
  const db = openSqlite(':memory:')
  db.prepare('ATTACH DATABASE ? AS gateway').run(join(rig.dataDir, 'gateway.db'))
  db.prepare('ATTACH DATABASE ? AS undated').run(join(rig.dataDir, 'undated.db'))
  for (const file of ['gateway', 'undated']) {
    for (const table of db
      .prepare(`SELECT name FROM ${file}.sqlite_master WHERE type='table' AND name LIKE '%report%' AND name NOT LIKE '%~%'`)
      .column()) {
      const byRow = orNothing(
        () => db.prepare(`SELECT substr(id,1,32) FROM ${file}."${String(table)}" ORDER BY rowid`).column() as string[],
      )
      found[`${file} ${String(table)} row ids`] = tells(order, new Map(byRow?.map((id, i) => [id, i])))
    }
  }
  db.close()
  return found
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const rigs: Rig[] = []
afterAll(async () => {
  await Promise.all(rigs.map((rig) => rig.close()))
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('the attack dates reports that lie in the database beside all others', async () => {
  const rig = await aDay(
    ids,
    collections.map(({ name, indexes }) => ({ name, indexes })),
  )
  rigs.push(rig)
  const found = attack(rig, ids)
  expect(Math.max(...Object.values(found))).toBe(1)
  expect(found['gateway c1_reports row ids']).toBe(1)
  expect(found['gateway.db part first']).toBeGreaterThan(0.9)
})

describe('after the day’s end', () => {
  let [one, other]: Rig[] = []
  const another = [...ids].sort((a, b) => (hash(a) < hash(b) ? -1 : 1))
  beforeAll(async () => {
    for (const order of [ids, another]) rigs.push(await aDay(order))
    ;[one, other] = rigs.slice(-2)
    await midnight(one!)
    await midnight(other!)
  })

  test('it finds nothing: what is kept is the same, byte for byte, in whatever order and with whatever beside it they came', () => {
    expect(tells(ids, new Map(another.map((id, i) => [id, i])))).toBeLessThan(0.4)
    expect(bytes(one!, 'undated.db').equals(bytes(other!, 'undated.db'))).toBe(true)
    for (const [rig, order] of [
      [one!, ids],
      [other!, another],
    ] as const)
      expect(Math.max(...Object.values(attack(rig, order)))).toBeLessThan(0.5)
  })

  test('no page is left over, nothing of them is in any other file, and nothing of what was destroyed in any', () => {
    const db = openSqlite(join(one!.dataDir, 'undated.db'))
    expect(db.prepare('PRAGMA freelist_count').one()).toBe(0)
    db.close()
    for (const name of files(one!)) {
      const content = bytes(one!, name)
      const [marks] = [ids.flatMap((id) => [id, report(id).mailbox, sealedBytes(id, 64)])]
      expect([name, marks.some((mark) => content.includes(mark))]).toEqual([name, name === 'undated.db'])
      expect(content.includes(report(hash('destroyed').slice(0, 32)).mailbox)).toBe(false)
    }
  })

  test('the times of the files are those of the rewriting, also on a day on which nothing came', async () => {
    const before = statSync(join(one!.dataDir, 'undated.db')).mtimeMs
    const quiet = await startRig({ collections, clock: () => clock })
    rigs.push(quiet)
    const started = statSync(join(quiet.dataDir, 'undated.db')).mtimeMs
    clock += 24 * 3600_000
    for (const [rig, was] of [
      [quiet, started],
      [one!, before],
    ] as const) {
      while (statSync(join(rig.dataDir, 'undated.db')).mtimeMs === was) await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
})

test('a gateway that closes within the day leaves as little; one that finds a database of before moves them out of it', async () => {
  const [closing, alike] = [await aDay(ids), await aDay([...ids].reverse())]
  await closing.close()
  await alike.close()
  expect(bytes(closing, 'undated.db').equals(bytes(alike, 'undated.db'))).toBe(true)
  expect(Math.max(...Object.values(attack(closing, ids)))).toBeLessThan(0.5)
  const old = await aDay(
    ids,
    collections.map(({ name, indexes }) => ({ name, indexes })),
  )
  const { dataDir } = old
  await old.close()
  const moved = await startRig({ dataDir, collections, clock: () => clock })
  rigs.push(moved)
  expect(
    (
      await moved.db
        .collection('reports')
        .where({ mailbox: report(ids[7]!).mailbox })
        .get()
    ).data,
  ).toEqual([report(ids[7]!)])
  expect((await moved.db.collection('report_parts').where({ message: ids[9]! }).count()).total).toBe(1)
  expect(Math.max(...Object.values(attack(moved, ids)))).toBeLessThan(0.5)
  expect(bytes(moved, 'gateway.db').includes(sealedBytes(ids[3]!, 64))).toBe(false)
})
