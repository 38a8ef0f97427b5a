import { act, type Act } from '#kernel/act'
import { abilityOf } from '#kernel/access/authorize'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { findById } from '#store/db/read'
import { insert } from '#store/db/write'
import { changeGrant, findGrant, grants, type Grant } from '#store/access/grants'
import type { Staff } from '#store/access/staff'
import { audit, type AuditRecord } from '#store/record/audit'
import { findEach } from '#store/db/read'
import { startCloud, type Cloud } from '../harness/cloud'
import { aStaff } from '../harness/people'

let cloud: Cloud
let [mine, colleague]: Staff[] = []
beforeAll(async () => {
  cloud = await startCloud()
  ;[mine, colleague] = [await aStaff(cloud, 'officer', { name: '吴科员' }), await aStaff(cloud, 'officer', { name: '钱科员' })]
})
afterAll(() => cloud.close())

const gone = '刚刚已经有人办了'
let serial = 0
const aRecord = async (): Promise<string> => {
  const _id = `grant ${serial++}`
  await insert(cloud.db, grants, { _id, status: 'asked', acknowledgedBy: null, why: '' } as unknown as Grant)
  return _id
}

/** What a request of this colleague's hands to an action. */
const asking = (staff: Staff): On => {
  const moment = now()
  const caller = { staff, ability: abilityOf({}, moment.today) }
  const call = { road: 'http', action: 'test', input: {} } as const
  return { ...environment(), moment, call, requestId: 'r', caller: () => Promise.resolve(caller) }
}

/** Refuses a grant, saying why. */
const refuse = (one: Staff, id: string, over: Partial<Act<Grant, Partial<Grant>>> = {}): Promise<Grant> =>
  act<Grant, Partial<Grant>>(asking(one), {
    action: 'test.refuse',
    find: () => findGrant(cloud.db, id),
    look: () => ({ about: { kind: 'grant', id } }),
    may: ({ status }) => status === 'asked',
    become: (_, { name }) => ({ status: 'refused', why: name }),
    change: (grant, to) => changeGrant(cloud.db, grant, to),
    gone: () => refusals.notFound(gone),
    ...over,
  })

const stored = (id: string) => findById(cloud.db, grants, id)
const recorded = async (id: string): Promise<AuditRecord[]> => findEach(cloud.db, audit, { 'about.id': id })

/** Lets so many pass only when all of them are there. */
function gate(many: number): () => Promise<void> {
  let [there, open] = [0, () => {}]
  const all = new Promise<void>((resolve) => (open = resolve))
  return () => (++there === many && open(), all)
}

test('is on record before the record is changed, and gives it as it then is', async () => {
  const id = await aRecord()
  let before: AuditRecord[] = []
  const changed = await refuse(mine!, id, {
    change: async (grant, to) => {
      before = await recorded(id)
      return changeGrant(cloud.db, grant, to)
    },
  })
  expect(before).toMatchObject([{ granted: true, action: 'test.refuse', actor: { staffId: mine!._id }, about: { kind: 'grant', id } }])
  expect(changed).toEqual(await stored(id))
  expect(changed).toMatchObject({ status: 'refused', why: '吴科员' })
})

test('of two colleagues at once exactly one does it, and the other is told; both tried, and that is on record', async () => {
  const id = await aRecord()
  const bothHaveRead = gate(2)
  const both = {
    become: async (_: Grant, { name }: Staff) => (await bothHaveRead(), { status: 'refused' as const, why: name }),
    late: () => refusals.notFound('有人快了一步'),
  }
  const tries = await Promise.allSettled([refuse(mine!, id, both), refuse(colleague!, id, both)])
  const [won, lost] = tries[0]!.status === 'fulfilled' ? [tries[0], tries[1]!] : [tries[1]!, tries[0]!]
  expect([won.status, lost.status]).toEqual(['fulfilled', 'rejected'])
  expect((lost as PromiseRejectedResult).reason).toMatchObject({ code: 'not-found', message: '有人快了一步' })
  expect(await stored(id)).toEqual((won as PromiseFulfilledResult<Grant>).value)
  expect((await recorded(id)).map(({ actor }) => actor.name).sort()).toEqual(['吴科员', '钱科员'])
  await expect(refuse(mine!, id)).rejects.toThrow(gone)
})

test('where it cannot be recorded, nothing is changed', async () => {
  const id = await aRecord()
  const collection = cloud.db.collection.bind(cloud.db)
  const broken = jest
    .spyOn(cloud.db, 'collection')
    .mockImplementation((name) => (name === 'audit' ? ({ add: () => Promise.reject(new Error('disk full')) } as never) : collection(name)))
  await expect(refuse(mine!, id)).rejects.toThrow('disk full')
  broken.mockRestore()
  expect(await stored(id)).toMatchObject({ status: 'asked' })
  expect(await recorded(id)).toEqual([])
})

test('whoever may not do it is refused, which is on record; what is not there and what is not theirs answer alike', async () => {
  const id = await aRecord()
  const told = async (which: string) => {
    const error = await refuse(mine!, which, { may: () => false }).then(
      () => undefined,
      ({ code, message }: { code: string; message: string }) => ({ code, message }),
    )
    const [entry, ...more] = await recorded(which)
    expect(more).toEqual([])
    const { _id: _entry, at: _at, seal: _seal, about, ...rest } = entry!
    expect(about).toEqual({ kind: 'grant', id: which })
    return { error, rest }
  }
  const forbidden = await told(id)
  expect(forbidden).toMatchObject({ error: { code: 'not-found', message: gone }, rest: { granted: false } })
  expect(await told('made up')).toEqual(forbidden)
  expect(await stored(id)).toMatchObject({ status: 'asked' })
})

test('a colleague who sees it is told who may', async () => {
  const id = await aRecord()
  const whoMay = () => refusals.notAllowed('县民政局的一把手')
  await expect(refuse(mine!, id, { may: () => false, whoMay })).rejects.toThrow('由县民政局的一把手来办')
  await expect(refuse(mine!, 'nowhere', { whoMay })).rejects.toThrow(gone)
})

test('what was given may speak against it: refused, on record as that, and nothing is changed', async () => {
  const id = await aRecord()
  const become = () => {
    throw refusals.badInput('请写一句为什么')
  }
  await expect(refuse(mine!, id, { become })).rejects.toThrow('请写一句为什么')
  expect(await recorded(id)).toMatchObject([{ granted: false }])
  expect(await stored(id)).toMatchObject({ status: 'asked' })
})

test('a fault of ours is no refusal: it passes through, and nothing is changed', async () => {
  const id = await aRecord()
  const become = () => {
    throw new TypeError('ours')
  }
  await expect(refuse(mine!, id, { become })).rejects.toThrow(TypeError)
  expect(await recorded(id)).toEqual([])
  expect(await stored(id)).toMatchObject({ status: 'asked' })
})
