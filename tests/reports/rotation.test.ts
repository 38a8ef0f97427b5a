import { digests, versionOf } from '#kernel/seal/seal'
import { find, findEach } from '#store/db/read'
import { reports } from '#store/reports/reports'
import { startCloud, type Cloud } from '../harness/cloud'
import { resealAll, resealOnce, versionsIn } from '../keys/resealing'
import { aHolder, dataOf, phone, type Holder } from './a-reporter'
import { anOffice, type Office } from './an-office'

jest.setTimeout(60_000)
let cloud: Cloud
let county: Office
const { report, followUp, read, open, submit } = phone(() => cloud)
beforeAll(async () => {
  cloud = await startCloud()
  county = await anOffice(cloud, 'county')
})
afterAll(() => cloud.close())

const seenBy = async ({ keys }: Holder) => dataOf(await open(keys.mailbox))
const known = async ({ keys }: Holder) =>
  (await find(cloud.db, reports, { mailbox: { $in: digests(cloud.keys, 'mailbox', keys.mailbox) } })).map(({ _id }) => _id)

test('a mailbox opens before, during and after each rotation, for nobody who asks is there a difference to see', async () => {
  const [old, unknown] = [await aHolder(), await aHolder()]
  const sealed = await report(old)
  const { id } = (await county.inbox())[0]!
  await county.accept(id)
  await county.act('transferReport', id, { caseNo: '立9号' })
  const before = [await seenBy(old), await seenBy(unknown)]
  for (const version of ['2', '3']) {
    cloud.addRootKey()
    expect([await seenBy(old), await seenBy(unknown)]).toEqual(before)
    // Written meanwhile, under the new key; the old one's retry and follow-up find it where it stands.
    const young = await aHolder()
    await report(young)
    dataOf(await submit(sealed))
    await followUp(old, `第 ${version} 版`)
    expect([await known(old), (await known(young)).length]).toEqual([[id], 1])
    await resealOnce(cloud, 1)
    expect([await seenBy(old), await seenBy(unknown)]).toEqual(before)
    expect((await resealAll(cloud)).remaining).toBe(0)
    expect([await seenBy(old), await seenBy(unknown)]).toEqual(before)
    expect(await known(old)).toEqual([id])
    expect((await read(young)).note).toBeDefined()
    expect(Object.keys(await versionsIn(cloud.db))).toEqual([version])
    expect((await findEach(cloud.db, reports, {})).map(({ mailbox }) => versionOf(mailbox))).toEqual(Array(Number(version)).fill(version))
    expect((await county.file(id)).row).toMatchObject({ caseNo: '立9号', unanswered: Number(version) - 1 })
  }
})
