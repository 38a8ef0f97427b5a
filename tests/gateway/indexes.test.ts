import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Tables } from '../../cloudfunctions/local/gateway/disk/tables'
import { openSqlite } from '../../cloudfunctions/local/gateway/disk/sqlite'
import { compileFilter } from '../../cloudfunctions/local/gateway/filter/compile'
import { parseFilter } from '../../cloudfunctions/local/gateway/filter/parse'
import type { Document } from '../../cloudfunctions/local/gateway/query/values'
import { startRig, temporaryFolder, type Rig } from './support/gateway'
import { on } from './support/table'

const duplicate = expect.objectContaining({ code: 'DATABASE_DUPLICATE_WRITE' })

describe('unique indexes', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await startRig({
      collections: [
        { name: 'codes', indexes: [on('token', ['token'], { unique: true })] },
        { name: 'payments', indexes: [on('once', ['household', 'line.month'], { unique: true })] },
        { name: 'lists', indexes: [on('member', ['members.id'], { unique: true, multikey: true })] },
      ],
    })
    for (const name of ['codes', 'payments', 'lists']) await rig.db.createCollection(name)
  })
  afterAll(() => rig.close())

  it('refuse a second, by insert, set and update', async () => {
    const codes = rig.db.collection('codes')
    await codes.add([
      { _id: 'a', token: 'x' },
      { _id: 'b', token: 'y' },
    ])
    await expect(codes.add({ token: 'x' })).rejects.toEqual(duplicate)
    await expect(codes.add([{ _id: 'c', token: 'z' }, { token: 'x' }])).rejects.toThrow('index: token')
    await expect(codes.doc('b').update({ token: 'x' })).rejects.toEqual(duplicate)
    await expect(codes.doc('new').set({ token: 'x' })).rejects.toEqual(duplicate)
    expect((await codes.count()).total).toBe(2)
  })

  it('hold a missing field for null, of which there can be one', async () => {
    const codes = rig.db.collection('codes')
    await codes.add({ _id: 'none' })
    await expect(codes.add({ token: null })).rejects.toEqual(duplicate)
  })

  it('tell types apart', async () => {
    await rig.db.collection('codes').add([{ token: 1 }, { token: '1' }, { token: true }, { token: new Date(1) }])
    await expect(rig.db.collection('codes').add({ token: new Date(1) })).rejects.toEqual(duplicate)
    await expect(rig.db.collection('codes').add({ token: true })).rejects.toEqual(duplicate)
  })

  it('may be of several fields', async () => {
    const payments = rig.db.collection('payments')
    await payments.add([
      { household: 'h', line: { month: '2024-01' } },
      { household: 'h', line: { month: '2024-02' } },
      { household: 'i', line: { month: '2024-01' } },
    ])
    await expect(payments.add({ household: 'h', line: { month: '2024-02' }, more: 1 })).rejects.toEqual(duplicate)
  })

  it('may be of the elements of lists', async () => {
    const lists = rig.db.collection('lists')
    await lists.add([
      { _id: 'a', members: [{ id: 1 }, { id: 2 }, { id: 2 }] },
      { _id: 'b', members: [{ id: 3 }] },
    ])
    await expect(lists.add({ members: [{ id: 9 }, { id: 2 }] })).rejects.toEqual(duplicate)
    await expect(lists.doc('b').update({ members: rig.db.command.push({ id: 1 }) })).rejects.toEqual(duplicate)
    await lists.doc('a').remove()
    await lists.add({ members: [{ id: 2 }] })
  })
})

describe('a declaration', () => {
  it('is kept for a collection still to come, built on one that is full, and dropped with its declaration', async () => {
    const dataDir = temporaryFolder()
    try {
      const first = await startRig({ dataDir, collections: [] })
      await first.db.createCollection('people')
      await first.db.collection('people').add([
        { _id: 'a', idNumber: '1', helpers: ['w1', 'w2'] },
        { _id: 'b', idNumber: '2', helpers: [] },
        { _id: 'c', idNumber: ['3'], helpers: 'w1' },
      ])
      await first.close()

      const indexes = [on('idNumber', ['idNumber'], { unique: true }), on('helpers', ['helpers'], { multikey: true })]
      const second = await startRig({ dataDir, collections: [{ name: 'people', indexes }] })
      const people = second.db.collection('people')
      const who = async (query: object) => (await people.where(query).get()).data.map(({ _id }: { _id: string }) => _id).sort()
      expect(await who({ helpers: 'w1' })).toEqual(['a', 'c'])
      expect(await who({ helpers: second.db.command.in(['w2', 'w9']) })).toEqual(['a'])
      expect(await who({ helpers: second.db.command.neq('w1') })).toEqual(['b'])
      expect(await who({ idNumber: '3' })).toEqual(['c'])
      await expect(people.add({ idNumber: '1' })).rejects.toEqual(duplicate)
      await people.doc('a').update({ helpers: ['w3'] })
      expect(await who({ helpers: 'w1' })).toEqual(['c'])
      expect(await who({ helpers: 'w3' })).toEqual(['a'])
      await second.close()

      const third = await startRig({ dataDir, collections: [] })
      await third.db.collection('people').add({ _id: 'd', idNumber: '1', helpers: [['x']] })
      expect((await third.db.collection('people').where({ helpers: 'w3' }).count()).total).toBe(1)
      await third.close()

      await expect(startRig({ dataDir, collections: [{ name: 'people', indexes }] })).rejects.toThrow('UNIQUE')
      const fourth = await startRig({ dataDir, collections: [{ name: 'people', indexes: indexes.slice(1) }] })
      expect((await fourth.db.collection('people').where({ helpers: 'w3' }).count()).total).toBe(1)
      await fourth.close()
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

  it('of a field that cannot be indexed is refused at start', async () => {
    const dataDir = temporaryFolder()
    const first = await startRig({ dataDir })
    await first.db.createCollection('x')
    await first.close()
    await expect(startRig({ dataDir, collections: [{ name: 'x', indexes: [on('bad', ["a'; DROP TABLE x"])] }] })).rejects.toThrow(
      'cannot index',
    )
    rmSync(dataDir, { recursive: true, force: true })
  })
})

describe('SQLite uses the indexes', () => {
  const folder = temporaryFolder()
  const db = openSqlite(join(folder, 'plan.db'))
  db.exec('BEGIN')
  const tables = new Tables(db, [
    { name: 'h', indexes: [on('code', ['code']), on('area', ['area', 'updatedAt']), on('helpers', ['helpers'], { multikey: true })] },
  ])
  tables.create('h')
  afterAll(() => {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each<[string, Document, string]>([
    ['a scalar', { code: 'x' }, 'USING INDEX c1_h~code'],
    ['a list of scalars', { code: { $in: ['x', 'y'] } }, 'USING INDEX c1_h~code'],
    ['a prefix', { code: /^33/ }, 'USING INDEX c1_h~code'],
    ['the beginning of a compound', { area: 'a', other: 1 }, 'USING INDEX c1_h~area'],
    ['both fields of a compound', { area: 'a', updatedAt: { $gte: new Date(0), $lt: new Date(9) } }, 'USING INDEX c1_h~area'],
    ['elements', { helpers: 'w1' }, 'USING PRIMARY KEY'],
    ['the id', { _id: 'x' }, 'USING INDEX sqlite_autoindex'],
    ['each side of an or', { $or: [{ code: 'x' }, { area: 'a' }] }, 'MULTI-INDEX OR'],
  ])('for %s', (_title, query, plan) => {
    const { sql, values } = compileFilter(parseFilter(query), tables.get('h').schema)
    const steps = db
      .prepare(`EXPLAIN QUERY PLAN SELECT doc FROM c1_h WHERE ${sql}`)
      .rows(...values)
      .map((row) => row[3])
      .join('\n')
    expect(steps).toContain(plan)
    expect(steps).not.toContain('SCAN c1_h')
  })
})
