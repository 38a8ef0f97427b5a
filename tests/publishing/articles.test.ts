import type { ArticleRow } from '#contract/office/publishing'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aStaff, asStaff } from '../harness/people'
import { updateOne } from '#store/db/write'
import { staff } from '#store/access/staff'
import { recordedBy, tuesday } from '../office/officers'
import { articlesOf, draft, inColumn, publicly, sitting } from './desk'

jest.setTimeout(60_000)
let cloud: Cloud
let author: As
let checker: As
let third: As
let elsewhere: As
let desk: ReturnType<typeof articlesOf>
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  desk = articlesOf(cloud)
  author = await sitting(cloud, '吴科员')
  checker = await sitting(cloud, '郑科员')
  third = await sitting(cloud, '金科员')
  elsewhere = await sitting(cloud, '叶老师', 'education')
})
afterAll(() => cloud.close())

test('from a draft to a second person to the public; the rows say who may do what', async () => {
  const saved = await desk.save(author)
  expect(saved).toEqual({
    ...draft,
    id: expect.stringMatching(/^office_[0-9a-f]{16}$/) as string,
    version: 1,
    state: 'draft',
    agency: '县民政局',
    author: '吴科员',
    figures: { reads: 0, understood: 0, unclear: 0 },
    can: { edit: true, submit: true, decide: false, withdraw: false },
  })
  expect(await publicly(cloud, saved.id)).toBeUndefined()
  expect((await desk.row(saved.id, checker))!.can).toEqual({ edit: true, submit: false, decide: false, withdraw: false })
  expect(await desk.row(saved.id, elsewhere)).toBeUndefined()

  const before = await desk.waiting(checker)
  expect(await desk.submit(author, saved.id)).toMatchObject({ state: 'waiting', can: { edit: true, submit: false, decide: false } })
  expect([await desk.waiting(author), await desk.waiting(checker), await desk.waiting(elsewhere)]).toEqual([0, before + 1, 0])
  expect((await desk.row(saved.id, checker))!.can).toEqual({ edit: false, submit: false, decide: true, withdraw: false })
  expect(await publicly(cloud, saved.id)).toBeUndefined()

  const published = await desk.decide(checker, saved, true)
  expect(published).toMatchObject({
    state: 'published',
    author: '吴科员',
    checkedBy: '郑科员',
    publishedOn: '2026-10-20',
    can: { edit: true, submit: false, decide: false, withdraw: true },
  })
  const { sourceDocument, sourceDate, body, ...card } = draft
  expect(await publicly(cloud, saved.id)).toEqual({ ...card, id: saved.id, publishedOn: '2026-10-20', body, sourceDocument, sourceDate })
  expect((await inColumn(cloud))[0]).toBe(saved.id)
  expect(await cloud.call('bulletin', 'search', { words: '高龄津贴' })).toMatchObject({ articles: [{ id: saved.id }] })
})

test('nobody publishes what they wrote, nor what another agency wrote, nor what is not waiting', async () => {
  const saved = await desk.save(author)
  await expect(desk.decide(checker, saved, true)).rejects.toThrow('not-found')
  await desk.submit(author, saved.id)
  for (const as of [author, elsewhere]) await expect(desk.decide(as, saved, true)).rejects.toThrow('not-found')
  for (const as of [checker, elsewhere]) await expect(desk.submit(as, saved.id)).rejects.toThrow('not-found')
  for (const as of [checker, elsewhere]) await expect(desk.save(as, { id: saved.id })).rejects.toThrow('not-found: 这一篇现在不能改')
  await expect(desk.withdraw(elsewhere, saved.id)).rejects.toThrow('not-found')
  expect(await publicly(cloud, saved.id)).toBeUndefined()
})

test('nor is whoever brought the author in their second person, or was shown their code; a small agency has the data office', async () => {
  const head = await aStaff(cloud, 'head', { agencyId: 'water', name: '水局长' })
  const newcomer = await aStaff(cloud, 'officer', { agencyId: 'water', name: '水科员' })
  await updateOne(cloud.db, staff, { _id: newcomer._id }, { $set: { invitedBy: 'somebody', shownTo: [head._id] } })
  const [atHead, atNewcomer, atData] = [
    await asStaff(cloud, head),
    await asStaff(cloud, newcomer),
    await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId: 'data-office', name: '胡专员' })),
  ]
  const saved = await desk.save(atNewcomer)
  await desk.submit(atNewcomer, saved.id)
  expect((await desk.row(saved.id, atHead))!.can.decide).toBe(false)
  expect(await desk.waiting(atHead)).toBe(0)
  await expect(desk.decide(atHead, saved, true)).rejects.toThrow('not-found')
  expect(await desk.waiting(atData)).toBeGreaterThan(0)
  expect((await desk.row(saved.id, atData))!.can).toMatchObject({ decide: true, edit: false })
  expect(await desk.decide(atData, saved, true)).toMatchObject({ state: 'published', checkedBy: '胡专员' })
})

test('whoever changes a draft is its author: they cannot then be its second person', async () => {
  const saved = await desk.save(author)
  const changed = await desk.save(checker, { id: saved.id, title: '高龄津贴改了' })
  expect(changed).toMatchObject({ author: '郑科员', version: 2, can: { submit: true } })
  await expect(desk.submit(author, saved.id)).rejects.toThrow('not-found')
  await desk.submit(checker, saved.id)
  await expect(desk.decide(checker, changed, true)).rejects.toThrow('not-found')
  expect(await desk.decide(author, changed, true)).toMatchObject({ state: 'published', checkedBy: '吴科员' })
})

test('sent back with a reason, which stays in sight until it is handed over again; without one it is not sent back', async () => {
  const saved = await desk.save(author)
  await desk.submit(author, saved.id)
  await expect(desk.decide(checker, saved, false)).rejects.toThrow('bad-input: 退回请写一句为什么')
  expect(await desk.decide(checker, saved, false, '金额要核对')).toMatchObject({ state: 'draft', why: '金额要核对', checkedBy: '郑科员' })
  expect(await desk.save(author, { id: saved.id, howMuch: '每月 60 元' })).toMatchObject({ why: '金额要核对', version: 2 })
  expect((await desk.submit(author, saved.id)).why).toBeUndefined()
})

test('what nobody read is not published: a version that changed after the checker saw it is refused', async () => {
  const seen = await desk.save(author)
  await desk.submit(author, seen.id)
  await desk.decide(third, seen, false, '少一句')
  const changed = await desk.save(author, { id: seen.id, howMuch: '每月 5000 元' })
  await desk.submit(author, seen.id)
  await expect(desk.decide(checker, seen, true)).rejects.toThrow('not-found: 这一篇刚刚已经有人办了、改过了')
  expect(await publicly(cloud, seen.id)).toBeUndefined()
  expect(await desk.decide(checker, changed, true)).toMatchObject({ state: 'published' })
})

test('of two checkers at once, and of a checker and the author who takes it back, one does it', async () => {
  const settled = async (...acts: Promise<ArticleRow>[]) =>
    (await Promise.allSettled(acts)).filter(({ status }) => status === 'fulfilled').length
  for (let round = 0; round < 5; round++) {
    const saved = await desk.save(author)
    await desk.submit(author, saved.id)
    expect(await settled(desk.decide(checker, saved, true), desk.decide(third, saved, false, '再看看'))).toBe(1)
    const other = await desk.save(author)
    await desk.submit(author, other.id)
    await Promise.allSettled([desk.decide(checker, other, true), desk.save(author, { id: other.id, title: '没人看过的' })])
    expect((await publicly(cloud, other.id))?.title).not.toBe('没人看过的')
  }
})

test('what is published stays while its change waits, and then all of it is the new words', async () => {
  const { id } = await desk.published(author, checker)
  const { who: _, validUntil: __, ...less } = draft
  const changed = (
    await cloud.call<{ article: ArticleRow }>('office', 'saveArticle', { ...less, who: '', id, title: '高龄津贴涨了' }, author)
  ).article
  expect(changed).toMatchObject({ state: 'draft', title: '高龄津贴涨了', publishedOn: '2026-10-20', can: { withdraw: true } })
  await desk.submit(author, id)
  expect(await publicly(cloud, id)).toMatchObject({ title: draft.title, who: draft.who })
  expect(await desk.decide(checker, changed, true)).toMatchObject({ state: 'published', title: '高龄津贴涨了' })
  const now = (await publicly(cloud, id))!
  expect(now.title).toBe('高龄津贴涨了')
  expect([now.who, now.validUntil]).toEqual([undefined, undefined])
})

test('withdrawn by anybody of the agency at once, with a reason; written anew it goes the same way again', async () => {
  const { id } = await desk.published(author, checker)
  await expect(desk.withdraw(author, id, '')).rejects.toThrow('bad-input: 请写撤下的原因')
  expect(await desk.withdraw(third, id, '金额写错了')).toMatchObject({
    state: 'withdrawn',
    why: '金额写错了',
    can: { withdraw: false, edit: true },
  })
  expect(await publicly(cloud, id)).toBeUndefined()
  expect(await inColumn(cloud)).not.toContain(id)
  const again = await desk.save(author, { id })
  expect(again).toMatchObject({ state: 'draft' })
  expect(again.why).toBeUndefined()
  await desk.submit(author, id)
  expect(await desk.decide(checker, again, true)).toMatchObject({ state: 'published' })
  expect(await publicly(cloud, id)).toBeDefined()
})

test('withdrawn while a change of it is being written: the public loses it, the change goes on', async () => {
  const { id } = await desk.published(author, checker)
  const changed = await desk.save(author, { id, title: '改好的' })
  const withdrawn = await desk.withdraw(third, id)
  expect([withdrawn.state, withdrawn.publishedOn]).toEqual(['draft', undefined])
  expect(await publicly(cloud, id)).toBeUndefined()
  await desk.submit(author, id)
  await desk.decide(checker, changed, true)
  expect((await publicly(cloud, id))!.title).toBe('改好的')
})

test('what is over already is not handed over', async () => {
  const saved = await desk.save(author, { validUntil: '2026-10-19' })
  await expect(desk.submit(author, saved.id)).rejects.toThrow('bad-input: 有效期到 2026-10-19，已经过了')
})

test('how far it reached is counted in all', async () => {
  const { id } = await desk.published(author, checker)
  for (let i = 0; i < 3; i++) await publicly(cloud, id)
  for (const understood of [true, true, false]) await cloud.call('bulletin', 'feedback', { id, understood })
  expect((await desk.row(id, checker))!.figures).toEqual({ reads: 3, understood: 2, unclear: 1 })
})

test('every act is on record: who, what, which article; refused ones too', async () => {
  const { id } = await desk.save(author)
  const acts = [
    ['office.submitArticle', () => desk.submit(author, id), true, '吴科员'],
    ['office.decideArticle', () => desk.decide(author, { id, version: 1 }, true).catch(() => undefined), false, '吴科员'],
    ['office.decideArticle', () => desk.decide(checker, { id, version: 1 }, true), true, '郑科员'],
    ['office.withdrawArticle', () => desk.withdraw(checker, id), true, '郑科员'],
    ['office.saveArticle', () => desk.save(elsewhere, { id }).catch(() => undefined), false, '叶老师'],
    ['office.saveArticle', () => desk.save(author, { id }), true, '吴科员'],
  ] as const
  for (const [action, act, granted, name] of acts)
    expect(await recordedBy(cloud, action, act)).toMatchObject([{ granted, about: { kind: 'article', id }, reason: null, actor: { name } }])
})

test('pages through a column are stable while the office publishes', async () => {
  for (let i = 0; i < 25; i++) await desk.published(author, checker, { column: 'news', title: `动态 ${i}` })
  const first = await cloud.call<{ articles: { id: string }[]; next?: string }>('bulletin', 'list', { column: 'news' })
  const more = await desk.published(author, checker, { column: 'news', title: '中间发的' })
  const second = await cloud.call<{ articles: { id: string }[] }>('bulletin', 'list', { column: 'news', after: first.next })
  const seen = [...first.articles, ...second.articles].map(({ id }) => id)
  expect(new Set(seen).size).toBe(seen.length)
  const all = await Promise.all(
    (await desk.list(author)).filter(({ column, state }) => column === 'news' && state === 'published').map(({ id }) => id),
  )
  expect(all.filter((id) => !seen.includes(id) && id !== more.id)).toEqual([])
})
