import { randomUUID } from 'node:crypto'
import type { StaffRow } from '#contract/office/staffing'
import { insert } from '#store/db/write'
import { workers, type Worker } from '#store/people/helpers'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aGrant, aHousehold, aPledgedAgency, aStaff, asStaff } from '../harness/people'
import { aClerk, askStaff, enrol, letIn, recordedBy, recordOf, tuesday } from './officers'

jest.setTimeout(60_000)
let cloud: Cloud
let town: As
let civil: As
let dataOffice: As
let dataHead: As
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  town = await asStaff(cloud, await aStaff(cloud, 'data-officer', { name: '周专员' }))
  civil = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId: 'civil-affairs', name: '郑专员' }))
  dataOffice = await asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId: 'data-office', name: '胡专员' }))
  dataHead = await asStaff(cloud, await aStaff(cloud, 'head', { agencyId: 'data-office', name: '胡主任' }))
})
afterAll(() => cloud.close())

const villageIn = (code: string) => cloud.county.towns.find((each) => each.code === code)!.villages[0]!.code
const here = () => villageIn('330328102')
const next = () => villageIn('330328101')
const aGridWorker = (over = {}) => ({ role: 'grid-worker', name: '王小二', agency: '南田镇人民政府', areas: [here()], ...over })
/** Somebody on a department's list. */
async function aWorker(role: Worker['role'], unit: string, name = '林建国'): Promise<string> {
  const _id = randomUUID()
  await insert(cloud.db, workers, {
    _id,
    digest: 'd',
    role,
    name,
    unit,
    post: null,
    phoneSealed: null,
    workerIndex: _id,
    importedAt: tuesday,
  })
  return _id
}
/** Refused in words, and on record as refused. */
async function refused(input: object, as: As, sentence: string): Promise<void> {
  const [entry] = await recordedBy(cloud, 'office.askStaff', () => expect(askStaff(cloud, input, as)).rejects.toThrow(sentence))
  expect(entry).toMatchObject({ granted: false })
}

describe('the data officer of a town', () => {
  test('invites grid workers for its villages and nobody else’s', async () => {
    const [entry] = await recordedBy(cloud, 'office.askStaff', () => askStaff(cloud, aGridWorker(), town))
    expect(entry).toMatchObject({ granted: true, actor: { name: '周专员', agencyId: 'town-330328102' }, reason: '王小二 grid-worker' })
    await refused(aGridWorker({ areas: [here(), next()] }), town, '只能邀请管本单位所辖村的网格员')
    await expect(askStaff(cloud, aGridWorker({ areas: [] }), town)).rejects.toThrow('网格员要写明管哪些村')
  })
  test('invites to the own agency only', () =>
    refused(aGridWorker({ agency: '百丈漈镇人民政府', areas: [next()] }), town, '只能邀请本单位的人'))
  test.each(['head', 'data-officer'])('makes no %s: nobody makes their own checker', (role) =>
    refused({ ...aClerk, role, agency: '南田镇政府' }, town, '由县数据管理单位邀请'),
  )
  test('makes no officer of another agency, but of the own', async () => {
    await refused(aClerk, town, '只能邀请本单位的人')
    const code = await letIn(cloud, { ...aClerk, agency: 'town-330328102' }, town, dataHead)
    expect((await enrol(cloud, code, 'town.clerk')).me).toMatchObject({ agency: '南田镇人民政府', role: 'officer' })
  })
})

describe('an agency without villages', () => {
  test('has no grid workers', () => refused(aGridWorker({ agency: '县民政局' }), civil, '只能邀请管本单位所辖村的网格员'))
  test('invites the cadres of its own list, under any spelling of its name', async () => {
    await askStaff(cloud, { ...aClerk, role: 'cadre', workerId: await aWorker('cadre', '文成县民政局') }, civil)
    await refused({ ...aClerk, role: 'cadre', workerId: await aWorker('cadre', '县农业农村局') }, civil, '台账里这个人不是本单位的')
    await refused({ ...aClerk, role: 'doctor', workerId: await aWorker('cadre', '县民政局') }, civil, '台账里这个人不是本单位的')
    for (const workerId of [undefined, '', 'nobody'])
      await expect(askStaff(cloud, { ...aClerk, role: 'cadre', workerId }, civil)).rejects.toThrow('要对上台账里的人')
  })
  test('finds only its own by name', async () => {
    const id = await aWorker('cadre', '民政局', '夏可寻')
    await aWorker('cadre', '县财政局', '夏可寻')
    expect(await cloud.call('office', 'findWorkers', { name: '夏 可寻' }, civil)).toEqual({
      workers: [{ id, name: '夏可寻', unit: '民政局', role: 'cadre' }],
    })
  })
})

describe('the county’s data office', () => {
  test.each(['head', 'data-officer'])('invites a %s for another agency, not for itself', async (role) => {
    await askStaff(cloud, { ...aClerk, role }, dataOffice)
    await refused({ ...aClerk, role, agency: '县数据管理中心' }, dataOffice, '由县数据管理单位邀请')
  })
  test('leaves the others’ officers and grid workers to them', async () => {
    await refused(aClerk, dataOffice, '只能邀请本单位的人')
    await refused(aGridWorker(), dataOffice, '只能邀请本单位的人')
  })
  test('cannot renew its own head’s code, nor its data officer the own', async () => {
    const head = await aStaff(cloud, 'head', { agencyId: 'data-office' })
    await refused({ staffId: head._id }, dataOffice, '由县数据管理单位邀请')
  })
})

test('an agency or a village that nobody knows is told by name', async () => {
  await expect(askStaff(cloud, { ...aClerk, agency: '县渔业局' }, civil)).rejects.toThrow('不认得单位“县渔业局”')
  await expect(askStaff(cloud, aGridWorker({ areas: [here(), '330328102999'] }), town)).rejects.toThrow('不认得村码 330328102999')
})

test('a new code for somebody of another agency, who left, or who never was: refused', async () => {
  const clerk = await aStaff(cloud, 'officer', { agencyId: 'civil-affairs' })
  await refused({ staffId: clerk._id }, town, '只能邀请本单位的人')
  const left = await aStaff(cloud, 'officer', { status: 'removed' })
  for (const staffId of [left._id, 'nobody'])
    await expect(askStaff(cloud, { staffId }, town)).rejects.toThrow('没有找到这个人，或者已经停用了')
})

describe('whoever is removed', () => {
  const remove = (id: string, as: As) => cloud.call<{ row: StaffRow }>('office', 'removeStaff', { id }, as)

  test('as a grid worker, sees nothing from the next request on, on WeChat and in the browser', async () => {
    const home = await aHousehold(cloud, { villageCode: here(), townCode: '330328102' })
    await cloud.call('identity', 'redeem', { code: await letIn(cloud, aGridWorker(), town, dataHead) }, { openid: 'wang' })
    const { staff } = await cloud.call<{ staff: StaffRow[] }>('office', 'staff', {}, town)
    const { id } = staff.find(({ role, state }) => role === 'grid-worker' && state === 'active')!
    const browser = await cloud.call<{ session: string }>('identity', 'redeem', {
      code: await letIn(cloud, { staffId: id }, town, dataHead),
    })
    const roads: As[] = [{ openid: 'wang' }, { session: browser.session }]
    const look = (as: As) =>
      cloud.call<{ kind: string }>('household', 'lookup', { token: home.token, purpose: 'visit', consent: 'self' }, as)
    for (const as of roads) expect(await look(as)).toMatchObject({ kind: 'household' })
    expect(await remove(id, town)).toMatchObject({ row: { state: 'removed', areas: [expect.any(String)] } })
    for (const as of roads) {
      expect(await look(as)).toMatchObject({ kind: 'stranger' })
      expect(await cloud.call('identity', 'me', {}, as)).toMatchObject({ signedIn: false })
    }
    expect(await recordOf(cloud, 'office.removeStaff')).toMatchObject([{ granted: true, actor: { name: '周专员' }, reason: '王小二' }])
  })
  test('as an officer, has nothing of their grants, nor of the agency’s', async () => {
    const { head } = await aPledgedAgency(cloud, 'education')
    const one = await aStaff(cloud, 'officer', { agencyId: 'education' })
    const [own, shared] = [await aGrant(cloud, one), await aGrant(cloud, one, { holder: 'agency:education' })]
    const as = await asStaff(cloud, one)
    const list = (grantId: string) => cloud.call('supervision', 'list', { grantId }, as)
    for (const { _id } of [own, shared]) await list(_id)
    await remove(one._id, await asStaff(cloud, head))
    for (const { _id } of [own, shared]) await expect(list(_id)).rejects.toThrow('sign-in')
    await expect(cloud.call('office', 'me', {}, as)).rejects.toThrow('sign-in')
  })
  test('is somebody else: nobody removes themselves, or people of another agency', async () => {
    const { head, dataOfficer } = await aPledgedAgency(cloud, 'health')
    for (const [who, by] of [
      [head, head],
      [head, await aStaff(cloud, 'head', { agencyId: 'water' })],
    ] as const) {
      const as = await asStaff(cloud, by)
      const [entry] = await recordedBy(cloud, 'office.removeStaff', () =>
        expect(remove(who._id, as)).rejects.toThrow('没有找到这个人，或者不归您管'),
      )
      expect(entry).toMatchObject({ granted: false })
    }
    expect((await remove(head._id, await asStaff(cloud, dataOfficer))).row).toMatchObject({ state: 'removed' })
    expect((await remove(dataOfficer._id, dataOffice)).row).toMatchObject({ state: 'removed' })
  })
  test('before they ever came, finds their code void', async () => {
    const code = await letIn(cloud, { ...aClerk, name: '不来了' }, civil, dataHead)
    const { staff } = await cloud.call<{ staff: StaffRow[] }>('office', 'staff', {}, civil)
    await remove(staff.find(({ name }) => name === '不来了')!.id, civil)
    await expect(enrol(cloud, code, 'too.late')).rejects.toThrow('邀请码不对')
  })
})

test('an agency sees its own people, the data office all', async () => {
  const agencies = async (as: As) =>
    new Set((await cloud.call<{ staff: StaffRow[] }>('office', 'staff', {}, as)).staff.map(({ agency }) => agency))
  expect(await agencies(civil)).toEqual(new Set(['县民政局']))
  expect((await agencies(dataOffice)).size).toBeGreaterThan(3)
})
