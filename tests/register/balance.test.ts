import { checkStoredBalance } from '#affairs/register/check-balance'
import { allEvents, differencesToStored, registerOfDay } from '#affairs/register/on-day'
import { checkBalance, type Balance, type Published } from '#kernel/record/balance'
import { findEach } from '#store/db/read'
import { insert, update } from '#store/db/write'
import { events, persons } from '#store/people/register'
import { balanceLeaves } from '#store/record/balance'
import { startCloud, type Cloud } from '../harness/cloud'
import { exitsOf, happenedTo, registerOf } from './village'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
beforeEach(() => cloud.empty())

interface Page extends Omit<Published, 'note'> {
  note?: string
  size: number
  next?: number
}

/** Everything that is published, as anybody downloads it. */
async function published(): Promise<Published> {
  await cloud.operate('balance', {}, 'patrol')
  const { key, note, ...first } = await cloud.call<Page>('bulletin', 'balance', {})
  const lines = [...first.lines]
  for (let next = first.next; next !== undefined;) {
    const page = await cloud.call<Page>('bulletin', 'balance', { after: next, size: first.size })
    lines.push(...page.lines)
    next = page.next
  }
  return { key, note: note!, lines }
}

/** Two families; one of four dies, a stranger left, one comes back. */
async function year() {
  await registerOf(
    cloud,
    '2026-08-01',
    {
      members: [
        [1, '陈甲', '户主'],
        [2, '林乙', '配偶'],
      ],
    },
    {
      members: [
        [3, '吴丙', '户主'],
        [4, '吴丁', '子'],
      ],
    },
  )
  await exitsOf(cloud, [1, '陈甲', '2026-08-20'], [4, '吴丁', '2026-08-20', '收入提高'], [9, '郑外', '2026-05-01', '收入提高'])
  await registerOf(cloud, '2026-10-01', {
    members: [
      [3, '吴丙', '户主'],
      [4, '吴丁', '子'],
    ],
  })
}

test('recognised + restored − exited − died = on the register, by what is published alone', async () => {
  await year()
  const all = await published()
  expect(checkBalance(all)).toMatchObject({ counts: { recognised: 5, restored: 1, exited: 2, died: 1 }, onRegister: 3, size: 9 })
  expect(await findEach(cloud.db, persons, { onRegister: true })).toHaveLength(3)
  for (const line of all.lines) expect(line).toMatch(/^\+ [a-z]+ \d{4}-\d{2} [0-9a-f]{24}$/)
})

test('what a late list changes is taken back in the open, and kept notes still hold', async () => {
  await year()
  const before = await published()
  await registerOf(cloud, '2026-07-01', {
    members: [
      [1, '陈甲', '户主'],
      [2, '林乙', '配偶'],
    ],
  })
  const after = await published()
  expect(after.lines.slice(0, before.lines.length)).toEqual(before.lines)
  expect(after.lines.filter((line) => line.startsWith('-'))).toHaveLength(2)
  expect(checkBalance(after, [before.note])).toMatchObject({ onRegister: 3 })
  expect(await happenedTo(cloud, 1)).toEqual(['2026-07-01 recognised', '2026-08-20 died'])
})

describe('somebody’s hand in what is published', () => {
  const changed = (all: Published, change: (lines: string[]) => string[]): Published => ({ ...all, lines: change([...all.lines]) })

  test('changed, dropped, doubled, put in, signed by another: named', async () => {
    await year()
    const all = await published()
    const moved = (line: string) => line.replace('2026-08', '2026-06')
    const came = all.lines.findIndex((line) => line.includes('recognised 2026-08'))
    expect(checkBalance(changed(all, (lines) => lines.map((line, i) => (i === came ? moved(line) : line))))).toEqual({ fault: 'root' })
    expect(checkBalance(changed(all, (lines) => lines.slice(0, -1)))).toMatchObject({ fault: 'size' })
    const whose = (line: string) => line.slice(-24)
    const stays = all.lines.find((line) => all.lines.filter((other) => whose(other) === whose(line)).length === 1)!
    expect(checkBalance(changed(all, (lines) => [...lines, stays]))).toMatchObject({ fault: 'twice' })
    expect(checkBalance(changed(all, (lines) => [...lines, `+ exited 2026-09 ${'0'.repeat(24)}`]))).toMatchObject({
      fault: 'never-came',
      line: 10,
    })
    expect(checkBalance(changed(all, (lines) => [...lines, '陈甲 退出']))).toEqual({ fault: 'form', line: 10 })
    expect(checkBalance({ ...all, note: all.note.replace('\n9\n', '\n8\n') })).toEqual({ fault: 'signature' })
  })

  test('a county that rewrites its log and signs it anew is caught by a note of before', async () => {
    await year()
    const kept = (await published()).note
    const leaf = (await findEach(cloud.db, balanceLeaves, {})).find(({ line }) => line.includes('recognised 2026-05'))
    await update(cloud.db, balanceLeaves, { _id: leaf!._id }, { $set: { line: leaf!.line.replace('2026-05', '2026-04') } })
    await registerOf(cloud, '2026-11-01', { members: [[7, '周新', '户主']] })
    const rewritten = await published()
    expect('fault' in checkBalance(rewritten)).toBe(false)
    expect(checkBalance(rewritten, [kept])).toMatchObject({ fault: 'earlier' })
  })

  test('in the events: changed, dropped, put in: whoever has the key is told which', async () => {
    await year()
    await published()
    expect(await checkStoredBalance(cloud)).toMatchObject({ otherwise: [], waiting: 0, stored: 3 })
    const [exit] = await findEach(cloud.db, events, { kind: 'exited' })
    await update(cloud.db, events, { _id: exit!._id }, { $set: { kind: 'died' } })
    const line = ({ eventId }: { eventId: string }) => eventId
    expect((await checkStoredBalance(cloud)).otherwise.map(line)).toEqual([exit!._id])
    await cloud.db.collection(events.name).doc(exit!._id).remove()
    expect((await checkStoredBalance(cloud)).otherwise.map(line)).toEqual([exit!._id])
    await insert(cloud.db, events, { ...exit!, _id: 'put in' })
    expect(await checkStoredBalance(cloud)).toMatchObject({ waiting: 1 })
  })
})

test('the register of a day is counted from events, by town and category; today’s is the one that is stored', async () => {
  await year()
  const on = async (day: `${number}-${number}-${number}`) => (await registerOfDay(cloud.db, day)).total.onRegister
  expect([await on('2026-07-31'), await on('2026-08-10'), await on('2026-09-01'), await on('2026-10-01')]).toEqual([0, 4, 2, 3])
  const { towns, categories, households } = await registerOfDay(cloud.db, '2026-08-10')
  expect([...towns].map(([town, { onRegister }]) => [town, onRegister])).toContainEqual(['330328100', 4])
  expect([...categories]).toEqual([['minimum-living', { people: 4, households: 2 }]])
  expect(households).toBe(2)
  expect(await differencesToStored(cloud, await allEvents(cloud.db))).toEqual({ persons: [], households: [] })
  const [one] = await findEach(cloud.db, persons, { onRegister: true })
  await update(cloud.db, persons, { _id: one!._id }, { $set: { onRegister: false } })
  expect((await differencesToStored(cloud, await allEvents(cloud.db))).persons).toEqual([one!._id])
})

test('nothing new, nothing is signed', async () => {
  await year()
  await published()
  expect(await cloud.operate('balance', {}, 'patrol')).toEqual({ added: 0 })
  expect((checkBalance(await published()) as Balance).size).toBe(9)
})
