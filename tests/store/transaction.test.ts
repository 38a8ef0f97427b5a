import { collection, unique } from '#store/db/collection'
import { find, findById } from '#store/db/read'
import { insert, put, replace, update } from '#store/db/write'
import { inTransaction, isConflict } from '#store/db/transaction'
import { startTable, type Table } from './table'

interface Account {
  _id: string
  yuan: number
  name?: string
  digest: string
}
const accounts = collection<Account>('accounts-under-test', [unique('name')])
const account = (_id: string, yuan: number): Account => ({ _id, yuan, name: _id, digest: String(yuan) })

let table: Table
beforeAll(async () => {
  table = await startTable([accounts])
})
afterAll(() => table.close())
beforeEach(() => table.empty())

const yuanOf = async (id: string) => (await findById(table.db, accounts, id))?.yuan

test('all of it is written, and what work gives is given', async () => {
  await insert(table.db, accounts, account('a', 10))
  const given = await inTransaction(table.db, async (transaction) => {
    const a = await transaction.get(accounts, 'a')
    await transaction.set(accounts, { ...a!, yuan: 7 })
    await transaction.add(accounts, account('b', 3))
    return 'done'
  })
  expect(given).toBe('done')
  expect([await yuanOf('a'), await yuanOf('b')]).toEqual([7, 3])
})

test('nothing of it is written when work throws, and its error is thrown on', async () => {
  await insert(table.db, accounts, account('a', 10))
  const why = new Error('不够')
  await expect(
    inTransaction(table.db, async (transaction) => {
      await transaction.set(accounts, account('a', 0))
      await transaction.add(accounts, account('b', 10))
      await transaction.remove(accounts, 'a')
      throw why
    }),
  ).rejects.toBe(why)
  expect([await yuanOf('a'), await yuanOf('b')]).toEqual([10, undefined])
})

test('it sees its own writes, and nobody else does before it ends', async () => {
  await inTransaction(table.db, async (transaction) => {
    await transaction.add(accounts, account('a', 1))
    expect(await transaction.get(accounts, 'a')).toMatchObject({ yuan: 1 })
    expect(await yuanOf('a')).toBeUndefined()
    await transaction.remove(accounts, 'a')
    expect(await transaction.get(accounts, 'a')).toBeUndefined()
    await transaction.add(accounts, account('b', 2))
  })
  expect([await yuanOf('a'), await yuanOf('b')]).toEqual([undefined, 2])
})

test('it reads one state of things, whatever others write meanwhile', async () => {
  await insert(table.db, accounts, account('a', 5))
  await insert(table.db, accounts, account('b', 5))
  const sum = await inTransaction(table.db, async (transaction) => {
    const a = await transaction.get(accounts, 'a')
    await update(table.db, accounts, {}, { $set: { yuan: 100 } })
    return a!.yuan + (await transaction.get(accounts, 'b'))!.yuan
  })
  expect(sum).toBe(10)
})

test('when somebody was faster, it begins again and sees what they wrote', async () => {
  await insert(table.db, accounts, account('a', 10))
  const seen: number[] = []
  await inTransaction(table.db, async (transaction) => {
    const a = (await transaction.get(accounts, 'a'))!
    seen.push(a.yuan)
    if (seen.length === 1) await replace(table.db, accounts, account('a', 50))
    await transaction.set(accounts, account('a', a.yuan + 1))
  })
  expect(seen).toEqual([10, 50])
  expect(await yuanOf('a')).toBe(51)
})

test('of twenty at once on one document none is lost', async () => {
  await insert(table.db, accounts, account('a', 0))
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      inTransaction(table.db, async (transaction) => {
        const { yuan } = (await transaction.get(accounts, 'a'))!
        await transaction.set(accounts, account('a', yuan + 1))
      }),
    ),
  )
  // Under load one may give up after its attempts; then it says so, and has written nothing.
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused.every((outcome) => isConflict((outcome as PromiseRejectedResult).reason))).toBe(true)
  expect(await yuanOf('a')).toBe(20 - refused.length)
  expect(refused.length).toBeLessThan(5)
})

test('who loses every time is told so, and has written nothing', async () => {
  await insert(table.db, accounts, account('a', 0))
  const losing = inTransaction(table.db, async (transaction) => {
    const { yuan } = (await transaction.get(accounts, 'a'))!
    await replace(table.db, accounts, account('a', yuan + 1))
    await transaction.set(accounts, account('a', 1000))
  })
  expect(isConflict(await losing.catch((error: unknown) => error))).toBe(true)
  expect(await yuanOf('a')).toBeLessThan(1000)
})

test('one that breaks a unique index writes nothing', async () => {
  await insert(table.db, accounts, account('a', 1))
  await expect(
    inTransaction(table.db, async (transaction) => {
      await transaction.set(accounts, account('c', 3))
      await transaction.add(accounts, { ...account('b', 2), name: 'a' })
    }),
  ).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
  expect((await find(table.db, accounts, {})).map(({ _id }) => _id)).toEqual(['a'])
})

test('put tells what was here of what it replaces, before it does', async () => {
  await put(table.db, accounts, [account('a', 1), account('b', 2)])
  const told: [string, number, number | undefined][] = []
  const done = await put(table.db, accounts, [account('a', 1), account('b', 20), account('c', 3)], async (replaced) => {
    for (const { _id, yuan } of replaced) told.push([_id, yuan, await yuanOf(_id)])
  })
  expect(told).toEqual([['b', 2, 2]])
  expect(done).toEqual({ added: 1, changed: 1, same: [account('a', 1)] })
  await expect(put(table.db, accounts, [account('b', 9)], () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(await yuanOf('b')).toBe(20)
})
