import { main } from '#functions/report/index'
import { find } from '#store/db/read'
import { update } from '#store/db/write'
import { reports } from '#store/reports/reports'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { random } from '../sealing/people'
import { aHolder, phone, sealedBy, workFor, type Holder, type Sealed } from './a-reporter'
import { anOffice, type Office } from './an-office'

jest.setTimeout(60_000)
let cloud: Cloud
let county: Office
/** A mailbox in every state there is, and one that there is not. */
const holders = {} as Record<'unknown' | 'destroyed' | 'new' | 'answered' | 'many answers' | 'closed' | 'spam', Holder>
const { report, read } = phone(() => cloud)
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  county = await anOffice(cloud, 'county')
  for (const name of ['unknown', 'destroyed', 'new', 'answered', 'many answers', 'closed', 'spam'] as const) holders[name] = await aHolder()
  const reported = async (name: keyof typeof holders) => {
    const before = (await county.inbox()).map(({ id }) => id)
    await report(holders[name])
    return (await county.inbox()).find(({ id }) => !before.includes(id))!.id
  }
  await county.spam(await reported('destroyed'))
  onlyTheClockIsFake('2026-10-28T02:00:00Z')
  await cloud.operate('tidy', {}, 'patrol')
  await reported('new')
  await county.accept(await reported('answered'))
  const many = await reported('many answers')
  await county.accept(many)
  for (let i = 0; i < 6; i++) await county.act('answerReport', many, {}, { words: `第 ${i} 条` })
  const closed = await reported('closed')
  await county.accept(closed)
  await county.close(closed)
  await county.spam(await reported('spam'))
})
beforeEach(() => onlyTheClockIsFake('2026-10-28T02:00:00Z'))
afterEach(() => jest.useRealTimers())
afterAll(() => cloud.close())

interface Raw {
  statusCode: number
  headers: Record<string, string>
  body: string
}
/** A reply as it goes over the wire. */
const raw = (action: string, input: object) => main({ httpMethod: 'POST', body: JSON.stringify({ action, input }) }) as Promise<Raw>
const opened = async (holder: Holder, page = 0) =>
  raw('open', { mailbox: holder.keys.mailbox, page, work: await workFor('open', holder.keys.mailbox) })
const shapeOf = ({ statusCode, headers, body }: Raw) => ({
  statusCode,
  headers,
  bytes: Buffer.byteLength(body),
  shape: body.replace(/[A-Za-z0-9+/]{40,}(=*)/g, (text, end: string) => `<${text.length}${end}>`),
})

test('the mailboxes are what they are called, for whoever has the receipt', async () => {
  const told = await Promise.all(Object.values(holders).map((holder) => read(holder)))
  expect(told.map(({ note, answers }) => [note !== undefined, answers.length])).toEqual([
    [false, 0],
    [false, 0],
    [true, 0],
    [true, 1],
    [true, 4],
    [true, 2],
    [true, 0],
  ])
})

test('a mailbox that there is not, that was destroyed, and that is there in any state: one status, one set of headers, one shape and one size, on every page', async () => {
  const seen = new Set<string>()
  for (const holder of Object.values(holders)) for (const page of [0, 1, 24]) seen.add(JSON.stringify(shapeOf(await opened(holder, page))))
  expect([...seen].map((text) => JSON.parse(text) as object)).toEqual([
    {
      statusCode: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      bytes: 22476,
      shape: '{"data":{"note":"<320>","answers":["<5528==>","<5528==>","<5528==>","<5528==>"]}}',
    },
  ])
})

test('asking twice shows no difference; two slots, pages or mailboxes never look the same', async () => {
  const texts: string[] = []
  for (const holder of Object.values(holders))
    for (const page of [0, 1]) {
      const [first, second] = [await opened(holder, page), await opened(holder, page)]
      expect(second).toEqual(first)
      texts.push(...(JSON.parse(first.body) as { data: { answers: string[] } }).data.answers)
    }
  expect(new Set(texts).size).toBe(texts.length)
})

test('filler is as even as what is sealed', async () => {
  for (const name of ['unknown', 'many answers'] as const) {
    const { data } = JSON.parse((await opened(holders[name])).body) as { data: { answers: string[] } }
    const bits = data.answers
      .flatMap((answer) => [...Buffer.from(answer, 'base64')])
      .reduce((sum, byte) => sum + byte.toString(2).replace(/0/g, '').length, 0)
    // 132,608 coins; six standard deviations.
    expect(Math.abs(bits - 66_304)).toBeLessThan(6 * 182)
  }
})

describe('the same is asked of the database', () => {
  const countOf = (work: () => Promise<unknown>) => cloud.rounds.of(work)
  const followed = async (holder: Holder) => {
    const sealed = await sealedBy(cloud, holder, { kind: 'follow-up', what: '补充', photos: 0 })
    const work = await workFor('follow', sealed.id)
    return async () => raw('follow', { ...sealed.further, work })
  }
  test('to open any mailbox', async () => {
    const counts = new Set<string>()
    for (const holder of Object.values(holders)) {
      const work = await workFor('open', holder.keys.mailbox)
      counts.add(JSON.stringify(await countOf(() => raw('open', { mailbox: holder.keys.mailbox, page: 0, work }))))
    }
    expect([...counts]).toEqual(['{"rounds":1,"requests":1}'])
  })
  test('for a further message to any mailbox, the first time and again; the reply is the same to the byte', async () => {
    const [counts, replies] = [new Set<string>(), new Set<string>()]
    for (const holder of Object.values(holders)) {
      const send = await followed(holder)
      for (let i = 0; i < 2; i++) counts.add(JSON.stringify(await countOf(async () => replies.add(JSON.stringify(await send())))))
    }
    expect([...counts]).toEqual(['{"rounds":2,"requests":3}'])
    expect([...replies].map((text) => (JSON.parse(text) as Raw).body)).toEqual(['{"data":{"kept":true}}'])
  })
  test('for a first message, the first time and again; what went to no mailbox is kept nowhere', async () => {
    const sealed = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 })
    const work = await workFor('submit', sealed.id)
    const [first, again] = [await raw('submit', { ...sealed.first, work }), await raw('submit', { ...sealed.first, work })]
    expect(again).toEqual(first)
    const nobody = await sealedBy(cloud, holders.unknown, { kind: 'follow-up', what: '没有这个信箱', photos: 0 })
    await raw('follow', { ...nobody.further, work: await workFor('follow', nobody.id) })
    expect(await find(cloud.db, reports, { 'letters.id': nobody.id })).toEqual([])
    expect(await read(holders.unknown)).toEqual({ answers: [] })
  })
})

describe('what has not its exact size or form is refused, in words', () => {
  let sealed: Sealed
  beforeAll(async () => {
    onlyTheClockIsFake('2026-10-28T02:00:00Z')
    sealed = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 }, { photos: [random(5)] })
  })
  const first = () => sealed.first as { sealed: string; note: string; keys: { id: string; wrapped: string }[] }
  const refused = async (action: string, input: object) => {
    const { statusCode, body } = await raw(action, input)
    expect([statusCode, (JSON.parse(body) as { error: { code: string; message: string } }).error]).toEqual([
      400,
      { code: 'bad-input', message: expect.stringMatching(/[\u4e00-\u9fff]{4}/) as string },
    ])
  }
  test.each([
    ['a shorter message', () => ({ sealed: first().sealed.slice(4) })],
    ['a longer one', () => ({ sealed: `AAAA${first().sealed}` })],
    ['one that is no base64', () => ({ sealed: `${first().sealed.slice(0, -4)}????` })],
    ['one key', () => ({ keys: first().keys.slice(1) })],
    ['three keys', () => ({ keys: [...first().keys, first().keys[0]] })],
    ['the same key twice', () => ({ keys: [first().keys[0], first().keys[0]] })],
    ['a short key', () => ({ keys: first().keys.map((key) => ({ ...key, wrapped: key.wrapped.slice(4) })) })],
    ['keys of nobody', () => ({ keys: first().keys.map((key) => ({ ...key, id: 'f'.repeat(16) })) })],
    ['a shorter note', () => ({ note: first().note.slice(4) })],
    ['three parts', () => ({ parts: 3 })],
    ['four photos', () => ({ parts: 20 })],
    ['an office of nobody', () => ({ office: 'nobody' })],
    ['another office', () => ({ office: 'upper' })],
    ['half a mailbox', () => ({ mailbox: sealed.mailbox.slice(1) })],
    ['no mailbox', () => ({ mailbox: undefined })],
  ])('%s', async (_, over) => refused('submit', { ...sealed.first, work: await workFor('submit', sealed.id), ...over() }))
  test.each([
    ['a sixteenth part', { index: 15 }],
    ['half a part', { index: 1.5 }],
    ['a short part', { sealed: 'AAAA' }],
    ['another message’s number', { message: 'x' }],
  ])('%s', async (_, over) => {
    await refused('part', { message: sealed.id, index: 0, sealed: sealed.parts[0], work: await workFor('part', `${sealed.id}/0`), ...over })
  })
  test('page 25', async () => refused('open', { mailbox: sealed.mailbox, page: 25, work: await workFor('open', sealed.mailbox) }))
  test('keys that were changed since the programme was made: it says to update', async () => {
    const keys = first().keys.map((key) => ({ ...key, id: key.id.replace(/./, (digit) => (digit === '0' ? '1' : '0')) }))
    const { body } = await raw('follow', { ...sealed.further, keys, work: await workFor('follow', sealed.id) })
    expect(body).toContain('这个版本太旧了')
  })
})

describe('photos', () => {
  test('a message is not taken before all its parts have come, to whatever mailbox; then it is, and takes no more', async () => {
    for (const name of ['new', 'unknown'] as const) {
      const sealed = await sealedBy(cloud, holders[name], { kind: 'follow-up', what: '', photos: 0 }, { photos: [random(5)] })
      const send = async (index: number) =>
        raw('part', { message: sealed.id, index, sealed: sealed.parts[index % 5], work: await workFor('part', `${sealed.id}/${index}`) })
      for (const index of [0, 4, 2]) await send(index)
      const message = { ...sealed.further, work: await workFor('follow', sealed.id) }
      expect((await raw('follow', message)).body).toContain('照片还差 2 段没有送到')
      for (const index of [1, 3]) await send(index)
      expect((await raw('follow', message)).body).toBe('{"data":{"kept":true}}')
      expect((await send(4)).body).toBe('{"data":{"kept":true}}')
      if (name === 'new') expect((await send(5)).body).toContain('比说好的多')
    }
  })
  test('more parts than were announced are refused with the message', async () => {
    const sealed = await sealedBy(cloud, holders.new, { kind: 'follow-up', what: '', photos: 0 }, { photos: [random(5), random(6)] })
    for (const [index, part] of sealed.parts.entries())
      await raw('part', { message: sealed.id, index, sealed: part, work: await workFor('part', `${sealed.id}/${index}`) })
    expect((await raw('follow', { ...sealed.further, parts: 5, work: await workFor('follow', sealed.id) })).body).toContain('比说好的多')
  })
})

test('a report that has no room left says so, to the reporter and to the office, and still can be closed', async () => {
  const before = (await county.inbox()).map(({ id }) => id)
  const holder = await aHolder()
  const first = await report(holder)
  const { id } = (await county.inbox()).find((row) => !before.includes(row.id))!
  await county.accept(id)
  await update(cloud.db, reports, { _id: id }, { $set: { letterCount: 45 } })
  const sealed = await sealedBy(cloud, holder, { kind: 'follow-up', what: '', photos: 0 })
  expect((await raw('follow', { ...sealed.further, work: await workFor('follow', sealed.id) })).body).toContain('放不下了')
  expect((await raw('submit', { ...first.first, work: await workFor('submit', first.id) })).body).toBe('{"data":{"kept":true}}')
  await expect(county.act('answerReport', id)).rejects.toThrow('放不下了')
  expect((await county.close(id)).row.state).toBe('closed')
})
