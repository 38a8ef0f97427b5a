import { householdParts, type HouseholdPart } from '#domain/register/register'
import type { Staff } from '#store/access/staff'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aPledgedAgency, aStaff, asFarmer, asStaff } from '../harness/people'
import { looking, settle, type Page } from './looking'
import { recordedBy, tuesday } from './officers'

jest.setTimeout(60_000)
const [here, next] = ['330328102', '330328101']
let cloud: Cloud
let wu: Staff
let as: As
let homes: Record<'first' | 'second' | 'destitute' | 'left' | 'elsewhere', Awaited<ReturnType<typeof settle>>>
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  await aPledgedAgency(cloud)
  wu = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs', name: '吴科员' })
  as = await asStaff(cloud, wu)
  homes = {
    first: await settle(cloud, here),
    second: await settle(cloud, here, 1),
    destitute: await settle(cloud, here, 1, { category: 'destitute', headName: '阿依·古丽' }),
    left: await settle(cloud, here, 0, { onRegister: false }),
    elsewhere: await settle(cloud, next),
  }
})
afterAll(() => cloud.close())
const { list, file } = looking(() => cloud)
const under = async (over: Parameters<typeof aGrant>[2] = {}) =>
  (await aGrant(cloud, wu, { area: here, parts: ['money', 'policies', 'members'], ...over }))._id
const ids = ({ rows }: Page) => rows.map(({ id }) => id).sort()
const idsOf = (...names: (keyof typeof homes)[]) => names.map((name) => homes[name]._id).sort()

describe('a list has the households of the grant’s area that are on the register, and no other', () => {
  test('a county’s', async () =>
    expect(ids(await list({ grantId: await under({ area: '330328' }) }, as))).toEqual(idsOf('first', 'second', 'destitute', 'elsewhere')))
  test('a town’s', async () => expect(ids(await list({ grantId: await under() }, as))).toEqual(idsOf('first', 'second', 'destitute')))
  test('a village’s', async () =>
    expect(ids(await list({ grantId: await under({ area: homes.first.villageCode }) }, as))).toEqual(idsOf('first')))
  test('of a category', async () => {
    const page = await list({ grantId: await under(), category: 'destitute' }, as)
    expect(page).toEqual({
      rows: [
        { id: homes.destitute._id, head: '阿****', place: expect.stringContaining('南田镇') as string, category: '特困户', people: 1 },
      ],
      total: 1,
    })
  })
  test('with a column for what the grant names, and no other', async () => {
    const row = async (parts: HouseholdPart[]) => Object.keys((await list({ grantId: await under({ parts }) }, as)).rows[0]!).sort()
    expect(await row(['money'])).toEqual(['head', 'id', 'place'])
    expect(await row(['policies'])).toEqual(['category', 'head', 'id', 'place'])
    expect(await row(['members'])).toEqual(['head', 'id', 'people', 'place'])
  })
  test('not by category where the grant does not name it: to ask is to be told', async () => {
    const grantId = await under({ parts: ['money', 'members'] })
    const [entry] = await recordedBy(cloud, 'supervision.list', () =>
      expect(list({ grantId, category: 'destitute' }, as)).rejects.toThrow('不能按类别找'),
    )
    expect(entry).toMatchObject({ granted: false, grantId })
  })
  test('of a village within', async () =>
    expect(ids(await list({ grantId: await under(), area: homes.second.villageCode }, as))).toEqual(idsOf('second', 'destitute')))
})

describe('a place that the grant does not cover, or that is none, is refused', () => {
  test.each([
    ['the next town', next],
    ['the whole county', '330328'],
    ['nothing', ''],
    ['half a village', '3303281022'],
    ['a tail', `${here}~`],
    ['a digit too many', `${here}0`],
  ])('%s', async (_, area) => {
    const grantId = await under()
    const [entry] = await recordedBy(cloud, 'supervision.list', () =>
      expect(list({ grantId, area }, as)).rejects.toThrow('这个地方不在授权的范围里'),
    )
    expect(entry).toMatchObject({ granted: false, grantId, area: null, rows: null })
  })
  test('half a code is no way round the record that farmers read', async () => {
    // 3303281 would cover every town of the county's first hundred, and no farmer's village is known by it.
    const grantId = await under({ area: '330328' })
    await expect(list({ grantId, area: '3303281' }, as)).rejects.toThrow('这个地方不在授权的范围里')
    await list({ grantId, area: here }, as)
    const looks = await cloud.call<{ looks: { kind: string; unit: string }[] }>(
      'household',
      'looks',
      {},
      await asFarmer(cloud, homes.first),
    )
    expect(looks.looks[0]).toMatchObject({ kind: 'list', unit: '县民政局' })
  })
})

test('a list is on record as the question that was asked: place, purpose, grant, how many rows; no household', async () => {
  const grantId = await under({ fields: ['id-number'] })
  const [entry, ...more] = await recordedBy(cloud, 'supervision.list', () => list({ grantId, area: homes.second.villageCode }, as))
  expect(more).toEqual([])
  expect(entry).toMatchObject({
    granted: true,
    actor: { staffId: wu._id, agencyId: 'civil-affairs' },
    area: homes.second.villageCode,
    rows: 2,
    purpose: 'funds-check',
    grantId,
    householdId: null,
    personId: null,
    parts: [],
    fields: [],
    emergency: false,
  })
})

test('a look without a grant that counts is refused in one sentence, and on record', async () => {
  const colleague = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' })
  const theirs = (await aGrant(cloud, colleague))._id
  for (const grantId of [theirs, 'made-up', await under({ status: 'revoked' })]) {
    const [entry] = await recordedBy(cloud, 'supervision.list', () => expect(list({ grantId }, as)).rejects.toThrow('没有能用的授权'))
    expect(entry).toMatchObject({ granted: false, grantId, rows: null })
    await expect(file({ grantId, householdId: homes.first._id }, as)).rejects.toThrow('没有能用的授权')
  }
})

test('page after page gives each of 120 households once, by place', async () => {
  const crowded = '330328103'
  for (let i = 0; i < 120; i++) await settle(cloud, crowded, i % 3, { headName: `户主${i}` })
  const grantId = await under({ area: crowded, parts: [...householdParts] })
  const pages: Page[] = []
  const entries = await recordedBy(cloud, 'supervision.list', async () => {
    for (let after: string | undefined; pages.length === 0 || after !== undefined; after = pages.at(-1)!.next)
      pages.push(await list({ grantId, ...(after !== undefined && { after }) }, as))
  })
  const rows = pages.flatMap((page) => page.rows)
  expect(pages.map((page) => [page.rows.length, page.total])).toEqual([
    [50, 120],
    [50, 120],
    [20, 120],
  ])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(120)
  expect(new Set(rows.map(({ place }) => place)).size).toBe(3)
  // Villages do not mix: each is one run of rows.
  expect(rows.filter(({ place }, i) => place !== rows[i - 1]?.place)).toHaveLength(3)
  expect(entries.map((entry) => entry.rows).sort()).toEqual([20, 50, 50])
})
