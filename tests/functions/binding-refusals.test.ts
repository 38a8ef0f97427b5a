import { newCodeId, signCode } from '#kernel/access/code-signer'
import { bindings } from '#store/access/bindings'
import { find } from '#store/db/read'
import { update } from '#store/db/write'
import { codes } from '#store/people/register'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, asWorker, signedIn } from '../harness/people'
import { aHouseholdWithPhone, aMember } from './family'
import { bindConfirm, bindStart, wrong, type Started, type Tails } from './steps'

/** What a guesser sees: nothing of what was wrong, nor whether anything was. */
let cloud: Cloud
let worker: As
beforeAll(async () => {
  cloud = await startCloud()
  worker = await asWorker(cloud, 'grid-worker', { areas: [cloud.county.towns[0]!.villages[0]!.code] })
})
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

/** Each way to be wrong, from a household of its own so that no limit is met; `right` beside them. */
async function ways(): Promise<Record<string, Tails>> {
  const homes = await Promise.all(Array.from({ length: 8 }, () => aHouseholdWithPhone(cloud)))
  const [right, id, phone, both, crossed, other, revoked, mistyped] = homes
  const phoneless = await aHousehold(cloud)
  await update(cloud.db, codes, { _id: revoked!.codeId }, { $set: { status: 'revoked' } })
  return {
    right: right!,
    'another ID number': { ...id!, idTail: wrong(id!.idTail) },
    'another phone': { ...phone!, phoneTail: wrong(phone!.phoneTail) },
    'both other': { ...both!, idTail: wrong(both!.idTail), phoneTail: wrong(both!.phoneTail) },
    'another household’s ID number': { ...crossed!, idTail: other!.idTail },
    'a revoked card': revoked!,
    'a mistyped card': { ...mistyped!, token: mistyped!.token.slice(0, -1) + (mistyped!.token.endsWith('0') ? '1' : '0') },
    'a card that does not exist': { ...right!, token: signCode(cloud.keys, newCodeId()) },
    'a household without a registered phone': { token: phoneless.token, idTail: phoneless.idNumber.slice(-6), phoneTail: '0000' },
  }
}

/** The answer over HTTP as it goes out. */
async function raw({ token, idTail, phoneTail }: Tails, session?: string) {
  const { main } = await import('#functions/identity/index')
  const headers = { 'content-type': 'application/json', ...(session && { authorization: `Bearer ${session}` }) }
  return (await main(
    {
      httpMethod: 'POST',
      path: '/api/identity',
      headers,
      requestContext: { sourceIp: '127.0.0.1' },
      body: JSON.stringify({ action: 'bindStart', input: { token, idTail, phoneTail } }),
    },
    {},
  )) as { statusCode: number; headers: object; body: string }
}

const dataOf = ({ body }: { body: string }) => (JSON.parse(body) as { data: Started }).data

test('right or wrong in whatever way: same status, headers, shape and length; the confirmation alone tells', async () => {
  const told: Record<string, string> = {}
  const answers = new Set<string>()
  for (const [way, tails] of Object.entries(await ways())) {
    const answer = await raw(tails)
    const data = dataOf(answer)
    answers.add(
      JSON.stringify([answer.statusCode, answer.headers, Buffer.byteLength(answer.body), Object.keys(data), data.until, data.code.length]),
    )
    told[way] = await bindConfirm(cloud, worker, tails.token, data.code).then(
      ({ kind }) => kind,
      (error: Error) => error.message.slice(0, 14),
    )
  }
  expect(answers.size).toBe(1)
  const { right, ...others } = told
  expect(right).toBe('bound')
  expect(new Set(Object.values(others))).toEqual(new Set(['not-found: 对不上']))
})

test('a revoked card binds nobody, also when the worker scans another card of the household', async () => {
  const home = await aHouseholdWithPhone(cloud)
  const member = await aMember(cloud, home)
  await update(cloud.db, codes, { _id: home.codeId }, { $set: { status: 'revoked' } })
  await expect(bindConfirm(cloud, worker, member.token, (await bindStart(cloud, home)).code)).rejects.toThrow('not-found: 对不上')
})

/**
 * What each way costs, as `rounds/requests`. On a busy machine rounds run into each other or break apart now and then: then the
 * usual count of up to five goes.
 */
async function costs(how: string): Promise<Set<string>> {
  const seen = new Map<string, string[]>()
  const usual = (list: string[]) =>
    [...list].sort((a, b) => list.filter((one) => one === b).length - list.filter((one) => one === a).length)[0]!
  const told = () => new Set([...seen.values()].map(usual))
  for (let time = 0; time === 0 || (told().size > 1 && time < 5); time++) {
    for (const [way, tails] of Object.entries(await ways())) {
      const as: As =
        how === 'with a session' ? await signedIn(cloud) : how.startsWith('on WeChat') ? { openid: `first ${time} ${way}` } : 'stranger'
      const { rounds, requests } = await cloud.rounds.of(() => bindStart(cloud, tails, as))
      seen.set(way, [...(seen.get(way) ?? []), `${rounds}/${requests}`])
    }
  }
  return told()
}

test.each(['in a browser for the first time', 'with a session', 'on WeChat for the first time'])(
  'the same database requests in as many rounds, %s',
  async (how) => {
    expect([...(await costs(how))]).toHaveLength(1)
  },
  60_000,
)

test.each([
  ['12345', '1234', '身份证号的最后 6 位'],
  ['1234567', '1234', '身份证号的最后 6 位'],
  ['12X456', '1234', '身份证号的最后 6 位'],
  ['123456', '123', '手机号的最后 4 位'],
  ['123456', '12345', '手机号的最后 4 位'],
])('what cannot be a tail (%s, %s) is said, and counts as no try', async (idTail, phoneTail, words) => {
  const home = await aHouseholdWithPhone(cloud)
  const phone = await signedIn(cloud)
  for (let i = 0; i < 6; i++)
    await expect(bindStart(cloud, { token: home.token, idTail, phoneTail }, phone)).rejects.toThrow(`bad-input: ${words}`)
  expect(await bindConfirm(cloud, worker, home.token, (await bindStart(cloud, home, phone)).code)).toMatchObject({ kind: 'bound' })
})

test('what was filled in is nowhere in the reply, and the digits and the tails are nowhere in the database', async () => {
  const home = await aHouseholdWithPhone(cloud, {}, '16055559876')
  const tails = { ...home, idTail: '135790' }
  const answer = await raw(tails)
  for (const secret of ['135790', '9876', home._id, home.headId]) expect(answer.body.replace(/"session":"[^"]*"/, '')).not.toContain(secret)
  const kept = await find(cloud.db, bindings, { householdId: home._id })
  expect(kept).toMatchObject([{ matches: false, usedAt: null }])
  for (const secret of ['135790', '9876"', `"${dataOf(answer).code}"`]) expect(JSON.stringify(kept)).not.toContain(secret)
})
