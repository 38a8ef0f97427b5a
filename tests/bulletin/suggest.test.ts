import type { OutputOf } from '#contract/call/action'
import type { bulletin, SuggestionStatus } from '#contract/bulletin/actions'
import { collections } from '#store/all'
import { find } from '#store/db/read'
import { remove } from '#store/db/write'
import { suggestions } from '#store/public/suggestions'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { laterBy, tuesday } from '../office/officers'
import { resealAll } from '../keys/resealing'

jest.setTimeout(60_000)
const openid = 'o-speaker-9911'
const [words, contact] = ['村口的路灯坏了三个月，晚上看不见路', '160 1122 3344 陈阿婆']
type Sent = OutputOf<typeof bulletin.suggest>
let cloud: Cloud
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
})
afterAll(() => cloud.close())
afterEach(() => laterBy(10))

const suggest = (input: object = {}, as?: As) => cloud.call<Sent>('bulletin', 'suggest', { words, ...input }, as)
const statusOf = (receipt: string, as?: As) => cloud.call<SuggestionStatus>('bulletin', 'suggestion', { receipt }, as)

test('over HTTP and WeChat alike: a receipt, and the day by which somebody takes it up', async () => {
  const sent = [await suggest(), await suggest({ contact, place: cloud.county.towns[2]!.villages[0]!.code }, { openid })]
  for (const { receipt, dueOn } of sent)
    expect([receipt, dueOn]).toEqual([expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{12}$/) as string, '2026-10-25'])
  expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(2)
})

test('neither words, nor contact, nor receipt, nor who sent it or when stands anywhere in clear', async () => {
  const { receipt } = await suggest({ contact }, { openid })
  const kept = JSON.stringify(
    await Promise.all(collections.map(async ({ name }) => (await cloud.db.collection(name).limit(1000).get()).data)),
  )
  for (const trace of [words, contact, '16011223344', '陈阿婆', receipt, openid]) expect(kept).not.toContain(trace)
  expect(JSON.stringify(await find(cloud.db, suggestions, {}))).not.toMatch(/T\d\d:/)
})

test('by its receipt however it is typed, by anybody who holds it', async () => {
  const { receipt } = await suggest()
  const received = { state: 'received', receivedOn: expect.any(String) as string, dueOn: expect.any(String) as string, isPublic: false }
  for (const typed of [
    receipt,
    receipt.toLowerCase(),
    ` ${receipt.slice(0, 4)}-${receipt.slice(4, 8)}－${receipt.slice(8)} `,
    receipt.replace(/0/g, 'o').replace(/1/g, 'l'),
  ])
    expect(await statusOf(typed)).toEqual(received)
  expect(await statusOf(receipt, { openid })).toEqual(received)
})

test('a receipt that there is not, or that is none, says how to go on', async () => {
  for (const typed of ['ABCDEFGHJKMN', '123', '身份证'])
    await expect(statusOf(typed)).rejects.toThrow('not-found: 没有找到这个回执号。请对照')
})

test('too short, too long: in words; a place that the county does not have is left out, the suggestion is not lost', async () => {
  await expect(suggest({ words: '不好' })).rejects.toThrow('bad-input: 请多写几个字')
  await expect(suggest({ words: '长'.repeat(501) })).rejects.toThrow('bad-input: 最多 500 个字')
  await remove(cloud.db, suggestions, {})
  await suggest({ place: '330328102999' })
  expect(await find(cloud.db, suggestions, {})).toMatchObject([{ place: null }])
})

test('a flood is stopped before it reaches the database, and ends', async () => {
  await remove(cloud.db, suggestions, {})
  const replies = await Promise.all(Array.from({ length: 100 }, () => cloud.reply<Sent>('bulletin', 'suggest', { words })))
  const refused = replies.flatMap((reply) => ('error' in reply ? [reply.error] : []))
  expect(refused.length).toBeGreaterThanOrEqual(30)
  for (const error of refused) expect(error).toEqual({ code: 'busy', message: expect.stringContaining('您写的字还在这部手机上') as string })
  expect((await find(cloud.db, suggestions, {})).length).toBe(100 - refused.length)
  laterBy(5)
  await suggest()
})

test('a receipt from before a new root key opens it before, during and after the re-sealing', async () => {
  await remove(cloud.db, suggestions, {})
  const old = (await suggest({ contact })).receipt
  cloud.addRootKey()
  const later = (await suggest()).receipt
  const answer = async () => Promise.all([old, later].map(async (receipt) => (await statusOf(receipt)).state))
  expect(await answer()).toEqual(['received', 'received'])
  expect((await resealAll(cloud)).remaining).toBe(0)
  expect(await answer()).toEqual(['received', 'received'])
  for (const { receipt, wordsSealed } of await find(cloud.db, suggestions, {})) expect([receipt[0], wordsSealed[0]]).toEqual(['2', '2'])
})

test('sent again with the same key, one after the other or at once, it is one with one receipt; other words or another key are another one', async () => {
  const key = 'a1'.repeat(16)
  const before = (await find(cloud.db, suggestions, {})).length
  const sent = [await suggest({ key }), ...(await Promise.all([suggest({ key }), suggest({ key })]))]
  expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(1)
  expect(sent.map(({ dueOn }) => dueOn)).toEqual(Array(3).fill(sent[0]!.dueOn))
  expect((await find(cloud.db, suggestions, {})).length).toBe(before + 1)
  const others = [await suggest({ key, words: `${words}，还有下水道` }), await suggest({ key: 'b2'.repeat(16) }), await suggest()]
  expect(new Set([...sent, ...others].map(({ receipt }) => receipt)).size).toBe(4)
  expect(JSON.stringify(await find(cloud.db, suggestions, {}))).not.toContain(key)
})
