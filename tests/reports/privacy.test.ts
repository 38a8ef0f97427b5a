import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { toHex } from '#domain/sealing/bytes'
import { main } from '#functions/report/index'
import { wechatContext } from '#local/host/http-event'
import { collections } from '#store/all'
import type { Stored } from '#store/db/collection'
import { find, findEach } from '#store/db/read'
import { reportParts } from '#store/reports/parts'
import { reportTallies } from '#store/reports/tallies'
import { reports } from '#store/reports/reports'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { asStaff, aStaff } from '../harness/people'
import { firstMessage } from '../sealing/people'
import { aHolder, phone, sealedBy, today, workFor } from './a-reporter'
import { anOffice, type Office } from './an-office'

jest.setTimeout(60_000)
/** Twenty-three minutes past nine in the evening, in the county. */
const moment = '2026-10-20T13:23:47.619Z'
/** Everything that could say who it was, or what was said. */
const planted = {
  openid: 'oPlantedOpenid0123456789abcd',
  unionid: 'uPlantedUnionid',
  ip: '203.0.113.77',
  forwarded: '198.51.100.23',
  agent: 'PlantedPhone/9.1 (HUAWEI)',
  phone: '16077665544',
  sentence: '李会计把儿子的名字写进了低保名单',
  answer: '请把那张名单再拍一次',
}
const secrets = new Map<string, string>(Object.entries(planted))
const said: string[] = []
const replies: string[] = []

let cloud: Cloud
let county: Office
let reportId: string
let parts: string[]
const spies: jest.SpyInstance[] = []
const hear = (...words: unknown[]) =>
  void said.push(
    words
      .map((word) =>
        word instanceof Error ? `${word.stack} ${JSON.stringify(word)}` : typeof word === 'string' ? word : JSON.stringify(word),
      )
      .join(' '),
  )

beforeAll(async () => {
  onlyTheClockIsFake(moment)
  cloud = await startCloud()
  county = await anOffice(cloud, 'county')
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    spies.push(jest.spyOn(console, name).mockImplementation(hear))
  for (const stream of [process.stdout, process.stderr])
    spies.push(
      jest.spyOn(stream, 'write').mockImplementation(((text: string | Uint8Array) => {
        hear(String(text))
        return true
      }) as never),
    )
  // Somebody who is known here, with a session: an officer who reports on the own house.
  const known = await asStaff(cloud, await aStaff(cloud, 'officer'))
  secrets.set('session', (known as { session: string }).session)
  await journey((known as { session: string }).session)
  secrets
    .set('time', moment)
    .set('clock', '13:23')
    .set('county clock', '21:23')
    .set('ms', String(Date.parse(moment)))
    .set('s', String(Date.parse(moment)).slice(0, 10))
})
afterAll(async () => {
  jest.useRealTimers()
  for (const spy of spies) spy.mockRestore()
  await cloud.close()
})

/** A phone inside WeChat with everything about it, on every road there is; the office answers; the phone asks again. */
async function journey(session: string) {
  const headers = {
    'x-forwarded-for': planted.forwarded,
    'x-real-ip': planted.forwarded,
    'user-agent': planted.agent,
    'x-wx-openid': planted.openid,
    cookie: `session=${session}`,
    authorization: `Bearer ${session}`,
  }
  const context = wechatContext(planted.openid, 'test-county')
  const through = async (action: string, input: object) => {
    const event = {
      httpMethod: 'POST',
      path: '/api/report',
      headers,
      queryStringParameters: { openid: planted.openid },
      userInfo: { openId: planted.openid, unionId: planted.unionid },
      requestContext: { sourceIp: planted.ip, requestId: planted.unionid },
      body: JSON.stringify({ action, input }),
    }
    const reply = (
      await (main as (event: unknown, context: unknown) => Promise<{ body: string }>)(event, { ...context, request_id: planted.unionid })
    ).body
    replies.push(reply, JSON.stringify(await cloud.reply('report', action, input, { openid: planted.openid })))
    return JSON.parse(reply) as { data?: unknown; error?: unknown }
  }
  const holder = await aHolder()
  secrets
    .set('receipt', holder.receipt)
    .set('mailbox', holder.keys.mailbox)
    .set('answers key', toHex(holder.keys.answers))
    .set('note key', toHex(holder.keys.note))
  const message = firstMessage({ what: `${planted.sentence}，打 ${planted.phone}`, answers: toHex(holder.keys.answers) })
  const sealed = await sealedBy(cloud, holder, message, { photos: [new Uint8Array(Buffer.from(planted.sentence.repeat(900)))] })
  parts = sealed.parts
  for (const [index, part] of sealed.parts.entries())
    await through('part', { message: sealed.id, index, sealed: part, work: await workFor('part', `${sealed.id}/${index}`) })
  for (let i = 0; i < 2; i++)
    expect(await through('submit', { ...sealed.first, work: await workFor('submit', sealed.id) })).toEqual({ data: { kept: true } })

  reportId = (await county.inbox())[0]!.id
  expect(await county.read(reportId)).toEqual([{ ...message, photos: 1 }])
  await county.act('acceptReport', reportId, { category: 'other' }, { kind: 'accepted', words: planted.answer })
  const more = await sealedBy(cloud, holder, { kind: 'follow-up', what: planted.sentence, photos: 0 })
  await through('follow', { ...more.further, work: await workFor('follow', more.id) })
  await through('open', { mailbox: holder.keys.mailbox, page: 0, work: await workFor('open', holder.keys.mailbox) })
  await county.act('closeReport', reportId, { outcome: 'partly' }, { kind: 'closed', words: planted.answer })

  // What is refused, and what goes wrong: each with all of it in its hands.
  await through('submit', { ...sealed.first, sealed: planted.sentence, work: await workFor('submit', sealed.id) })
  await through('submit', { ...sealed.first, work: { day: today(), done: planted.phone.padEnd(64, '0') } })
  await through('open', { mailbox: planted.phone, page: 0, work: {} })
  await through(planted.sentence, { [planted.sentence]: planted.phone })
  replies.push(
    (await (main as (event: unknown) => Promise<{ body: string }>)({ httpMethod: 'POST', headers, body: planted.sentence })).body,
  )
  await faults(through, sealed, more)
}

/** Faults of the database, whose messages quote what it was asked. */
async function faults(
  through: (action: string, input: object) => Promise<{ error?: unknown }>,
  sealed: { id: string; mailbox: string; first: object },
  more: { id: string; further: object },
) {
  const { ground } = await import('#kernel/call/ground')
  const { db } = ground()
  const whole = db.collection.bind(db)
  const quote = new Error(`${planted.sentence} ${JSON.stringify(planted)} ${sealed.mailbox}`)
  for (const fault of [
    quote,
    Object.assign(new Error(quote.message), { code: 'DATABASE_REQUEST_FAILED' }),
    { code: planted.sentence, message: planted.phone },
    planted.sentence,
  ]) {
    onlyTheClockIsFake(new Date(Date.now() + 60_000).toISOString())
    db.collection = () => {
      throw fault
    }
    for (const [action, input] of [
      ['submit', { ...sealed.first, work: await workFor('submit', sealed.id) }],
      ['follow', { ...more.further, work: await workFor('follow', more.id) }],
      ['open', { mailbox: sealed.mailbox, page: 0, work: await workFor('open', sealed.mailbox) }],
    ] as const) {
      expect(await through(action, input)).toMatchObject({ error: { code: 'internal' } })
    }
    db.collection = whole
  }
  onlyTheClockIsFake(moment)
}

/** The secrets that stand in a text, or in bytes, as they are, in hex or in base64. */
const foundIn = (bytes: Buffer | string): string[] => {
  const whole = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes)
  return [...secrets]
    .filter(([, secret]) =>
      [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64').replace(/=+$/, '')].some((text) =>
        whole.includes(text),
      ),
    )
    .map(([name]) => name)
}
const rowsOf = async (of: (typeof collections)[number]) => JSON.stringify(await findEach<Stored>(cloud.db, of, {}))
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

describe('the search finds what is there', () => {
  test('each secret, in each of the places that are searched', async () => {
    for (const [name, secret] of secrets) {
      expect(foundIn(`… ${secret} …`)).toContain(name)
      expect(foundIn(Buffer.from(`\0${Buffer.from(secret).toString('base64')}\0`))).toContain(name)
    }
    console.warn('a control', { in: 'the log' })
    process.stderr.write('another control\n')
    expect(said.join('\n')).toMatch(/a control \{"in":"the log"\}\n(.*\n)*another control/)
  })
  test('what must be kept is kept, in rows and in files', async () => {
    const [row] = await find(cloud.db, reports, {})
    expect(row!._id).toBe(reportId)
    const files = filesIn(cloud.dataDir).map((path) => readFileSync(path))
    for (const control of [reportId, row!.letters[0]!.sealed.slice(100, 200), parts[4]!.slice(-100), row!.mailbox])
      expect(files.some((bytes) => bytes.includes(control))).toBe(true)
    expect(await rowsOf(reports as never)).toContain(row!.letters[1]!.sealed.slice(0, 100))
  })
})

describe('nothing that says who it was, or what was said, is found', () => {
  test('in any line of the log, though there were faults', () => {
    const lines = said.filter((line) => !line.includes('control'))
    const of = (fault: string) => JSON.stringify({ level: 'error', function: 'report', fault })
    expect(lines.filter((line) => line.includes('report'))).toEqual([
      ...Array<string>(3).fill(of('Error')),
      ...Array<string>(3).fill(of('Error DATABASE_REQUEST_FAILED')),
      ...Array<string>(6).fill(of('fault')),
    ])
    expect(lines.filter((line) => foundIn(line).length > 0)).toEqual([])
    expect(lines.filter((line) => line.includes(reportId))).toEqual([])
  })

  test('in any row of any collection: of the session and the times only what the officers’ own work left', async () => {
    const found: Record<string, string[]> = {}
    for (const of of collections) found[of.name] = foundIn(await rowsOf(of))
    expect(Object.fromEntries(Object.entries(found).filter(([, names]) => names.length > 0))).toEqual({
      // Who looked at the post, and when: officers, not the reporter.
      audit: ['time', 'clock'],
    })
  })

  test('in any file of the gateway, the journal of the database too', () => {
    const files = filesIn(cloud.dataDir)
    expect(files.some((path) => path.endsWith('-wal'))).toBe(true)
    const found = new Set(files.flatMap((path) => foundIn(readFileSync(path))))
    expect([...found].filter((name) => !['time', 'clock'].includes(name))).toEqual([])
  })

  test('in any reply', () => {
    expect(replies.length).toBeGreaterThan(30)
    expect(replies.filter((reply) => foundIn(reply).length > 0)).toEqual([])
    expect(replies.filter((reply) => /requestId|sourceIp/.test(reply))).toEqual([])
  })
})

test('rows bear a day and no time, random ids and no number that runs', async () => {
  const [report, ...others] = await find(cloud.db, reports, {})
  expect(others).toEqual([])
  const { note, letters, ...rest } = report!
  expect(rest).toEqual({
    _id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    mailbox: expect.stringMatching(/^1\.[\w-]{22}$/) as string,
    office: 'county',
    receivedOn: '2026-10-20',
    letterCount: 4,
    state: 'closed',
    category: 'other',
    dueOn: null,
    outcome: 'partly',
    closedOn: '2026-10-20',
    destroyOn: '2027-04-18',
    caseSealed: null,
  })
  expect(note).toHaveLength(320)
  for (const letter of letters) {
    expect(Object.keys(letter).sort()).toEqual(['announced', 'by', 'day', 'id', 'keys', 'sealed'])
    expect([letter.day, letter.id]).toEqual(['2026-10-20', expect.stringMatching(/^[0-9a-f]{32}$/)])
  }
  for (const part of await findEach(cloud.db, reportParts, {})) {
    const { message, index, sealed, ...partRest } = part
    expect(partRest).toEqual({ _id: `${message}/${index}`, day: '2026-10-20' })
    expect(sealed).toHaveLength(parts[0]!.length)
  }
  expect(await find(cloud.db, reportTallies, {})).toEqual([])
})

test('whoever has the whole database and all root keys cannot read it, nor tell which mailbox an id of another’s belongs to', async () => {
  const { digests, open } = await import('#kernel/seal/seal')
  const [report] = await find(cloud.db, reports, {})
  for (const { sealed, keys } of report!.letters)
    for (const text of [sealed, ...keys.map(({ wrapped }) => wrapped)]) expect(() => open(cloud.keys, text)).toThrow()
  expect(digests(cloud.keys, 'mailbox', secrets.get('mailbox')!)).toEqual([report!.mailbox])
  expect(digests(cloud.keys, 'mailbox', randomBytes(32).toString('hex'))).not.toEqual([report!.mailbox])
})

test('two who report the same on the same day leave nothing in common', async () => {
  const { report, read } = phone(() => cloud)
  const [one, other] = [await aHolder(), await aHolder()]
  for (const holder of [one, other]) await report(holder, { what: planted.sentence, answers: toHex(holder.keys.answers) })
  const [first, second] = (await find(cloud.db, reports, { state: 'new' })).map((row) =>
    JSON.stringify([
      row.note,
      row.mailbox,
      row._id,
      row.letters.map(({ id, sealed, keys }) => [id, sealed, keys.map(({ wrapped }) => wrapped)]),
    ]),
  )
  const chunks = first!.match(/[\w+/-]{24}/g)!
  expect(chunks.length).toBeGreaterThan(400)
  expect(chunks.filter((chunk) => second!.includes(chunk))).toEqual([])
  expect((await read(one)).note).toEqual((await read(other)).note)
})
