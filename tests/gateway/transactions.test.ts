import type { Transaction } from './support/gateway'
import { GONE, on, openBank, type Bank } from './support/bank'

let bank: Bank
beforeEach(async () => {
  bank = await openBank()
})
afterEach(() => bank.rig.close())

const begin = () => bank.begin()
const accounts = () => bank.accounts()
const inside = (tx: Transaction, id: string) => bank.inside(tx, id)
const outside = (id: string) => bank.outside(id)

describe('one transaction', () => {
  it('sees its own writes; others see them after the commit', async () => {
    const tx = await begin()
    expect(await inside(tx, 'nobody')).toBeNull()
    await on(tx)
      .doc('a')
      .update({ fen: bank.rig.db.command.inc(-30) })
    expect(await on(tx).add({ _id: 'n', fen: 30, card: 'c-n', owner: 'x' })).toMatchObject({ inserted: 1, id: 'n' })
    expect(await on(tx).doc('s').set({ fen: 1, card: 'c-s' })).toMatchObject({ updated: 0, upserted: [{ _id: 's' }] })
    expect(await on(tx).doc('b').delete()).toMatchObject({ deleted: 1 })
    expect(await inside(tx, 'a')).toMatchObject({ fen: 70 })
    expect(await inside(tx, 'b')).toBeNull()
    const { data } = await on(tx).where({ owner: 'x' }).get()
    expect(data.map(({ _id }: { _id: string }) => _id).sort()).toEqual(['a', 'n'])
    expect(await outside('a')).toMatchObject({ fen: 100 })
    expect((await accounts().count()).total).toBe(2)
    await tx.commit()
    expect(await outside('a')).toMatchObject({ fen: 70 })
    expect(await outside('b')).toBeUndefined()
    expect((await accounts().count()).total).toBe(3)
  })

  it('rolled back leaves nothing', async () => {
    const tx = await begin()
    await on(tx).doc('a').update({ fen: 0 })
    await on(tx).add({ _id: 'n' })
    await tx.rollback()
    expect(await outside('a')).toMatchObject({ fen: 100 })
    expect(await outside('n')).toBeUndefined()
    await expect(on(tx).doc('a').get()).rejects.toMatchObject(GONE)
  })

  it('is over after its commit', async () => {
    const tx = await begin()
    await tx.commit()
    await expect(tx.commit()).rejects.toMatchObject(GONE)
    await expect(on(tx).doc('a').set({ fen: 1 })).rejects.toMatchObject(GONE)
  })

  it('lives 30 seconds, then lets go of what it held', async () => {
    const tx = await begin()
    await on(tx).doc('a').update({ fen: 1 })
    bank.pass(29_000)
    expect(await inside(tx, 'a')).toMatchObject({ fen: 1 })
    bank.pass(2_000)
    await expect(on(tx).doc('a').get()).rejects.toMatchObject(GONE)
    await expect(tx.commit()).rejects.toMatchObject(GONE)
    await accounts().doc('a').update({ fen: 2 })
    expect(await outside('a')).toMatchObject({ fen: 2 })
  })

  it('takes 1001 documents at once', async () => {
    const tx = await begin()
    await on(tx).add(Array.from({ length: 1001 }, (_, i) => ({ _id: `m${i}`, card: `m${i}` })))
    await tx.commit()
    expect((await accounts().count()).total).toBe(1003)
  })

  it('where().updateAndReturn is part of it, where().update is not', async () => {
    const tx = await begin()
    expect(
      await on(tx)
        .where({ _id: 'a' })
        .updateAndReturn({ fen: bank.rig.db.command.inc(1) }),
    ).toMatchObject({ doc: { fen: 101 } })
    await on(tx).where({ _id: 'b' }).update({ fen: 7 })
    await tx.rollback()
    expect(await outside('a')).toMatchObject({ fen: 100 })
    expect(await outside('b')).toMatchObject({ fen: 7 })
  })

  it('does not make collections', async () => {
    const tx = await begin()
    await expect(tx.collection('nope').add({ a: 1 })).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })
})
