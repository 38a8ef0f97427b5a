import { randomBytes } from 'node:crypto'
import { main } from '#functions/report/index'
import { hardestWork } from '#domain/sealing/work'
import { Bucket, MinuteCounts } from '#kernel/call/bucket'
import { Turnstile } from '#kernel/call/turnstile'
import { count } from '#store/db/read'
import { insertMany } from '#store/db/write'
import { mostWaiting, reportParts } from '#store/reports/parts'
import { reports } from '#store/reports/reports'
import { operatorProof } from '#kernel/call/context'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { laterBy } from '../office/officers'
import { random } from '../sealing/people'
import { aHolder, aMoment, phone, sealedBy, workFor, type Sealed } from './a-reporter'

jest.setTimeout(120_000)
let cloud: Cloud
let sealed: Sealed
const { ask, submit, follow, open, sendParts } = phone(() => cloud)
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  sealed = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 })
})
afterEach(() => laterBy(30))
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})
const refusal = (code: string, words: string) => ({ error: { code, message: expect.stringContaining(words) as string } })
const kept = { data: { kept: true } }

describe('the work', () => {
  test('is the price of everything: missing, wrong, or done for another day, action or thing, it is refused', async () => {
    const withPhoto = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 }, { photos: [random(5)] })
    const part = (work: unknown) => ask('part', { message: withPhoto.id, index: 1, sealed: withPhoto.parts[1], work })
    const works = {
      part: [part, `${withPhoto.id}/1`],
      submit: [(work: unknown) => submit(sealed, { work }), sealed.id],
      follow: [(work: unknown) => follow(sealed, { work }), sealed.id],
      open: [(work: unknown) => ask('open', { mailbox: sealed.mailbox, page: 0, work }), sealed.mailbox],
    } as const
    for (const [action, [send, about]] of Object.entries(works)) {
      const good = await workFor(action, about)
      for (const work of [undefined, { day: good.day }, { ...good, done: good.done.slice(1) }])
        expect(await send(work)).toMatchObject({ error: { code: 'bad-input' } })
      const others = [
        { ...good, done: '0'.repeat(64) },
        { ...good, day: '2026-10-21' },
        { ...(await workFor(action, about, '2026-10-19')), day: '2026-10-20' },
        await workFor(action === 'open' ? 'part' : 'open', about),
        await workFor(action, randomBytes(16).toString('hex')),
        await workFor(action, `${withPhoto.id}/2`),
      ]
      for (const work of others) expect(await send(work)).toEqual(refusal('bad-input', '没有做完整'))
      expect(await send(good)).toHaveProperty('data')
    }
  })

  test('may be of a day before or after; a phone that is further off is told', async () => {
    for (const day of ['2026-10-19', '2026-10-21'] as const)
      expect(await submit(sealed, { work: await workFor('submit', sealed.id, day) })).toEqual(kept)
    for (const day of ['2026-10-18', '2026-10-22', '1970-01-01'] as const)
      expect(await submit(sealed, { work: await workFor('submit', sealed.id, day) })).toEqual(refusal('bad-input', '手机上的日期不对'))
  })

  test('undone uses nothing up: a flood without it keeps nobody out', async () => {
    const bad = { day: '2026-10-20', done: '0'.repeat(64) }
    // More than there is room for at any level of work.
    for (let i = 0; i < 500; i++) {
      expect(await submit(sealed, { work: bad })).toEqual(refusal('bad-input', '没有做完整'))
      await aMoment()
    }
    expect(await submit(sealed)).toEqual(kept)
  })
})

describe('a minute has room for so many about one thing', () => {
  test('the same message, whatever mailbox it is shown for', async () => {
    const work = await workFor('submit', sealed.id)
    const send = () => submit(sealed, { work, mailbox: randomBytes(32).toString('hex') })
    for (let i = 0; i < 6; i++) expect(await send()).toEqual(kept)
    expect(await send()).toEqual(refusal('busy', '送得太快了'))
    laterBy(1)
    expect(await send()).toEqual(kept)
  })

  test('one mailbox, whatever is sent to it', async () => {
    const send = async () => {
      const one = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 })
      return follow(one, { mailbox: sealed.mailbox })
    }
    for (let i = 0; i < 6; i++) expect(await send()).toEqual(kept)
    expect(await send()).toEqual(refusal('busy', '送得太快了'))
  })

  test('looking into a mailbox, its pages and more; one that there is not alike', async () => {
    for (const mailbox of [sealed.mailbox, 'f'.repeat(64)]) {
      for (let i = 0; i < 30; i++) expect(await open(mailbox, i % 25)).toHaveProperty('data')
      expect(await open(mailbox)).toEqual(refusal('busy', '查得太快了'))
      laterBy(1)
      expect(await open(mailbox)).toHaveProperty('data')
    }
  })
})

describe('in this process’s memory', () => {
  test('a bucket gives what it holds, refills by the minute and never beyond; a clock that goes back takes nothing', () => {
    const bucket = new Bucket(3, 2)
    const some = () => [1, 2, 3, 4].map(() => bucket.take())
    expect(some()).toEqual([true, true, true, false])
    laterBy(1)
    expect(some()).toEqual([true, true, false, false])
    laterBy(-60)
    expect(some()).toEqual([false, false, false, false])
    laterBy(600)
    expect(some()).toEqual([true, true, true, false])
  })

  test('counts are of this minute only; a flood of things makes it forget the first ones and keeps nobody out', () => {
    const counts = new MinuteCounts(1)
    for (let i = 0; i < 10_000; i++) expect(counts.take(String(i))).toBe(true)
    expect([counts.take('9999'), counts.take('one more'), counts.take('0')]).toEqual([false, true, true])
    laterBy(1)
    expect([counts.take('one more'), counts.take('0')]).toEqual([true, true])
  })

  test('each level of work has room that the levels below cannot use up; none is used by what gives it back', () => {
    const turnstile = new Turnstile(8, 0, 2)
    const passed = (level: number, name: string) => {
      let count = 0
      while (turnstile.pass(`${name} ${count}`, level)) count++
      return count
    }
    for (let i = 0; i < 100; i++) {
      expect(turnstile.pass('invalid', 0)).toBe(true)
      turnstile.giveBack()
    }
    expect([passed(0, 'low'), passed(1, 'more'), passed(2, 'most'), passed(2, 'more of the most')]).toEqual([8, 2, 2, 0])
  })

  test('of those that wait the most work goes first, then who came first; a place that nobody comes back to is free', () => {
    const turnstile = new Turnstile(2, 1, 1)
    for (let i = 0; i < 3; i++) turnstile.pass(`flood ${i}`, 1)
    const wait = (name: string, level: number) => {
      jest.setSystemTime(Date.now() + 1000)
      return turnstile.pass(name, level)
    }
    expect([wait('little', 0), wait('first', 1), wait('second', 1)]).toEqual([false, false, false])
    for (const _ of [0, 1]) {
      jest.setSystemTime(Date.now() + 27_000)
      turnstile.pass('first', 0)
      turnstile.pass('second', 0)
    }
    // Room for one: the second one asks before the first, and does not get it; somebody new neither.
    expect([wait('new', 1), wait('second', 1), wait('first', 1)]).toEqual([false, false, true])
    jest.setSystemTime(Date.now() + 60_000)
    expect(wait('new', 1)).toBe(true)
  })
})

describe('the door stands open', () => {
  /** A message with its work, good for six mailboxes a minute: what comes to others is another report. */
  const aPiece = async (level = 0) => {
    const id = randomBytes(16).toString('hex')
    return { id, work: await workFor('submit', id, undefined, level) }
  }
  const sendTo = (piece: object) => submit(sealed, { ...piece, mailbox: randomBytes(32).toString('hex') })
  const anew = async (level = 0) => sendTo(await aPiece(level))

  test('what is refused uses no room (other keys, keys that are none, photos that did not come); so many from everybody together, then an honest word; a few minutes later they come through again, and with more work at once', async () => {
    laterBy(30)
    const { keys } = sealed.first as { keys: { id: string; wrapped: string }[] }
    const bad = [
      { keys: keys.map((key) => ({ ...key, id: 'f'.repeat(16) })) },
      { keys: keys.map((key) => ({ ...key, wrapped: randomBytes(128).toString('base64') })) },
      { parts: 5 },
      { office: 'elsewhere' },
    ]
    // More than there is room for.
    for (let i = 0; i < 80; i++) {
      const same = await aPiece()
      for (const over of bad) expect(await sendTo({ ...same, ...over })).toMatchObject({ error: { code: 'bad-input' } })
    }
    const before = await count(cloud.db, reports, {})
    for (let i = 0; i < 50; i++) {
      const same = await aPiece()
      for (let n = 0; n < 6; n++) expect(await sendTo(same)).toEqual(kept)
    }
    expect(await anew()).toEqual(refusal('busy', '现在送的人太多，您写的已经封好存在手机里，请过几分钟再按一次继续送'))
    expect(await count(cloud.db, reports, {})).toBe(before + 300)
    // Reading goes on.
    expect(await open(sealed.mailbox)).toHaveProperty('data')
    laterBy(1)
    const replies = []
    for (let i = 0; i < 21; i++) replies.push(await anew())
    expect(replies.map((reply) => 'data' in reply)).toEqual([...Array<boolean>(20).fill(true), false])
    expect(await anew(1)).toEqual(kept)
    expect(await anew(hardestWork)).toEqual(kept)
  })
})

test('parts without a message have a small room; further ones take somebody’s place by lot, and never that of a message that came', async () => {
  laterBy(30)
  const withPhoto = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 }, { photos: [random(5)] })
  await sendParts(withPhoto)
  expect(await submit(withPhoto)).toEqual(kept)
  const waiting = () => count(cloud.db, reportParts, { waiting: true })
  await insertMany(
    cloud.db,
    reportParts,
    Array.from({ length: mostWaiting - (await waiting()) }, (_, i) => ({
      _id: `m${i}/0`,
      message: `m${i}`,
      index: 0,
      day: '2026-10-20',
      sealed: '',
      waiting: true as const,
    })),
  )
  for (let i = 0; i < 4; i++)
    expect(
      await sendParts(await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 }, { photos: [random(5)] })),
    ).toEqual(Array(5).fill(kept))
  expect(await waiting()).toBeLessThanOrEqual(mostWaiting)
  expect(await count(cloud.db, reportParts, { message: withPhoto.id })).toBe(5)
})

describe('no road but HTTP leads here', () => {
  const input = async () => ({ mailbox: sealed.mailbox, page: 0, work: await workFor('open', sealed.mailbox) })
  const unknown = { error: { code: 'unknown-action', message: '这个版本太旧了，认不得这一步。请关掉后重新打开。' } }
  test('a call from WeChat, the operator’s, a timer’s, and nothing at all end like an unknown action', async () => {
    expect(await cloud.reply('report', 'open', await input(), { openid: 'somebody' })).toEqual(unknown)
    const operator = { action: 'open', input: await input(), operator: operatorProof(cloud.keys, 'open', await input(), Date.now()) }
    for (const event of [operator, { Type: 'Timer', TriggerName: 'open', Message: 'open' }, {}, null, undefined, 'open', []])
      expect(await main(event)).toEqual(unknown)
  })
  test('what is no JSON, and what there is not, is told in words; no reply has a number', async () => {
    for (const body of ['', 'x', '3', 'null', undefined])
      expect(await main({ httpMethod: 'POST', body })).toMatchObject({
        statusCode: 400,
        body: '{"error":{"code":"bad-input","message":"没有看懂这次请求。请关掉后重新打开再试。"}}',
      })
    for (const action of ['toString', '__proto__', 'reports', '', undefined])
      expect(await main({ httpMethod: 'POST', body: JSON.stringify({ action }) })).toMatchObject({
        statusCode: 400,
        body: JSON.stringify(unknown),
      })
  })
  test('a body in base64 is read as well', async () => {
    const body = Buffer.from(JSON.stringify({ action: 'open', input: await input() })).toString('base64')
    expect(await main({ httpMethod: 'POST', body, isBase64Encoded: true })).toMatchObject({ statusCode: 200 })
  })
})

test('parts that are sent too often wait a minute', async () => {
  const withPhoto = await sealedBy(cloud, await aHolder(), { kind: 'follow-up', what: '', photos: 0 }, { photos: [random(5)] })
  for (let i = 0; i < 6; i++) expect(await sendParts(withPhoto)).toEqual(Array(5).fill(kept))
  expect(await sendParts(withPhoto)).toEqual(Array(5).fill(refusal('busy', '送得太快了')))
})
