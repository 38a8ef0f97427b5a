import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { UndoProgress } from '#contract/intake/undoing'
import { beginUndo } from '#affairs/intake/undoing/begin-undo'
import { undoing, type Undoing } from '#affairs/intake/undoing/undo'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { open, seal } from '#kernel/seal/seal'
import { find, findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { fileSources, formerRows, imports } from '#store/intake/intake'
import { importJournal } from '#store/intake/journal'
import { undoings } from '#store/intake/undoings'
import { payments } from '#store/money/money'
import { persons } from '#store/people/register'
import { askFor, jobs } from '#store/work/jobs'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'
import { importByHand, type Sent } from './by-hand'
import { contentsOf, differences } from './contents'
import { exitHeadings } from './made'
import { oneTown } from './one-town'
import { faulty } from './read'
import { fileOf, takenFiles } from './truth'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
}, 60_000)
afterAll(() => cloud.close())

const whole = (path: string): Sent => [basename(path), readFileSync(path)]
/** What people and pages stand on; an import’s own record, its job and its history are not that. */
const said = () =>
  contentsOf(cloud, [
    ...['imports', 'jobs', 'undone_imports', 'import_journal', 'locks', 'articles', 'rotations'],
    // That somebody had to see to refused rows stays on record; it is closed.
    ...['alerts', 'alert_events'],
  ])

async function undo(sha256: string): Promise<UndoProgress> {
  let far = await cloud.operate<UndoProgress>('undo', { sha256, reason: '发错了表' }, 'intake')
  while (far.state === 'waiting') {
    await cloud.operate('work', {}, 'intake')
    far = await cloud.operate('undoProgress', { sha256 }, 'intake')
  }
  return far
}

/** Takes these in one after the other; then back, the last first: each time all is as it was before it came. */
async function thereAndBack(files: Sent[]): Promise<void> {
  const states = [await said()]
  const taken: string[] = []
  for (const [name, content] of files) {
    const { sha256, refused } = await cloud.importBytes(name, content)
    expect(refused).toBeUndefined()
    taken.push(sha256)
    states.push(await said())
  }
  for (const sha256 of taken.reverse()) {
    const then = states.pop()!
    expect(differences(then, await said())).toEqual({})
    expect(await undo(sha256)).toMatchObject({ state: 'done', kept: 0 })
  }
  expect(differences(states[0]!, await said())).toEqual({})
  expect(await findEach(cloud.db, importJournal, {})).toEqual([])
}

describe('imports taken back in reverse order leave nothing', () => {
  beforeEach(() => cloud.empty())

  test('every kind, registers first', () => thereAndBack(takenFiles.map(({ path }) => whole(path))), 240_000)
  test(
    'every kind, receipts before their plan and people before their register',
    () => thereAndBack([...takenFiles].reverse().map(({ path }) => oneTown(path))),
    240_000,
  )
  test(
    'corrected files and lines that the bank took back',
    () => thereAndBack(['06a', '06b', '08', '03', '07', '18', '13'].map((start) => whole(faulty(start)))),
    120_000,
  )
})

describe('what was taken back', () => {
  const [name, content] = oneTown(fileOf(1).path)
  let sha256: string
  beforeAll(async () => {
    await cloud.empty()
    ;({ sha256 } = await cloud.importBytes(name, content))
    await undo(sha256)
  })

  test('stays in the history, with who, when and why', async () => {
    expect(await find(cloud.db, imports, {})).toMatchObject([{ _id: sha256, status: 'undone', fileName: name }])
    expect(await find(cloud.db, undoings, {})).toMatchObject([
      { importId: sha256, by: null, reason: '发错了表', result: { kind: 'register' } },
    ])
  })
  test('is not taken back twice', () => expect(undo(sha256)).rejects.toThrow('已经撤销过了'))
  test('can be taken in again, as new, and back once more', async () => {
    const again = await cloud.importBytes(name, content)
    expect(again).toMatchObject({ seenBefore: false, sha256 })
    expect(again.added).toBeGreaterThan(0)
    expect(await undo(sha256)).toMatchObject({ state: 'done' })
    expect([...(await said()).keys()]).toEqual([])
    expect(await findEach(cloud.db, undoings, {})).toHaveLength(2)
  })
  test('of a file that never came there is nothing to take back', () => expect(undo('a'.repeat(64))).rejects.toThrow('没有导入过'))
})

describe('what something was built on is not taken back, and nothing is half done', () => {
  let register: string
  let plan: string
  const sent = (n: number): Sent => oneTown(fileOf(n).path)
  beforeEach(async () => {
    await cloud.empty()
    register = (await cloud.importBytes(...sent(1))).sha256
    plan = (await cloud.importBytes(...sent(3))).sha256
  }, 60_000)

  const refusedWith = async (sha256: string, words: string | RegExp) => {
    const before = await said()
    const far = await undo(sha256)
    expect(far).toMatchObject({ state: 'failed', fault: expect.stringMatching(words) as string })
    expect(far.fault).toContain('什么也没有改动')
    expect(differences(before, await said())).toEqual({})
    expect((await find(cloud.db, imports, { _id: sha256 }))[0]).toMatchObject({ status: 'done' })
  }

  test('a plan whose receipt has come; when the receipt is taken back, the plan can be', async () => {
    const receipt = (await cloud.importBytes(...sent(4))).sha256
    await refusedWith(plan, `《${fileOf(4).file}》已经按它对过账`)
    expect(await undo(receipt)).toMatchObject({ state: 'done' })
    expect(await undo(plan)).toMatchObject({ state: 'done' })
  })

  test('a receipt that a later plan was paired with', async () => {
    await cloud.empty()
    const receipt = (await cloud.importBytes(...sent(4))).sha256
    await cloud.importBytes(...sent(3))
    await refusedWith(receipt, '对过账')
  })

  test('a register whose people a plan names', () => refusedWith(register, fileOf(3).file))

  test('a file that a corrected one took the place of', async () => {
    await cloud.empty()
    const first = (await cloud.importBytes(...whole(faulty('06a')))).sha256
    await cloud.importBytes(...whole(faulty('06b')))
    await refusedWith(first, '已经顶替或更正了它')
    expect(await findEach(cloud.db, fileSources, {})).toHaveLength(2)
    expect((await findEach(cloud.db, formerRows, {})).length).toBeGreaterThan(0)
  })

  test('a file of the same kind that said the same, though it changed nothing', async () => {
    const pairing = (await cloud.importBytes(...sent(7))).sha256
    const [name, content] = sent(7)
    const again = Buffer.concat([content])
    const { sha256 } = await cloud.importBytes(`再报_${name}`, appended(again))
    expect(sha256).not.toBe(pairing)
    await refusedWith(pairing, '再报_')
  })

  test('somebody’s exit', async () => {
    const [one] = await find(cloud.db, persons, { onRegister: true }, { limit: 1 })
    const row = ['1', '大峃镇', '苔湖村', one!.name, open(cloud.keys, one!.idSealed), '死亡', '证明', '周某', '2026-10-12']
    await undo(plan)
    await cloud.importBytes('核销.csv', Buffer.from([exitHeadings.join(','), row.join(',')].join('\r\n')))
    await refusedWith(register, '核销.csv')
  })

  test('what the office changed by hand, and what it did for people who came with the file', async () => {
    await undo(plan)
    const [one] = await find(cloud.db, persons, { onRegister: true }, { limit: 1 })
    await update(cloud.db, persons, { _id: one!._id }, { $set: { name: '改名' } })
    await refusedWith(register, '后来又改过')
    await update(cloud.db, persons, { _id: one!._id }, { $set: { name: one!.name } })
    await cloud.db
      .collection('contacts')
      .doc(one!._id)
      .set({ digest: '', phoneSealed: seal(cloud.keys, '16012345678'), by: 'office', at: '' })
    await refusedWith(register, '登记了电话')
  })

  test('a file that has nothing to do with it does not stand in the way, and stays as it is', async () => {
    const doctors = (await cloud.importBytes(...sent(9))).sha256
    const before = await said()
    const dividends = (await cloud.importBytes(...sent(10))).sha256
    const after = await said()
    expect(await undo(doctors)).toMatchObject({ state: 'done' })
    // As if only the other had come.
    expect(Object.keys(differences(after, await said())).sort()).toEqual(Object.keys(differences(await said(), after)).sort())
    expect(await undo(dividends)).toMatchObject({ state: 'done' })
    await cloud.importBytes(...sent(9))
    expect([...before.keys()].sort()).toEqual([...(await said()).keys()].sort())
  })
})

test('two officers who take one back at once take it back once', async () => {
  await cloud.empty()
  const { sha256 } = await cloud.importBytes(...oneTown(fileOf(1).path))
  const both = await Promise.all([undo(sha256), undo(sha256)])
  expect(both.map(({ state }) => state)).toEqual(['done', 'done'])
  expect([...(await said()).keys()]).toEqual([])
  expect(await findEach(cloud.db, undoings, {})).toHaveLength(1)
  expect(await findEach(cloud.db, payments, {})).toEqual([])
})

test('while one is taken back, nothing else is taken in', async () => {
  await cloud.empty()
  const { sha256 } = await cloud.importBytes(...oneTown(fileOf(1).path))
  await beginUndo({ db: cloud.db, moment: now() }, sha256, null, '发错了表')
  await expect(cloud.importBytes(...oneTown(fileOf(3).path))).rejects.toThrow('正在撤销')
  expect((await find(cloud.db, imports, {})).map(({ status }) => status)).toEqual(['undoing'])
  expect(await undo(sha256)).toMatchObject({ state: 'done' })
})

describe('cut off anywhere', () => {
  const files = [7, 1].map((n) => oneTown(fileOf(n).path))
  beforeEach(() => cloud.empty())

  /** Taking back, chunk after chunk, on a database that fails after so many writes; then by somebody else, from what was saved. */
  async function undoByHand(sha256: string, writes: number): Promise<void> {
    const { input } = await beginUndo({ db: cloud.db, moment: now() }, sha256, null, '发错了表')
    let cursor: Parameters<typeof undoing.chunk>[1]['cursor'] = null
    let db = failingAfter(cloud.db, writes)
    for (;;) {
      try {
        const chunk = await undoing.chunk({ ...environment(), db, moment: now() }, { id: 'x', input: input as unknown as Undoing, cursor })
        if ('result' in chunk) return
        cursor = chunk.next
      } catch (error) {
        expect((error as Error).message).toBe('cut off')
        db = cloud.db
      }
    }
  }

  test.each([1, 2, 3, 5, 8, 13, 30, 60])(
    'after %i writes of an import, which then goes on; and of its being taken back',
    async (writes) => {
      await cloud.importBytes(...files[0]!)
      const before = await said()
      const saved = { cursor: null }
      const at = now().iso
      await importByHand(cloud, files[1]!, saved, { writes: writes * 3, chunkRows: 40, at }).catch(() => undefined)
      const { sha256 } = await importByHand(cloud, files[1]!, saved, { chunkRows: 40, at })
      expect(Object.keys(differences(before, await said())).length).toBeGreaterThan(100)
      await undoByHand(sha256, writes)
      expect(differences(before, await said())).toEqual({})
    },
  )

  test('one that failed half written is taken back too', async () => {
    const before = await said()
    const [name, content] = files[1]!
    const sha256 = createHash('sha256').update(content).digest('hex')
    const at = now().iso
    await importByHand(cloud, [name, content], { cursor: null }, { writes: 18, chunkRows: 40, at }).catch(() => undefined)
    expect(Object.keys(differences(before, await said())).length).toBeGreaterThan(10)
    await askFor(cloud.db, { _id: sha256, kind: 'import', input: {}, askedAt: now().iso })
    await expect(undo(sha256)).rejects.toThrow('正在导入')
    await update(cloud.db, jobs, { _id: sha256 }, { $set: { state: 'failed' } })
    expect(await undo(sha256)).toMatchObject({ state: 'done' })
    expect(differences(before, await said())).toEqual({})
  })
})

test('after a rotation, what was replaced comes back, under the newest key', async () => {
  await cloud.empty()
  await cloud.importBytes(...whole(faulty('06a')))
  const plain = async () => [...(await said())].filter(([id]) => id.startsWith('payments/')).map(([, text]) => withoutKeyed(text))
  const before = await plain()
  const { sha256 } = await cloud.importBytes(...whole(faulty('06b')))
  expect(await plain()).not.toEqual(before)
  cloud.addRootKey()
  for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('reseal', {}, 'patrol'))
  expect(await undo(sha256)).toMatchObject({ state: 'done' })
  expect(await plain()).toEqual(before)
  expect(
    (await findEach(cloud.db, payments, {})).every(({ cardSealed, digest }) => cardSealed.startsWith('2.') && digest.startsWith('2.')),
  ).toBe(true)
})

const withoutKeyed = (text: string): string => text.replace(/"(cardIndex|digest)":"[^"]*",/g, '')

/** The same workbook with a comment more: another file that says the same. */
function appended(content: Buffer): Buffer {
  return Buffer.concat([content.subarray(0, content.length - 2), Buffer.from([1, 0]), Buffer.from('x')])
}
