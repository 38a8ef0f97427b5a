import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aPledgedAgency } from '../harness/people'
import { findStaff, type Staff } from '#store/access/staff'
import { looking, settle } from './looking'
import { enrolled, laterBy, recordedBy, shownBy, signIn, stepUp, tuesday, type Enrolled } from './officers'

jest.setTimeout(60_000)
const here = '330328102'
let cloud: Cloud
let wu: Enrolled
let staff: Staff
let grantId: string
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  await aPledgedAgency(cloud)
  wu = await enrolled(cloud, 'wu.min')
  staff = (await findStaff(cloud.db, wu.staffId))!
  grantId = (await aGrant(cloud, staff, { area: here, parts: ['money', 'policies', 'members'] }))._id
  for (const headName of ['陈阿公', '=cmd|calc', '＝全角', '-减号', '"引号,逗号']) await settle(cloud, here, 0, { headName })
  await settle(cloud, here, 1, { category: 'destitute' })
})
afterAll(() => cloud.close())
const { export: take } = looking(() => cloud)

describe('a list is taken away', () => {
  test('only by somebody who has just shown the authenticator’s code again', async () => {
    await expect(take({ grantId }, wu.as)).rejects.toThrow('导出前请再输一次手机上的动态码')
    await stepUp(cloud, wu)
    laterBy(5)
    expect(await take({ grantId }, wu.as)).toMatchObject({ rows: 6 })
    laterBy(1)
    await expect(take({ grantId }, wu.as)).rejects.toThrow('导出前请再输一次手机上的动态码')
  })
  test('on the browser where it was shown, not on another of theirs', async () => {
    laterBy(1)
    const other = await signIn(cloud, wu)
    await stepUp(cloud, wu)
    await expect(take({ grantId }, { session: other.session })).rejects.toThrow('导出前请再输一次')
    await take({ grantId }, wu.as)
  })
  test('with a code of its own: that of the signing in is used up', async () => {
    laterBy(1)
    const { session } = await signIn(cloud, wu)
    await expect(cloud.call('office', 'stepUp', { totp: shownBy(wu.secret) }, { session })).rejects.toThrow('动态码不对，或者已经用过')
  })
  test('with a reason, and that is on record', async () => {
    await stepUp(cloud, wu)
    await expect(take({ grantId, reason: ' 用 ' }, wu.as)).rejects.toThrow('请写明导出做什么用')
    const [entry, ...more] = await recordedBy(cloud, 'supervision.export', () => take({ grantId, category: 'minimum-living' }, wu.as))
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      granted: true,
      reason: '报县里核对',
      area: here,
      rows: 5,
      householdId: null,
      purpose: 'funds-check',
      grantId,
      actor: { staffId: wu.staffId },
    })
  })
  test('as far as the grant goes', async () => {
    await stepUp(cloud, wu)
    for (const area of ['330328101', '3303281', ''])
      await expect(take({ grantId, area }, wu.as)).rejects.toThrow('这个地方不在授权的范围里')
    await expect(take({ grantId: 'made-up' }, wu.as)).rejects.toThrow('没有能用的授权')
    expect(await take({ grantId, category: 'destitute' }, wu.as)).toMatchObject({ rows: 1 })
  })
})

test('the file opens in a spreadsheet as Chinese text, and nothing in it runs', async () => {
  await stepUp(cloud, wu)
  const { csv, fileName } = await take({ grantId }, wu.as)
  expect(fileName).toMatch(/^文成县名单_\d{4}-\d{2}-\d{2}\.csv$/)
  expect(csv.startsWith('\uFEFF"地方","户主","类别","人数"\r\n')).toBe(true)
  const heads = csv
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split('","')[1]!)
  expect(heads).toHaveLength(6)
  expect(heads).toEqual(expect.arrayContaining([`'=********`, `'＝**`, `'-**`, '""*****', '陈**']))
})
