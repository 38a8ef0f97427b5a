import type { Transaction } from './support/gateway'
import { CONFLICT, GONE, on, openBank, type Bank } from './support/bank'

let bank: Bank
beforeEach(async () => {
  bank = await openBank()
})
afterEach(() => bank.rig.close())

const begin = () => bank.begin()
const accounts = () => bank.accounts()
const inside = (tx: Transaction, id: string) => bank.inside(tx, id)
const outside = (id: string) => bank.outside(id)

describe('isolation', () => {
  it('the snapshot is taken at the first operation', async () => {
    const tx = await begin()
    await accounts().doc('a').update({ fen: 1 })
    expect(await inside(tx, 'a')).toMatchObject({ fen: 1 })
    await accounts().doc('a').update({ fen: 2 })
    await accounts().doc('b').remove()
    await accounts().add({ _id: 'late', card: 'c-l', owner: 'x' })
    expect(await inside(tx, 'a')).toMatchObject({ fen: 1 })
    expect(await inside(tx, 'b')).toMatchObject({ fen: 50 })
    expect(await inside(tx, 'late')).toBeNull()
    const { data } = await on(tx).where({ owner: 'x' }).orderBy('_id', 'asc').get()
    expect(data.map(({ _id, fen }: { _id: string; fen: number }) => [_id, fen])).toEqual([
      ['a', 1],
      ['b', 50],
    ])
    await tx.commit()
  })

  it('of two that write one document the second fails at once, and is gone', async () => {
    const [one, two] = [await begin(), await begin()]
    await on(one).doc('a').update({ fen: 1 })
    await expect(on(two).doc('a').update({ fen: 2 })).rejects.toMatchObject(CONFLICT)
    await expect(two.commit()).rejects.toMatchObject(GONE)
    await one.commit()
    expect(await outside('a')).toMatchObject({ fen: 1 })
  })

  it('a conflicted one lets go of what it held', async () => {
    const [one, two, three] = [await begin(), await begin(), await begin()]
    await on(one).doc('a').update({ fen: 1 })
    await on(two).doc('b').update({ fen: 2 })
    await expect(on(two).doc('a').update({ fen: 2 })).rejects.toMatchObject(CONFLICT)
    await on(three).doc('b').update({ fen: 3 })
    await three.commit()
    await one.commit()
    expect(await outside('b')).toMatchObject({ fen: 3 })
  })

  it('what was committed after the snapshot cannot be overwritten', async () => {
    const tx = await begin()
    await inside(tx, 'b')
    await accounts().doc('a').update({ fen: 9 })
    await expect(on(tx).doc('a').update({ fen: 1 })).rejects.toMatchObject(CONFLICT)
    const other = await begin()
    await inside(other, 'b')
    await accounts().doc('a').remove()
    await expect(on(other).doc('a').set({ fen: 1 })).rejects.toMatchObject(CONFLICT)
  })

  it('write skew is possible, as on CloudBase', async () => {
    const [one, two] = [await begin(), await begin()]
    await Promise.all([inside(one, 'a'), inside(one, 'b'), inside(two, 'a'), inside(two, 'b')])
    await on(one).doc('a').update({ fen: 0 })
    await on(two).doc('b').update({ fen: 0 })
    await one.commit()
    await two.commit()
    expect([(await outside('a')).fen, (await outside('b')).fen]).toEqual([0, 0])
  })
})

describe('a plain write to a document that a transaction holds', () => {
  it('waits until the transaction is over', async () => {
    const tx = await begin()
    await on(tx)
      .doc('a')
      .update({ fen: bank.rig.db.command.inc(1) })
    const plain = accounts()
      .doc('a')
      .update({ fen: bank.rig.db.command.inc(10) })
    let written = false
    void plain.then(() => (written = true))
    // Two that came after it are through.
    for (const fen of [1, 100]) await accounts().doc('b').update({ fen })
    expect(written).toBe(false)
    await tx.commit()
    expect(await plain).toMatchObject({ updated: 1 })
    expect(await outside('a')).toMatchObject({ fen: 111 })
  })

  it('is a conflict if that takes too long, and leaves nothing', async () => {
    const tx = await begin()
    await on(tx).doc('b').update({ fen: 1 })
    await expect(accounts().where({ owner: 'x' }).update({ fen: 0 })).rejects.toMatchObject(CONFLICT)
    expect(await outside('a')).toMatchObject({ fen: 100 })
    await tx.rollback()
  })

  it('does not hold up others', async () => {
    const tx = await begin()
    await on(tx).doc('a').update({ fen: 1 })
    const held = accounts().doc('a').update({ fen: 2 })
    expect(await accounts().doc('b').update({ fen: 3 })).toMatchObject({ updated: 1 })
    await tx.rollback()
    await held
  })
})

describe('unique keys', () => {
  it('are checked at once, against the database and the transaction itself', async () => {
    const tx = await begin()
    await expect(on(tx).add({ _id: 'n', card: 'c-a' })).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
    const again = await begin()
    await on(again).add({ _id: 'n', card: 'c-n' })
    await expect(on(again).add({ _id: 'm', card: 'c-n' })).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
    const third = await begin()
    await expect(on(third).add({ _id: 'a', card: 'c-z' })).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
  })

  it('may pass from one document to another', async () => {
    const tx = await begin()
    await on(tx).add({ _id: 'n', card: 'c-n' })
    await on(tx).doc('n').update({ card: 'c-m' })
    await on(tx).doc('a').delete()
    await on(tx).add({ _id: 'o', card: 'c-a' })
    await on(tx).add({ _id: 'p', card: 'c-n' })
    await tx.commit()
    expect(await outside('o')).toMatchObject({ card: 'c-a' })
  })

  it.each<[string, (tx: Transaction) => Promise<unknown>, Record<string, string>]>([
    [
      'exchanged',
      async (tx) => {
        await on(tx).doc('a').update({ card: 'spare' })
        await on(tx).doc('b').update({ card: 'c-a' })
        await on(tx).doc('a').update({ card: 'c-b' })
      },
      { a: 'c-b', b: 'c-a' },
    ],
    [
      'handed to one that was written before',
      async (tx) => {
        await on(tx).add({ _id: 'n', card: 'c-n' })
        await on(tx).doc('a').update({ card: 'spare' })
        await on(tx).doc('n').update({ card: 'c-a' })
      },
      { a: 'spare', n: 'c-a' },
    ],
    [
      'handed on by one that is removed',
      async (tx) => {
        await on(tx).doc('b').update({ fen: 1 })
        await on(tx).doc('a').delete()
        await on(tx).doc('b').update({ card: 'c-a' })
      },
      { b: 'c-a' },
    ],
    [
      'given up by a set and taken by another',
      async (tx) => {
        await on(tx).doc('b').update({ fen: 1 })
        await on(tx).doc('a').set({ card: 'spare' })
        await on(tx).doc('b').set({ card: 'c-a' })
        await on(tx).doc('n').set({ card: 'c-b' })
      },
      { a: 'spare', b: 'c-a', n: 'c-b' },
    ],
    [
      'removed and made anew',
      async (tx) => {
        await on(tx).doc('a').delete()
        await on(tx).doc('a').set({ card: 'c-a' })
      },
      { a: 'c-a' },
    ],
  ])('may be %s', async (_title, work, cards) => {
    const other = await begin()
    expect(await inside(other, 'a')).toMatchObject({ card: 'c-a' })
    const tx = await begin()
    await work(tx)
    await tx.commit()
    for (const [id, card] of Object.entries(cards)) expect(await outside(id)).toMatchObject({ card })
    // Who began before still sees what was there then.
    expect([await inside(other, 'a'), await inside(other, 'b'), await inside(other, 'n')]).toMatchObject([
      { card: 'c-a' },
      { card: 'c-b' },
      null,
    ] as object)
  })

  it('taken by somebody else meanwhile are a conflict at the commit', async () => {
    const tx = await begin()
    await on(tx).add({ _id: 'n', card: 'c-new' })
    await accounts().add({ _id: 'm', card: 'c-new' })
    await expect(tx.commit()).rejects.toMatchObject(CONFLICT)
    expect(await outside('n')).toBeUndefined()
  })
})

describe('runTransaction', () => {
  it('starts over after a conflict: no increment is lost', async () => {
    const pay = (wait: number) =>
      bank.rig.db.runTransaction(async (tx: Transaction) => {
        const { fen } = await inside(tx, 'a')
        await new Promise((resolve) => setTimeout(resolve, wait))
        await on(tx)
          .doc('a')
          .update({ fen: fen + 1 })
        return fen
      })
    const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(pay))
    const paid = results.filter(({ status }) => status === 'fulfilled').length
    expect(paid).toBeGreaterThan(0)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(CONFLICT)
    expect(await outside('a')).toMatchObject({ fen: 100 + paid })
  })

  it('rejects with what rollback was given', async () => {
    await expect(
      bank.rig.db.runTransaction(async (tx: Transaction) => {
        await on(tx).doc('a').update({ fen: 0 })
        await tx.rollback('why')
      }),
    ).rejects.toBe('why')
    expect(await outside('a')).toMatchObject({ fen: 100 })
  })
})
