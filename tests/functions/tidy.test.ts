import { accounts, invitations } from '#store/access/accounts'
import { bindings, tries } from '#store/access/bindings'
import { count, findEach } from '#store/db/read'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, aStaff, asFarmer, asStaff, boundOpenid, signedIn } from '../harness/people'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.close())
afterEach(() => jest.useRealTimers())

test('what was for the moment goes after a week; what belongs to somebody stays', async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  const home = await aHousehold(cloud)
  const farmer = await asFarmer(cloud, home)
  await signedIn(cloud, {}, '2026-10-21T00:00:00.000Z')
  await asStaff(cloud, await aStaff(cloud, 'officer'))
  await boundOpenid(cloud, 'openid-of-a-farmer', { person: { personId: home.headId, boundOn: '2026-10-12' } })
  await cloud.operate('invite', { token: home.token })
  await cloud.call('identity', 'bindStart', { token: home.token, idTail: '12345X', phoneTail: '1234' })
  expect(await cloud.operate('tidy', {}, 'patrol')).toMatchObject({ removed: 1 })

  onlyTheClockIsFake('2026-10-29T02:00:00Z')
  await cloud.operate('tidy', {}, 'patrol')
  const counts = await Promise.all([invitations, bindings, tries].map((of) => count(cloud.db, of as typeof tries, {})))
  expect(counts).toEqual([0, 0, 0])
  expect((await findEach(cloud.db, accounts, {})).map(({ person, staffId }) => [person !== null, staffId !== null]).sort()).toEqual([
    [false, true],
    [true, false],
    [true, false],
  ])
  expect(await cloud.call('household', 'mine', {}, farmer)).toMatchObject({ relation: 'self' })
})
