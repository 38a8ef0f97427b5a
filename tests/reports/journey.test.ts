import type { ReportFile } from '#contract/supervision/reports'
import { audit } from '#store/record/audit'
import { count, find, findEach } from '#store/db/read'
import { reportParts } from '#store/reports/parts'
import { reports } from '#store/reports/reports'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aStaff, asStaff } from '../harness/people'
import { recordedBy } from '../office/officers'
import { random } from '../sealing/people'
import { aHolder, dataOf, holderOf, phone, sealedBy } from './a-reporter'
import { anOffice, type Office } from './an-office'

jest.setTimeout(60_000)
let cloud: Cloud
let county: Office
let upper: Office
const { report, followUp, read, submit, follow, sendParts } = phone(() => cloud)
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  county = await anOffice(cloud, 'county')
  upper = await anOffice(cloud, 'upper')
})
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())
afterAll(() => cloud.close())
const day = (date: string) => onlyTheClockIsFake(`${date}T02:00:00Z`)
const newest = async (office: Office) => (await office.inbox()).find(({ state }) => state === 'new')!

test('reported, read, answered, followed up, closed, destroyed: all from a receipt on paper', async () => {
  const holder = await aHolder()
  const photo = random(150_000)
  const sealed = await report(holder, { what: '有人替去世的人领低保。' }, { photos: [photo] })

  const [row, ...others] = await county.inbox()
  expect(others).toEqual([])
  expect(row).toEqual({
    id: expect.any(String) as string,
    receivedOn: '2026-10-20',
    state: 'new',
    dueOn: '2026-10-27',
    late: false,
    unanswered: 1,
  })
  const { id } = row!
  expect(await county.read(id)).toMatchObject([{ kind: 'report', what: '有人替去世的人领低保。', photos: 1 }])
  expect((await county.file(id)).messages).toMatchObject([{ id: sealed.id, side: 'reporter', day: '2026-10-20', parts: 5, announced: 5 }])
  expect(Buffer.from(await county.photo(id, sealed.id)).equals(Buffer.from(photo))).toBe(true)

  day('2026-10-22')
  expect((await county.accept(id)).row).toMatchObject({ state: 'accepted', category: 'false-claim', dueOn: '2026-12-21', unanswered: 0 })
  const elsewhere = await holderOf(holder.receipt)
  expect(await read(elsewhere)).toEqual({
    note: { day: '2026-10-20', office: 'county' },
    answers: [{ kind: 'accepted', words: '收到了，正在查。', day: '2026-10-22', by: county.mine.id }],
  })

  day('2026-10-25')
  const more = await followUp(elsewhere, '是去年三月以后。', { photos: [random(10), random(240_000)] })
  expect((await county.inbox())[0]).toMatchObject({ unanswered: 1 })
  expect(await county.read(id)).toMatchObject([{ kind: 'report' }, { kind: 'follow-up', what: '是去年三月以后。' }])
  expect((await county.photo(id, more.id, 5)).length).toBe(240_000)
  await county.act('answerReport', id, {}, { words: '请再写清楚是哪一家。' })
  expect(
    (await county.act('transferReport', id, { caseNo: '文纪立〔2026〕8号' }, { kind: 'transferred', words: '已经立案。' })).row,
  ).toMatchObject({ state: 'transferred', caseNo: '文纪立〔2026〕8号', dueOn: '2026-12-21' })

  day('2026-11-30')
  expect((await county.close(id)).row).toMatchObject({
    state: 'closed',
    outcome: 'true',
    closedOn: '2026-11-30',
    destroyOn: '2027-05-29',
    late: false,
  })
  expect(await county.inbox()).toEqual([])
  expect(await county.inbox(false)).toMatchObject([{ id }])
  expect((await read(elsewhere)).answers.map(({ kind }) => kind)).toEqual(['closed', 'transferred', 'answer', 'accepted'])
  await followUp(elsewhere, '谢谢。')
  await county.act('answerReport', id, {}, { words: '不用谢。' })
  expect((await read(elsewhere)).answers.map(({ words }) => words)).toEqual([
    '不用谢。',
    '查实了，钱已经退回。',
    '已经立案。',
    '请再写清楚是哪一家。',
  ])
  expect((await read(elsewhere, 1)).answers.map(({ words }) => words)).toEqual(['收到了，正在查。'])

  day('2027-05-28')
  expect(await cloud.operate('tidy', {}, 'patrol')).toMatchObject({ destroyed: 0 })
  day('2027-05-29')
  expect(await cloud.operate('tidy', {}, 'patrol')).toMatchObject({ destroyed: 1 })
  expect([await count(cloud.db, reports, {}), await count(cloud.db, reportParts, {})]).toEqual([0, 0])
  expect(await read(elsewhere)).toEqual({ answers: [] })
  await expect(county.file(id)).rejects.toThrow('not-found')
})

test('what the office did is on record: who and which report, and nothing of what is in it', async () => {
  await report(await aHolder())
  const { id } = await newest(county)
  const entries = await recordedBy(cloud, 'supervision.acceptReport', () => county.accept(id))
  expect(entries).toMatchObject([
    {
      granted: true,
      actor: { staffId: county.staff._id },
      about: { kind: 'report', id },
      reason: null,
      householdId: null,
      parts: [],
      fields: [],
    },
  ])
  expect(await recordedBy(cloud, 'supervision.reports', () => county.inbox())).toMatchObject([{ granted: true, rows: null }])
  await county.close(id)
  const stored = (await find(cloud.db, reports, { _id: id }))[0]!
  const record = JSON.stringify(await findEach(cloud.db, audit, {}))
  for (const { id: letter, sealed } of stored.letters)
    expect([record.includes(letter), record.includes(sealed.slice(0, 40))]).toEqual([false, false])
})

describe('a report is one office’s', () => {
  test('one about the county’s own people, sealed to the next level, is not the county’s to see', async () => {
    const sealed = await report(await aHolder(), { subject: 'discipline' }, { office: 'upper' })
    const { id } = await newest(upper)
    expect((await county.inbox()).map((row) => row.id)).not.toContain(id)
    const [entry] = await recordedBy(cloud, 'supervision.reportFile', () => expect(county.file(id)).rejects.toThrow('not-found'))
    expect(entry).toMatchObject({ granted: false, about: { kind: 'report', id } })
    for (const [action, input] of [
      ['reportPhoto', { message: sealed.id, first: 0 }],
      ['acceptReport', { category: 'attitude', answer: 'A'.repeat(5526) + '==' }],
      ['spamReport', {}],
    ] as const)
      await expect(county.ask(action, { id, ...input })).rejects.toThrow('not-found')
    expect(await upper.read(id)).toMatchObject([{ subject: 'discipline' }])
    await upper.accept(id)
  })

  test('passed on, it is the other’s alone, to be opened in its own time; the reporter reads why and writes to the new one', async () => {
    const holder = await aHolder()
    await report(holder)
    await followUp(holder, '还有一张。', { photos: [random(7)] })
    const { id } = await newest(county)
    await county.accept(id)
    day('2026-10-23')
    expect(await county.pass(id, 'upper')).toEqual({ passed: true })
    await expect(county.file(id)).rejects.toThrow('not-found')
    const row = (await upper.inbox()).find((one) => one.id === id)
    expect(row).toEqual({ id, receivedOn: '2026-10-20', state: 'new', dueOn: '2026-10-30', late: false, unanswered: 0 })
    expect((await upper.read(id)).map(({ what }) => what)).toEqual(['有人替去世的人领低保。😀', '还有一张。'])
    expect((await read(holder)).answers[0]).toMatchObject({ words: '转给upper了。', by: county.mine.id })

    // Sealed to the old office, it could be opened by nobody.
    const toOld = await sealedBy(cloud, holder, { kind: 'follow-up', what: '还有。', photos: 0 })
    expect(await follow(toOld)).toMatchObject({
      error: { code: 'bad-input', message: expect.stringContaining('已经转到别的单位') as string },
    })
    await followUp(holder, '写给新的。', { office: 'upper' })
    expect((await upper.read(id)).at(-1)).toMatchObject({ what: '写给新的。' })
    await upper.accept(id)
    await upper.close(id)
  })

  test('passing on takes every letter’s key, and keys of that office only', async () => {
    const holder = await aHolder()
    await report(holder)
    const { id } = await newest(county)
    const keys = await county.keysFor(id, 'upper')
    await followUp(holder, '又想起一件。')
    const pass = (input: object) => county.act('passReport', id, { office: 'upper', keys, ...input })
    await expect(pass({})).rejects.toThrow('每一段都要转封')
    const all = await county.keysFor(id, 'upper')
    await expect(pass({ keys: [...all, ...keys] })).rejects.toThrow('每一段都要转封')
    await expect(pass({ keys: [all[0], { ...all[1], message: 'f'.repeat(32) }] })).rejects.toThrow('每一段都要转封')
    await expect(pass({ keys: await county.keysFor(id, 'county') })).rejects.toThrow('对方单位的钥匙')
    await expect(pass({ office: 'county', keys: all })).rejects.toThrow('没有这个受理单位')
    await expect(pass({ office: 'elsewhere', keys: all })).rejects.toThrow('没有这个受理单位')
    expect((await county.file(id)).row).toMatchObject({ state: 'new', unanswered: 2 })
    await county.spam(id)
  })

  test('officers of other agencies are told that it is not for them, and that they asked is on record', async () => {
    const other = await asStaff(cloud, await aStaff(cloud, 'head', { agencyId: 'civil-affairs' }))
    const [entry] = await recordedBy(cloud, 'supervision.reports', () =>
      expect(cloud.call('supervision', 'reports', { open: true }, other)).rejects.toThrow('not-allowed: 举报只有受理单位的人能打开'),
    )
    expect(entry).toMatchObject({ granted: false, actor: { agencyId: 'civil-affairs' } })
  })
})

describe('the state of a report', () => {
  const acts = {
    acceptReport: { category: 'attitude' },
    answerReport: {},
    transferReport: { caseNo: '立8号' },
    closeReport: { outcome: 'unclear' },
    spamReport: {},
  }
  const possible = {
    new: ['acceptReport', 'spamReport'],
    accepted: ['answerReport', 'transferReport', 'closeReport'],
    transferred: ['answerReport', 'closeReport'],
    closed: ['answerReport'],
    spam: ['acceptReport'],
  } as const
  const reach: Record<keyof typeof possible, string[]> = {
    new: [],
    accepted: ['acceptReport'],
    transferred: ['acceptReport', 'transferReport'],
    closed: ['acceptReport', 'closeReport'],
    spam: ['spamReport'],
  }

  test.each(Object.keys(possible) as (keyof typeof possible)[])('%s: what can be done, and what not', async (state) => {
    for (const [action, input] of Object.entries(acts)) {
      await report(await aHolder())
      const { id } = await newest(county)
      for (const step of reach[state])
        await (step === 'spamReport' ? county.spam(id) : county.act(step, id, acts[step as keyof typeof acts]))
      const before = await county.file(id)
      expect(before.row.state).toBe(state)
      if ((possible[state] as readonly string[]).includes(action)) await county.act(action, id, input)
      else {
        await expect(county.act(action, id, input)).rejects.toThrow(/bad-input: 这封举报现在是“.*”，要在“.*”的时候才能.*。您写的字还在。/)
        expect(await county.file(id)).toEqual(before)
      }
      if ((await county.file(id)).row.state === 'new')
        await (action === 'spamReport' ? county.askSecond('spamReport', { id }) : county.spam(id))
    }
  })

  test('spam goes after a week unless it is taken back', async () => {
    const [kept, gone] = [await aHolder(), await aHolder()]
    await report(kept)
    const { id } = await newest(county)
    expect(await county.spam(id)).toMatchObject({ row: { state: 'spam', destroyOn: '2026-10-27' } })
    await report(gone)
    await county.spam((await newest(county)).id)
    const { row } = await county.accept(id)
    expect([row.state, row.destroyOn, row.dueOn]).toEqual(['accepted', undefined, '2026-12-19'])
    day('2026-10-27')
    await cloud.operate('tidy', {}, 'patrol')
    expect([(await read(kept)).note, (await read(gone)).note]).toEqual([{ day: '2026-10-20', office: 'county' }, undefined])
  })

  test('it takes two to say that one is no report; until then it stays where it is, and whoever takes it up ends that', async () => {
    await report(await aHolder())
    const { id } = await newest(county)
    expect((await county.ask<ReportFile>('spamReport', { id })).row).toMatchObject({
      state: 'new',
      spamSaidBy: '周科员',
      dueOn: '2026-10-27',
    })
    await expect(county.ask('spamReport', { id })).rejects.toThrow('bad-input: 您已经标过了。要本单位另一个人也看过')
    expect((await county.accept(id)).row).not.toHaveProperty('spamSaidBy')
    await report(await aHolder())
    const other = (await newest(county)).id
    await county.ask('spamReport', { id: other })
    const before = (await county.ask<{ figures: { spam: number } }>('reports', { open: true })).figures.spam
    expect((await county.askSecond<ReportFile>('spamReport', { id: other })).row).toMatchObject({ state: 'spam', destroyOn: '2026-10-27' })
    expect((await county.ask<{ figures: { spam: number } }>('reports', { open: true })).figures.spam).toBe(before + 1)
  })

  test('of two acts at once, one is done; the other loses no word', async () => {
    await report(await aHolder())
    const { id } = await newest(county)
    const file = await county.file(id)
    const tries = await Promise.allSettled([
      ...['false-claim', 'attitude', 'other'].map((category) =>
        county.ask('acceptReport', { id, category, answer: county.answerTo(file, { kind: 'accepted', words: category }) }),
      ),
      county.ask('spamReport', { id }),
    ])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await county.file(id)).messages.filter(({ side }) => side === 'office').length).toBeLessThanOrEqual(1)
    for (const tried of tries)
      if (tried.status === 'rejected') expect((tried.reason as Error).message).toMatch(/^bad-input: .*您写的字还在。$/)
  })

  test('an unopened report is late after its days, and the desk says how many wait', async () => {
    for (const { id, state } of await county.inbox()) if (state === 'new') await county.spam(id)
    await report(await aHolder())
    await report(await aHolder())
    const waiting = async (office: Office) =>
      (await cloud.call<{ waiting: { reports: number }; sections: string[] }>('office', 'me', {}, office.as)).waiting.reports
    expect([await waiting(county), await waiting(upper)]).toEqual([2, 0])
    const { id } = await newest(county)
    day('2026-10-27')
    expect((await county.file(id)).row.late).toBe(false)
    day('2026-10-28')
    expect((await county.file(id)).row.late).toBe(true)
    await county.accept(id)
    expect(await waiting(county)).toBe(1)
    await expect(county.act('acceptReport', (await newest(county)).id, { category: 'nothing' })).rejects.toThrow('没有这个类别')
  })
})

test('sent again, nothing is there twice: parts, the first message, further ones, also all at once', async () => {
  const holder = await aHolder()
  const sealed = await report(holder, { what: '只有一次' }, { photos: [random(9)] })
  await sendParts(sealed)
  for (let i = 0; i < 2; i++) expect(dataOf(await submit(sealed))).toEqual({ kept: true })
  const further = await followUp(holder, '补充')
  await Promise.all([follow(further), follow(further), follow(further)])
  const other = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 })
  await Promise.all([submit(other), submit(other), submit(other)])
  const stored = await findEach(cloud.db, reports, {})
  const ours = stored.find(({ letters }) => letters[0]!.id === sealed.id)!
  expect(ours.letters.map(({ id }) => id)).toEqual([sealed.id, further.id])
  expect(ours.letterCount).toBe(2)
  expect(await count(cloud.db, reportParts, { message: sealed.id })).toBe(5)
  expect(stored.filter(({ letters }) => letters.some(({ id }) => id === other.id)).map(({ letterCount }) => letterCount)).toEqual([1])
})

test('a second first message of the same receipt is a further one: nothing that was sent is lost', async () => {
  const before = (await county.inbox()).map(({ id }) => id)
  const holder = await aHolder()
  await report(holder, { what: '头一遍' })
  await report(holder, { what: '换了个说法再写一遍' })
  const [row, ...others] = (await county.inbox()).filter(({ id }) => !before.includes(id))
  expect(others).toEqual([])
  expect((await county.read(row!.id)).map(({ what }) => what)).toEqual(['头一遍', '换了个说法再写一遍'])
})
