import type { OutputOf } from '#contract/call/action'
import type { bulletin, SuggestionStatus } from '#contract/bulletin/actions'
import type { DeskMe } from '#contract/office/desk'
import type { office } from '#contract/office/actions'
import type { SuggestionRow } from '#contract/office/publishing'
import { findEach } from '#store/db/read'
import { suggestions as stored } from '#store/public/suggestions'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { recordedBy, tuesday } from '../office/officers'
import { sitting } from './desk'

jest.setTimeout(60_000)
const [words, contact] = ['村口的路灯坏了三个月', '160 1122 3344']
let cloud: Cloud
const desks = {} as Record<'data-office' | 'transport' | 'finance', As>
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  for (const agency of ['data-office', 'transport', 'finance'] as const) desks[agency] = await sitting(cloud, '吴科员', agency)
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake(tuesday))

type List = OutputOf<typeof office.suggestions>
const list = (as: As, open = true) => cloud.call<List>('office', 'suggestions', { open }, as)
const row = async (id: string, as: As, open = true) => (await list(as, open)).suggestions.find((one) => one.id === id)
const waiting = async (as: As) => (await cloud.call<DeskMe>('office', 'me', {}, as)).waiting.suggestions
const one = async (action: string, input: object, as: As) =>
  (await cloud.call<{ suggestion: SuggestionRow }>('office', action, input, as)).suggestion
const assign = (id: string, agencyId: string | undefined, why = '', as = desks['data-office']) =>
  one('assignSuggestion', { id, ...(agencyId && { agencyId }), why }, as)
const answer = (id: string, said: string, as: As, publish?: { question: string; answer: string }) =>
  one('answerSuggestion', { id, words: said, ...(publish && { publish }) }, as)
const statusOf = (receipt: string) => cloud.call<SuggestionStatus>('bulletin', 'suggestion', { receipt })

/** Sends one and finds it on the data office's desk. */
async function sent(input: object = {}): Promise<{ id: string; receipt: string }> {
  const before = new Set((await findEach(cloud.db, stored, {})).map(({ _id }) => _id))
  const { receipt } = await cloud.call<OutputOf<typeof bulletin.suggest>>('bulletin', 'suggest', { words, ...input })
  const id = (await findEach(cloud.db, stored, {})).map(({ _id }) => _id).find((_id) => !before.has(_id))!
  return { id, receipt }
}

test('first to the data office, which gives it to an agency, which answers whoever holds the receipt', async () => {
  const village = cloud.county.towns[2]!.villages[0]!
  const { id, receipt } = await sent({ contact, place: village.code })
  expect(await row(id, desks['data-office'])).toEqual({
    id,
    words,
    place: `南田镇${village.name}`,
    state: 'received',
    receivedOn: '2026-10-20',
    dueOn: '2026-10-25',
    late: false,
    can: { assign: true, answer: false },
  })
  expect([await row(id, desks.transport), (await list(desks.transport)).agencies]).toEqual([undefined, []])
  expect((await list(desks['data-office'])).agencies).toContainEqual({ id: 'transport', name: '县交通运输局' })

  onlyTheClockIsFake('2026-10-22T02:00:00Z')
  expect(await assign(id, 'transport', '请尽快看看')).toMatchObject({
    state: 'assigned',
    agency: '县交通运输局',
    dueOn: '2026-11-06',
    can: { assign: true, answer: false },
  })
  expect(await statusOf(receipt)).toEqual({
    state: 'assigned',
    receivedOn: '2026-10-20',
    dueOn: '2026-11-06',
    agency: '县交通运输局',
    isPublic: false,
  })
  expect(await row(id, desks.transport)).toMatchObject({ words, contact, note: '请尽快看看', can: { assign: false, answer: true } })
  expect((await row(id, desks['data-office']))!.contact).toBeUndefined()
  expect(await row(id, desks.finance)).toBeUndefined()

  expect(await answer(id, '已经修好了', desks.transport)).toMatchObject({
    state: 'answered',
    answer: '已经修好了',
    answeredBy: '吴科员',
    can: { assign: false, answer: false },
  })
  expect(await statusOf(receipt)).toEqual({
    state: 'answered',
    receivedOn: '2026-10-20',
    agency: '县交通运输局',
    answer: '已经修好了',
    answeredOn: '2026-10-22',
    isPublic: false,
  })
  expect([await row(id, desks.transport), (await row(id, desks.transport, false))!.answer]).toEqual([undefined, '已经修好了'])
  expect(JSON.stringify(await cloud.call('bulletin', 'answers', {}))).not.toContain('已经修好了')
})

test('in public too, as it was edited; never with the contact, nor the words as they came', async () => {
  const { id, receipt } = await sent({ contact })
  await assign(id, 'transport')
  const publish = { question: '村口的路灯什么时候修？', answer: '每年春秋各修一次。' }
  for (const leak of [
    { ...publish, answer: '已电话告知 16011223344。' },
    { ...publish, question: '１６０１１２２３３４４？160-1122-3344' },
  ]) {
    await expect(answer(id, '修好了', desks.transport, leak)).rejects.toThrow('bad-input: 公开的话里有提意见的人留下的联系方式')
  }
  expect(await answer(id, '已经修好，打过电话了', desks.transport, publish)).toMatchObject({ published: publish })
  expect(await statusOf(receipt)).toMatchObject({ isPublic: true, answer: '已经修好，打过电话了' })
  const { answers } = await cloud.call<OutputOf<typeof bulletin.answers>>('bulletin', 'answers', {})
  expect(answers).toEqual([{ id, ...publish, agency: '县交通运输局', answeredOn: '2026-10-20' }])
})

test('set aside with a reason, which whoever holds the receipt reads', async () => {
  const { id, receipt } = await sent()
  await expect(assign(id, undefined)).rejects.toThrow('bad-input: 不办请写一句为什么')
  expect(await assign(id, undefined, '这是邻居家的事，请找村里调解')).toMatchObject({
    state: 'set-aside',
    answer: '这是邻居家的事，请找村里调解',
    can: { assign: false, answer: false },
  })
  expect(await statusOf(receipt)).toEqual({
    state: 'set-aside',
    receivedOn: '2026-10-20',
    answer: '这是邻居家的事，请找村里调解',
    answeredOn: '2026-10-20',
    isPublic: false,
  })
})

test('given to the wrong agency it is given to another; again to the same one its day is not put off', async () => {
  const { id } = await sent()
  await assign(id, 'finance')
  await expect(assign(id, 'finance')).rejects.toThrow('bad-input: 这一条已经在县财政局了')
  await expect(assign(id, 'no-such')).rejects.toThrow('bad-input: 不认得这个单位')
  await assign(id, 'transport')
  expect([await row(id, desks.finance), (await row(id, desks.transport))!.can.answer]).toEqual([undefined, true])
  await expect(answer(id, '归我们答', desks.finance)).rejects.toThrow('not-found')
})

test('who may not is told as if there were none; what is done is not done again', async () => {
  const { id } = await sent()
  await expect(assign(id, 'transport', '', desks.transport)).rejects.toThrow('not-found')
  for (const as of Object.values(desks)) await expect(answer(id, '不归我们', as)).rejects.toThrow('not-found')
  await assign(id, 'transport')
  await answer(id, '修好了', desks.transport)
  await expect(answer(id, '再说一遍', desks.transport)).rejects.toThrow('not-found')
  await expect(assign(id, 'finance')).rejects.toThrow('not-found')
  await expect(assign('no-such', 'finance')).rejects.toThrow('not-found')
})

test('of two who act at once, one does', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await sent()
    const both = await Promise.allSettled([assign(id, 'transport'), assign(id, undefined, '不是意见')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { id: other } = await sent()
    await assign(other, 'transport')
    const answers = await Promise.allSettled([answer(other, '甲', desks.transport), answer(other, '乙', desks.transport)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    onlyTheClockIsFake(new Date(Date.now() + 60_000).toISOString())
  }
})

test('late from the day after the promised one; what is answered is late no more', async () => {
  const { id } = await sent()
  const late = async (day: string, as: As) => {
    onlyTheClockIsFake(`${day}T02:00:00Z`)
    return (await row(id, as))?.late
  }
  expect([await late('2026-10-25', desks['data-office']), await late('2026-10-26', desks['data-office'])]).toEqual([false, true])
  await assign(id, 'transport')
  expect([await late('2026-11-10', desks.transport), await late('2026-11-11', desks.transport)]).toEqual([false, true])
  await answer(id, '修好了', desks.transport)
  expect(await row(id, desks.transport, false)).toMatchObject({ late: false })
})

test('what waits is counted: for the data office what nobody has, for the others what they have', async () => {
  const counts = async () => [await waiting(desks['data-office']), await waiting(desks.transport), await waiting(desks.finance)] as const
  const before = await counts()
  const { id } = await sent()
  const after = (...more: number[]) => before.map((count, i) => count + more[i]!)
  expect(await counts()).toEqual(after(1, 0, 0))
  await assign(id, 'transport')
  expect(await counts()).toEqual(after(0, 1, 0))
  await answer(id, '修好了', desks.transport)
  expect(await counts()).toEqual(after(0, 0, 0))
})

test('every act is on record, and who looked through them; the record repeats nothing of what was said', async () => {
  const { id } = await sent({ contact })
  const records = [
    ...(await recordedBy(cloud, 'office.suggestions', () => list(desks['data-office']))),
    ...(await recordedBy(cloud, 'office.assignSuggestion', () => assign(id, 'transport', '给交通局的话'))),
    ...(await recordedBy(cloud, 'office.answerSuggestion', () => answer(id, '不该我们答', desks.finance).catch(() => undefined))),
    ...(await recordedBy(cloud, 'office.answerSuggestion', () => answer(id, '给村民的话', desks.transport))),
  ]
  const about = { kind: 'suggestion', id }
  expect(records.map(({ granted, about, reason, rows }) => [granted, about, reason, rows === null])).toEqual([
    [true, undefined, null, false],
    [true, about, null, true],
    [false, about, null, true],
    [true, about, null, true],
  ])
  for (const said of [words, contact, '给交通局的话', '给村民的话']) expect(JSON.stringify(records)).not.toContain(said)
})

test('neither what the data office said nor a private answer is kept in clear', async () => {
  const { id } = await sent()
  await assign(id, 'transport', '悄悄话')
  await answer(id, '只给他一个人看', desks.transport)
  const kept = JSON.stringify(await findEach(cloud.db, stored, {}))
  for (const said of [words, '悄悄话', '只给他一个人看']) expect(kept).not.toContain(said)
})

test('public answers are read to their end, page by page, each once, also while others come', async () => {
  for (let i = 0; i < 45; i++) {
    // The bucket of everybody together fills again meanwhile; one day has many.
    onlyTheClockIsFake(new Date(Date.parse('2026-12-01T02:00:00Z') + i * 3_600_000).toISOString())
    const { id } = await sent()
    await assign(id, 'transport')
    await answer(id, '好', desks.transport, { question: `问 ${i}`, answer: '答' })
  }
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await cloud.call<OutputOf<typeof bulletin.answers>>('bulletin', 'answers', { ...(after && { after }) })
    seen.push(...page.answers.map(({ question }) => question))
    if (!after) {
      const { id } = await sent()
      await assign(id, 'transport')
      onlyTheClockIsFake('2026-12-20T02:00:00Z')
      await answer(id, '好', desks.transport, { question: '后来的', answer: '答' })
    }
    after = page.next
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  for (let i = 0; i < 45; i++) expect(seen).toContain(`问 ${i}`)
}, 120_000)

test('counts of the year: what was received, what was answered', async () => {
  onlyTheClockIsFake('2027-03-01T02:00:00Z')
  const { id } = await sent()
  await sent()
  await assign(id, 'transport')
  await answer(id, '好', desks.transport)
  expect(await cloud.call('bulletin', 'figures', {})).toMatchObject({ year: '2027', scans: 0, suggestions: { received: 2, answered: 1 } })
})

test('a telephone, an identity number or a card in what everybody may read is refused, whosever it is', async () => {
  const { id } = await sent()
  await assign(id, 'transport')
  for (const number of ['16011223344', '330399195001011234', '6200 0000 1234 5678']) {
    await expect(answer(id, '已经修好了', desks.transport, { question: '路灯坏了？', answer: `修好了，打 ${number} 问` })).rejects.toThrow(
      '谁都看得到',
    )
  }
  expect((await row(id, desks.transport))!.state).toBe('assigned')
})

test('ninety days after the answer nobody can be reached by it any more', async () => {
  const [answered, open] = [await sent({ contact }), await sent({ contact })]
  for (const { id } of [answered, open]) await assign(id, 'transport')
  await answer(answered.id, '已经修好了', desks.transport)
  const contacts = async () =>
    Object.fromEntries(
      (await findEach(cloud.db, stored, { _id: { $in: [answered.id, open.id] } })).map(({ _id, contactSealed }) => [
        _id,
        contactSealed !== null,
      ]),
    )
  onlyTheClockIsFake('2027-01-18T02:00:00Z')
  await cloud.operate('tidy', {}, 'patrol')
  expect(await contacts()).toEqual({ [answered.id]: true, [open.id]: true })
  onlyTheClockIsFake('2027-01-19T02:00:00Z')
  await cloud.operate('tidy', {}, 'patrol')
  expect(await contacts()).toEqual({ [answered.id]: false, [open.id]: true })
})
