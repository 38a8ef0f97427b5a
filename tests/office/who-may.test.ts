import { onlyTheClockIsFake } from '../harness/fake-clock'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { aHousehold, aPledgedAgency, asStaff, aStaff } from '../harness/people'
import { draft } from '../publishing/desk'
import { tuesday } from './officers'

/** Whoever is turned away from the work of others hears whose it is: a post and a unit, also where nothing may show what there is. */
let cloud: Cloud
let officer: As
let worker: As
let elsewhere: As
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  await aPledgedAgency(cloud, 'civil-affairs')
  officer = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' }))
  worker = await asStaff(cloud, await aStaff(cloud, 'cadre'))
  elsewhere = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId: 'town-330328100' }))
}, 30_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

const dataOffice = '县数据管理中心的一把手或管理专员'

test.each<[string, () => Promise<unknown>, string]>([
  ['a post of the own unit', () => cloud.call('office', 'staff', {}, officer), '由县民政局的一把手或管理专员来办'],
  [
    'the grid worker, for a phone',
    () => cloud.call('identity', 'bindConfirm', { token: 'x', code: '123456' }, worker),
    '由管这个村、这一户的网格员来办',
  ],
  [
    'who approves grants, for a file',
    () => cloud.call('supervision', 'list', { grantId: 'x' }, officer),
    `由县民政局的一把手，或${dataOffice}来批`,
  ],
  ['who takes back a grant', () => cloud.call('office', 'revokeGrant', { id: 'x', why: '查完了' }, officer), `或${dataOffice}来收回`],
  ['whose wish it is', () => cloud.call('office', 'withdrawStaff', { id: 'x' }, officer), '由提的人，或者要邀请的那位本人来收回'],
  [
    'who checks an article',
    () => cloud.call('office', 'decideArticle', { id: 'x', version: 1, publish: true, why: '' }, officer),
    `由写的单位另一个人，或${dataOffice}来审`,
  ],
  ['who changes an article', () => cloud.call('office', 'saveArticle', { id: 'x', ...draft }, officer), '由写的单位的人来改'],
  [
    'who answers a suggestion',
    () => cloud.call('office', 'answerSuggestion', { id: 'x', words: '已经请人去看了，下周修好' }, officer),
    '由县数据管理中心来定；答复由分到的单位来写',
  ],
  [
    'who answers a request',
    () => cloud.call('supervision', 'answer', { id: 'x', words: '已经改好了' }, officer),
    '由收到这一件的单位的人来答复',
  ],
  ['whose post reports are', () => cloud.call('supervision', 'reports', { open: true }, officer), '由县纪委县监委、市纪委市监委的人来办'],
  [
    'who keeps the originals',
    () => cloud.call('intake', 'original', { sha256: '0'.repeat(64), part: 0, reason: '核对原件' }, elsewhere),
    '由县数据管理中心的管理专员来办',
  ],
  [
    'whose counter serves a card',
    async () => cloud.call('office', 'card', { token: (await aHousehold(cloud, { villageCode: '330328102201' })).token }, elsewhere),
    '别处的卡，由那个村的乡镇，或县数据管理中心的管理专员或工作人员来办',
  ],
])('is told %s', async (_, asked, who) => {
  await expect(asked()).rejects.toThrow(who)
})
