import { rehearsalOver } from '#store/db/rehearsal/rehearsal'
import { findStaff } from '#store/access/staff'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type Cloud } from '../harness/cloud'
import { aGrant, aPledgedAgency } from '../harness/people'
import { importByHand } from '../intake/by-hand'
import { enrolled, stepUp, type Enrolled } from '../office/officers'
import { cadreOf, exitsOf, registerOf } from '../register/village'
import { numberOf } from '../intake/made'
import { taking } from './taking'

jest.setTimeout(120_000)
let cloud: Cloud
let wu: Enrolled
let grantId: string
beforeAll(async () => {
  onlyTheClockIsFake('2026-11-20T02:00:00.000Z')
  cloud = await startCloud()
  await aPledgedAgency(cloud)
  wu = await enrolled(cloud, 'wu.min')
  const staff = (await findStaff(cloud.db, wu.staffId))!
  const parts = ['money', 'policies', 'members', 'helpers'] as const
  grantId = (await aGrant(cloud, staff, { area: '330328', parts: [...parts], fields: ['name', 'id-number', 'phone'] }))._id
  await registerOf(
    cloud,
    '2026-10-10',
    {
      members: [
        [1, '甲一', '户主'],
        [2, '甲二', '配偶'],
        [3, '甲三', '子'],
      ],
    },
    { members: [[4, '乙一', '户主']], category: '低保' },
    {
      members: [
        [5, '丙一', '户主'],
        [6, '丙二', '母亲'],
      ],
      village: '岭脚村',
    },
  )
  await cadreOf(cloud, 1, '甲一', '王干部')
  await stepUp(cloud, wu)
})
afterAll(() => cloud.close())
const { take } = taking(() => cloud)

test('the register that was taken away, taken in again, changes nothing', async () => {
  const { bytes, lines } = await take({ grantId }, wu.as)
  expect(lines.filter((line) => line[10] === numberOf(1) || line[11] === numberOf(1))).toHaveLength(1)
  const rehearsal = rehearsalOver(cloud.db)
  const said = await importByHand(cloud, ['在册名册.xlsx', bytes], { cursor: null }, { db: rehearsal.db, chunkRows: 500, rehearsed: true })
  expect(said).toMatchObject({ kind: 'register', quarantined: 0, accepted: 6 })
  const touched = rehearsal.changes().filter(({ collection, before, after }) => {
    const plain = (one: object | null) => JSON.stringify({ ...one, importedAt: '', listedOn: '' })
    return ['persons', 'households', 'register_events', 'codes'].includes(collection) && plain(before) !== plain(after)
  })
  expect(touched).toEqual([])
})

test('who left in a time, and who came, one a row with day and reason; nobody of another time', async () => {
  await exitsOf(cloud, [3, '甲三', '2026-10-15'])
  const asked = { grantId, table: 'exited', from: '2026-10-01', until: '2026-10-31' }
  const { lines } = await take(asked, wu.as)
  expect(lines.slice(4, -1)).toHaveLength(1)
  expect(lines[4]).toEqual(expect.arrayContaining(['甲三', numberOf(3), '大峃镇', '去世', '死亡']))
  expect((await take({ ...asked, table: 'recognised' }, wu.as)).lines.slice(4, -1)).toHaveLength(6)
  expect((await take({ grantId }, wu.as)).lines.at(-2)!.slice(8, 10)).toEqual([3 * 762, 5])
  await expect(take({ ...asked, from: '2026-11-01', until: '2026-11-30' }, wu.as)).rejects.toThrow('一行也没有')
  await expect(take({ ...asked, from: '2026-11-02', until: '2026-11-01' }, wu.as)).rejects.toThrow('从哪天到哪天')
})
