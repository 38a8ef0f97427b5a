import { read, utils } from '@e965/xlsx'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { ImportProgress } from '#contract/intake/actions'
import { fileKinds } from '#contract/intake/file-kinds'
import type { FreshLine, ImportLine } from '#contract/intake/desk'
import type { Look } from '#contract/intake/look'
import type { UndoProgress } from '#contract/intake/undoing'
import { kindsOfFile } from '#affairs/intake/kinds/all'
import { environment } from '#kernel/call/environment'
import { count, find, findEach } from '#store/db/read'
import { update } from '#store/db/write'
import { arrivals, looks, uploadParts } from '#store/intake/arrivals'
import { imports } from '#store/intake/intake'
import { importJournal } from '#store/intake/journal'
import { households } from '#store/people/register'
import { audit } from '#store/record/audit'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aStaff, asStaff } from '../harness/people'
import { contentsOf, differences } from './contents'
import { numberOf, workbook } from './made'
import { faulty } from './read'

let cloud: Cloud
beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.close())
afterEach(() => jest.useRealTimers())

const officerOf = async (agencyId: string): Promise<As> => asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId }))
interface Looked {
  state: string
  fault?: string
  look?: Look
}

/** Sends a file in parts of so many bytes, the last part first. */
async function send(as: As, fileName: string, content: Buffer, size = 3000): Promise<{ sha256: string; seenBefore: boolean }> {
  const parts = Math.ceil(content.length / size)
  const upload = randomUUID()
  let last: { received: number; sha256?: string } | undefined
  for (let part = parts - 1; part >= 0; part--) {
    const base64 = content.subarray(part * size, (part + 1) * size).toString('base64')
    last = await cloud.call('intake', 'upload', { upload, fileName, part, parts, base64 }, as)
    expect(last).toMatchObject({ received: parts - part })
  }
  return last as never
}

async function lookAt(as: As, sha256: string, again = false): Promise<Look> {
  let told = await cloud.call<Looked>('intake', 'look', { sha256, again }, as)
  while (told.state === 'waiting') {
    await cloud.operate('work', {}, 'intake')
    told = await cloud.call('intake', 'look', { sha256 }, as)
  }
  expect(told.fault).toBeUndefined()
  return told.look!
}

async function commit(as: As, sha256: string): Promise<ImportProgress> {
  let far = await cloud.call<ImportProgress>('intake', 'import', { sha256 }, as)
  while (far.state === 'waiting') {
    await cloud.operate('work', {}, 'intake')
    far = await cloud.call('intake', 'progress', { sha256 }, as)
  }
  return far
}

const card = (n: number) => `62000000000000000${String(n).padStart(2, '0')}`
const planOf = (month: string, amounts: Record<number, number>, title = '') =>
  workbook([
    [`财政局 发放计划（${month}）${title}`],
    ['序号', '姓名', '身份证号', '开户名', '卡号', '项目', '应发金额(元)'],
    ...Object.entries(amounts).map(([n, amount]) => [Number(n), '赵甲', numberOf(Number(n)), '赵甲', card(Number(n)), '低保金', amount]),
  ])
const whole = (path: string): [string, Buffer] => [basename(path), readFileSync(path)]
const data = () =>
  contentsOf(cloud, ['arrivals', 'import_looks', 'jobs', 'audit', 'audit_leaves', 'accounts', 'staff', 'turned_away', 'refused'])

describe('from a file on an officer’s desk to people’s pages', () => {
  let finance: As
  let other: As
  let dataOffice: As
  const [october, september] = [planOf('2026年10月', { 1: 812, 2: 692.5, 3: 300 }), planOf('2026年9月', { 1: 812, 2: 812, 4: 55 })]
  let sha256: string
  beforeAll(async () => {
    await cloud.empty()
    await cloud.importBytes('财政局_发放计划_2026年9月.xlsx', september)
    ;[finance, other, dataOffice] = [await officerOf('finance'), await officerOf('education'), await officerOf(cloud.county.duties.data)]
  })

  test('it comes in parts, and lies there sealed', async () => {
    ;({ sha256 } = await send(finance, '财政局_发放计划_2026年10月.xlsx', october))
    expect(await findEach(cloud.db, uploadParts, {})).toEqual([])
    expect(await findEach(cloud.db, arrivals, {})).toMatchObject([{ _id: sha256, senders: ['finance'] }])
  })

  test('it is looked at: who gets less than the month before stands first, and nothing is written', async () => {
    const before = await data()
    const look = await lookAt(finance, sha256)
    expect(differences(before, await data())).toEqual({})
    expect(look).toMatchObject({ kind: 'payment-plan', agencyId: 'finance', rows: 3, accepted: 3, amountFen: 180_450 })
    expect(look.effects).toMatchObject({ households: 0, outside: 4, less: 2, more: 1, joined: 0, left: 0 })
    expect(look.effects!.list.map(({ words, beforeFen, afterFen }) => [words, beforeFen, afterFen])).toEqual([
      ['10月应发比9月少 119.50 元', 81_200, 69_250],
      ['10月没有，9月有 55 元', 5_500, 0],
      ['10月应发 300 元，9月没有', 0, 30_000],
      ['10月应发 812 元，和9月一样', 81_200, 81_200],
    ])
    expect(JSON.stringify(await findEach(cloud.db, looks, {}))).not.toContain('赵甲')
  })

  test('another department’s officer is told nothing of it, and it is on record that they asked', async () => {
    for (const [action, input] of [
      ['look', {}],
      ['import', {}],
      ['progress', {}],
      ['undo', { reason: '发错了表' }],
    ] as const) {
      if (action === 'progress') continue
      await expect(cloud.call('intake', action, { sha256, ...input }, other)).rejects.toThrow(/^not-allowed/)
    }
    const asked = await findEach(cloud.db, audit, { action: 'intake.look', granted: false })
    expect(asked).toHaveLength(1)
    expect((await find(cloud.db, audit, { action: 'intake.look', granted: true }))[0]).toMatchObject({
      about: { kind: 'import', id: sha256 },
    })
  })

  test('an officer takes in only what was sent, and looked at', async () => {
    await expect(cloud.call('intake', 'import', { fileName: 'x', fileID: 'y' }, finance)).rejects.toThrow('请重新选文件')
    const unseen = await send(finance, '财政局_发放计划_2026年8月.xlsx', planOf('2026年8月', { 1: 1 }))
    await expect(cloud.call('intake', 'import', { sha256: unseen.sha256 }, finance)).rejects.toThrow('先看一看')
  })

  test('taken in, it comes to what was said; a second officer who brings the same file sees the same import', async () => {
    expect(await commit(finance, sha256)).toMatchObject({
      state: 'done',
      result: { rows: 3, accepted: 3, amountFen: 180_450, seenBefore: false },
    })
    expect(await find(cloud.db, arrivals, { _id: sha256 })).toEqual([])
    const again = await send(dataOffice, '又来一次.xlsx', october)
    expect(again).toMatchObject({ sha256, seenBefore: true })
    expect(await commit(dataOffice, sha256)).toMatchObject({ result: { seenBefore: true, added: 0, accepted: 3 } })
    expect(await find(cloud.db, imports, { _id: sha256 })).toMatchObject([{ agencyId: 'finance', by: { agencyId: 'finance' } }])
  })

  test('a corrected plan says against what it corrects who gets less', async () => {
    const corrected = await send(finance, '财政局_发放计划_2026年10月_更正.xlsx', planOf('2026年10月', { 1: 812, 2: 700, 3: 299 }, '更正'))
    const { effects, versions } = await lookAt(finance, corrected.sha256)
    expect(versions).toMatchObject([{ changed: 2, later: true }])
    expect(effects).toMatchObject({ outside: 2, less: 1, more: 1 })
    expect(effects!.list.map(({ words }) => words)).toEqual(['10月应发少 1 元', '10月应发多 7.50 元'])
  })

  test('the history has it with who; taken back, with who, when and why', async () => {
    const lines = async (as: As, input: object = {}) =>
      (await cloud.call<{ imports: ImportLine[] }>('intake', 'history', input, as)).imports
    expect((await lines(finance)).map(({ fileName, state, by }) => [fileName, state, by === null])).toEqual([
      ['财政局_发放计划_2026年10月.xlsx', 'done', false],
      ['财政局_发放计划_2026年9月.xlsx', 'done', true],
    ])
    expect(await lines(other)).toEqual([])
    expect(await lines(dataOffice, { kind: 'register' })).toEqual([])
    expect(await cloud.call<UndoProgress>('intake', 'undo', { sha256, reason: '金额发错了' }, finance)).toMatchObject({ state: 'done' })
    expect((await lines(dataOffice))[0]).toMatchObject({ state: 'undone', can: { undo: false }, undone: [{ reason: '金额发错了' }] })
    await expect(cloud.call('intake', 'look', { sha256: 'a'.repeat(64) }, dataOffice)).rejects.toThrow('没有传上来')
  })

  test('pages of the history follow each other without a gap', async () => {
    const one = (await find(cloud.db, imports, {}))[0]!
    await cloud.db
      .collection('imports')
      .add(
        Array.from({ length: 120 }, (_, i) => ({ ...one, _id: String(i).padStart(64, 'b'), at: `2020-01-0${(i % 3) + 1}T00:00:00.000Z` })),
      )
    const met: string[] = []
    for (let page: string | undefined = ''; page !== undefined;) {
      const told: { imports: ImportLine[]; next?: string } = await cloud.call('intake', 'history', page === '' ? {} : { page }, dataOffice)
      met.push(...told.imports.map((line) => line.sha256))
      page = told.next
    }
    expect([met.length, new Set(met).size]).toEqual([122, 122])
  })
})

describe('what a look says of people', () => {
  test('who helps whom now, and who comes onto the register', async () => {
    await cloud.empty()
    const as = await officerOf(cloud.county.duties.data)
    const seen = async ([name, content]: [string, Buffer]) => {
      const { sha256 } = await send(as, name, content, 65_536)
      const look = await lookAt(as, sha256)
      await commit(as, sha256)
      return look.effects!
    }
    const joined = await seen(whole(faulty('03')))
    expect(joined).toMatchObject({ less: 0, joined: 8, left: 0 })
    expect(await count(cloud.db, households, {})).toBe(joined.households)
    expect(joined.list[0]).toMatchObject({
      words: expect.stringContaining('进名册') as string,
      place: expect.stringMatching(/[镇乡].+村/) as string,
    })
    const paired = await seen(whole(faulty('18')))
    expect(paired.list.every(({ words }) => words.includes('结对干部是'))).toBe(true)
  })
})

test('how old each agency’s newest file is, against what the county expects; a department sees its own', async () => {
  await cloud.empty()
  onlyTheClockIsFake('2027-01-12T02:00:00.000Z')
  await cloud.importBytes(...whole(faulty('03')))
  const [record] = await find(cloud.db, imports, {})
  await update(cloud.db, imports, {}, { $set: { agencyId: 'civil-affairs' } })
  expect(record).toMatchObject({ spokenOn: '2026-10-10' })
  const { lines } = await cloud.call<{ lines: FreshLine[] }>('intake', 'freshness', {}, await officerOf('civil-affairs'))
  expect(lines).toMatchObject([{ kind: 'register', days: 94, late: true, words: '县民政局的低保低边特困名册已 94 天未更新' }])
  const all = await cloud.call<{ lines: FreshLine[] }>('intake', 'freshness', {}, await officerOf(cloud.county.duties.data))
  expect(all.lines.filter(({ days }) => days === null).every(({ late, words }) => late && words.endsWith('还没有来过'))).toBe(true)
})

describe('an empty workbook', () => {
  const templateOf = (kind: string) => cloud.operate<{ fileName: string; base64: string }>('template', { kind }, 'intake')
  beforeEach(() => cloud.empty())

  // A receipt without a line says nothing of what the bank did.
  test.each(fileKinds.filter((kind) => kind !== 'bank-receipt'))('of a kind is known again without a question: %s', async (kind) => {
    const { fileName, base64 } = await templateOf(kind)
    const { label } = kindsOfFile.find((one) => one.kind === kind)!
    const { refused } = await cloud.importBytes(fileName, Buffer.from(base64, 'base64'))
    expect(refused).toMatch(new RegExp(`认出是${label}|没有看出是哪个月`))
    expect(refused).not.toContain('要先问清')
  })

  test('that is filled in is taken in', async () => {
    const { base64 } = await templateOf('bank-receipt')
    const [[headings = []] = [[]]] = Object.values(read(Buffer.from(base64, 'base64')).Sheets).map((sheet) =>
      utils.sheet_to_json<string[]>(sheet, { header: 1 }),
    )
    const said: Record<string, string | number> = { 账号: card(1), '金额(元)': 812, 结果码: '成功', 入账日期: '2026-10-15' }
    const filled = workbook([headings, headings.map((heading) => said[heading] ?? '')])
    expect(await cloud.importBytes('农商行_回执_20261015.xlsx', filled)).toMatchObject({
      kind: 'bank-receipt',
      accepted: 1,
      amountFen: 81_200,
    })
  })
})

test('what was sent and never taken in goes after the county’s days, file and all; so does what an import of long ago could be taken back by', async () => {
  await cloud.empty()
  onlyTheClockIsFake('2026-10-20T02:00:00.000Z')
  const as = await officerOf(cloud.county.duties.data)
  const { sha256: taken } = await cloud.importBytes('财政局_发放计划_2026年9月.xlsx', planOf('2026年9月', { 1: 812 }))
  const { sha256 } = await send(as, '财政局_发放计划_2026年10月.xlsx', planOf('2026年10月', { 1: 812 }))
  await lookAt(as, sha256)
  const [arrived] = await findEach(cloud.db, arrivals, {})
  const tidy = () => cloud.operate('tidy', {}, 'patrol')
  await tidy()
  expect([await count(cloud.db, arrivals, {}), await count(cloud.db, looks, {})]).toEqual([1, 1])
  onlyTheClockIsFake('2026-10-29T02:00:00.000Z')
  await tidy()
  expect([await count(cloud.db, arrivals, {}), await count(cloud.db, looks, {})]).toEqual([0, 0])
  await expect(environment().files.download(arrived!.fileID)).rejects.toThrow()
  expect(await count(cloud.db, importJournal, { importId: taken })).toBeGreaterThan(0)
  onlyTheClockIsFake('2027-05-20T02:00:00.000Z')
  await tidy()
  expect(await count(cloud.db, importJournal, {})).toBe(0)
  await expect(cloud.operate('undo', { sha256: taken, reason: '发错了表' }, 'intake')).rejects.toThrow('不能撤销')
})
