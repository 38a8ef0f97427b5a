import { fen } from '#domain/money/money'
import type { Month } from '#domain/time/dates'
import { randomBytes, randomUUID } from 'node:crypto'
import type { OfficerFile } from '#contract/supervision/actions'
import type { HouseholdPart } from '#domain/register/register'
import { blindIndex, seal } from '#kernel/seal/seal'
import { insert, update } from '#store/db/write'
import { payments } from '#store/money/money'
import { households } from '#store/people/register'
import type { Staff } from '#store/access/staff'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aContact, aDividend, aGrant, aPledgedAgency, aStaff, asStaff, impossibleId } from '../harness/people'
import { aVitalEvent } from '../harness/told'
import { looking, settle } from './looking'
import { recordedBy, tuesday } from './officers'

jest.setTimeout(60_000)
const [here, next] = ['330328102', '330328101']
const [phone, card] = ['16077665544', '6200000099887766554']
let cloud: Cloud
let wu: Staff
let as: As
let home: Awaited<ReturnType<typeof settle>>
let elsewhere: typeof home
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  await aPledgedAgency(cloud)
  wu = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '吴科员' })
  as = await asStaff(cloud, wu)
  ;[home, elsewhere] = [await settle(cloud, here), await settle(cloud, next)]
  await Promise.all([
    aContact(cloud, home.headId, phone),
    aDividend(cloud, home._id),
    paid('2026-09', `62000000${randomBytes(5).toString('hex')}`),
    paid('2026-10', card),
  ])
})
afterAll(() => cloud.close())
const { file } = looking(() => cloud)
const under = async (over: Parameters<typeof aGrant>[2] = {}) => (await aGrant(cloud, wu, { area: here, ...over }))._id
/** What was due on a card in a month; that of the newest month is the one in use. */
function paid(month: Month, number: string): Promise<void> {
  const { keys, db } = cloud
  return insert(db, payments, {
    _id: randomUUID(),
    digest: 'd',
    importId: 'test',
    importedAt: tuesday,
    personId: home.headId,
    householdId: home._id,
    forWhom: null,
    programme: 'minimum-living',
    month,
    period: month,
    dueFen: fen(76200),
    accountName: '陈阿公',
    cardSealed: seal(keys, number),
    cardIndex: blindIndex(keys, 'card', number),
  })
}
const valuesOf = ({ numbers }: OfficerFile) => Object.fromEntries((numbers[0]?.values ?? []).map(({ field, value }) => [field, value]))

test('by its id and by anybody’s identity number in it, it is the same file', async () => {
  const grantId = await under()
  const byId = await file({ grantId, householdId: home._id }, as)
  expect(byId).toMatchObject({
    file: { kind: 'household', relation: 'officer', head: '陈**', can: { own: false, confirm: false } },
    grant: { id: grantId },
  })
  expect(await file({ grantId, idNumber: ` ${home.idNumber.toLowerCase()} ` }, as)).toEqual(byId)
})

test('what other departments’ lists say happened to its people stands beside it, with where they say it; only with the part members', async () => {
  await aVitalEvent(cloud, home.headId)
  await aVitalEvent(cloud, elsewhere.headId)
  const shown = await file({ grantId: await under({ parts: ['members'] }), householdId: home._id }, as)
  expect(shown.told).toEqual([
    {
      ...{ name: '陈**', relation: '户主', kind: 'died', on: '2026-08-17', onIs: 'happened' },
      source: { agency: '县公安局', day: '2026-10-10', sheet: '(csv)', row: 16 },
    },
  ])
  expect(JSON.stringify(shown)).not.toMatch(/肺部感染|上海/)
  expect((await file({ grantId: await under({ parts: ['money'] }), householdId: home._id }, as)).told).toEqual([])
})

test('it has the parts of the grant and no other', async () => {
  for (const parts of [['money'], ['dividends', 'members'], ['helpers']] as const) {
    const { file: seen } = await file({ grantId: await under({ parts: [...parts] }), householdId: home._id }, as)
    expect(['money', 'dividends', 'awards', 'policies', 'helpers', 'members'].filter((part) => part in seen).sort()).toEqual(
      [...parts].sort(),
    )
    expect(seen.can.see).toEqual(parts)
  }
})

test('who else lives there is told where the grant names the part, not by their numbers otherwise', async () => {
  const family = await settle(cloud, here)
  const wife = await settle(cloud, here)
  await update(
    cloud.db,
    households,
    { _id: family._id },
    { $set: { members: [...family.members, { personId: wife.headId, name: '李阿婆', relation: '配偶' }] } },
  )
  const told = async (parts: HouseholdPart[]) =>
    (await file({ grantId: await under({ parts, fields: ['id-number'] }), householdId: family._id }, as)).numbers.map(
      ({ name, relation }) => [name, relation],
    )
  expect(await told(['members'])).toEqual([
    ['陈**', '户主'],
    ['李**', '配偶'],
  ])
  expect(await told(['money'])).toEqual([['陈**', '户主']])
})

test('on which list the household stands is of its policies, and the head’s full name of no part', async () => {
  const seenBy = async (parts: HouseholdPart[]) =>
    file({ grantId: await under({ parts, fields: ['id-number'] }), householdId: home._id }, as)
  for (const parts of [['money'], ['dividends'], ['helpers'], ['members']] as const)
    expect(JSON.stringify(await seenBy([...parts]))).not.toMatch(/"category"|陈阿公/)
  expect((await seenBy(['policies'])).file).toMatchObject({ category: '低保户', head: '陈**' })
})

describe('personal numbers', () => {
  test('are not there, nor any end of them, unless the grant names the field', async () => {
    const reply = await file({ grantId: await under(), householdId: home._id }, as)
    expect(reply.numbers).toEqual([])
    for (const number of [home.idNumber, phone, card]) expect(JSON.stringify(reply)).not.toContain(number.slice(-4))
  })
  test.each([
    ['id-number', () => home.idNumber],
    ['phone', () => phone],
    ['card', () => card],
  ] as const)('in full: %s, which is on record; of the others nothing', async (field, number) => {
    const grantId = await under({ fields: [field] })
    const seen: OfficerFile[] = []
    const [entry] = await recordedBy(cloud, 'supervision.file', async () => seen.push(await file({ grantId, householdId: home._id }, as)))
    expect(valuesOf(seen[0]!)).toEqual({ [field]: number() })
    expect(entry).toMatchObject({
      granted: true,
      fields: [field],
      parts: ['money', 'members'],
      grantId,
      householdId: home._id,
      purpose: 'funds-check',
      area: null,
    })
  })
})

test('a household that is not covered, one that is none, and nobody’s number answer alike to the letter, and are on record', async () => {
  const grantId = await under()
  const asked = [
    { householdId: elsewhere._id },
    { idNumber: elsewhere.idNumber },
    { householdId: randomUUID() },
    { idNumber: impossibleId() },
    {},
  ]
  const replies: string[] = []
  const entries = await recordedBy(cloud, 'supervision.file', async () => {
    for (const input of asked)
      replies.push(JSON.stringify({ ...(await cloud.reply('supervision', 'file', { grantId, ...input }, as)), requestId: '' }))
  })
  expect(replies[0]).toContain('没有找到这一户，或者不在这条授权的范围里')
  expect(new Set(replies).size).toBe(1)
  expect(entries.map(({ granted }) => granted)).toEqual([false, false, false, false, false])
  expect(entries.filter(({ householdId }) => householdId === elsewhere._id)).toHaveLength(2)
})

test('a grant for one village opens no household of the next', async () => {
  const grantId = await under({ area: home.villageCode })
  const neighbour = await settle(cloud, here, 1)
  await expect(file({ grantId, householdId: neighbour._id }, as)).rejects.toThrow('没有找到这一户')
})
