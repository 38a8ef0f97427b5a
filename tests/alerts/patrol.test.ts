import type { Finding } from '#domain/alerts/finding'
import { patrollingOver } from '#affairs/alerts/patrolling'
import type { Watch } from '#affairs/alerts/watch'
import type { KindOfJob } from '#kernel/jobs/kind'
import { workOn } from '#kernel/jobs/work'
import { find, findEach } from '#store/db/read'
import { insert, remove } from '#store/db/write'
import { imports } from '#store/intake/intake'
import { alertEvents, alerts } from '#store/work/alerts'
import { askFor, findJob, jobs } from '#store/work/jobs'
import { startCloud, type Cloud } from '../harness/cloud'

/** The job that runs the detectors. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  await Promise.all([remove(cloud.db, alerts, {}), remove(cloud.db, alertEvents, {}), remove(cloud.db, jobs, {})])
})
afterEach(() => jest.restoreAllMocks())

const found = (id: string): Finding => ({
  subject: { kind: 'person', id },
  agencyId: 'civil-affairs',
  why: '排了两次。',
  records: [],
  facts: [id],
})
/** Scopes with what is found in them; a scope that is not there any more finds nothing. */
const watching = (facts: Record<string, string[]>, over: Partial<Watch> = {}): Watch => ({
  detectors: ['duplicate_payment'],
  scopes: () => Promise.resolve(Object.keys(facts)),
  look: (_, scope) => Promise.resolve({ duplicate_payment: (facts[scope] ?? []).map(found) }),
  ...over,
})
const run = async (watch: Watch[], id = 'test') => {
  await askFor(cloud.db, { _id: id, kind: 'alerts', input: {}, askedAt: new Date().toISOString() })
  return workOn([patrollingOver(watch) as KindOfJob], { until: Date.now() + 20_000, leaseMs: 400 }, id)
}
const standing = async () => (await findEach(cloud.db, alerts, {})).map(({ subject, state }) => `${subject.id} ${state}`).sort()

test('scope after scope, to a result; a scope that is gone takes its alerts with it', async () => {
  expect(await run([watching({ '2026-09': ['a'], '2026-10': ['b', 'c'] })])).toMatchObject({
    state: 'done',
    result: { raised: 3, gone: 0 },
  })
  expect(await run([watching({ '2026-10': ['b'] })], 'again')).toMatchObject({ state: 'done', result: { raised: 0, same: 1, gone: 2 } })
  expect(await standing()).toEqual(['a gone', 'b found', 'c gone'])
})

test('a detector that cannot tell leaves what there is', async () => {
  await run([watching({ '2026-09': ['a'] })])
  await run([watching({ '2026-09': [] }, { look: () => Promise.resolve({}) })], 'again')
  expect(await standing()).toEqual(['a found'])
})

test('scopes in which nothing is found and nothing was open cost no request each', async () => {
  let looks = 0
  const watch = watching(Object.fromEntries(Array.from({ length: 30 }, (_, i): [string, string[]] => [`2026-09-${i}`, []])), {
    look: () => Promise.resolve({ duplicate_payment: looks++ > 0 ? [] : [found('a')] }),
  })
  await run([watch])
  looks = 1
  const { requests } = await cloud.rounds.of(() => run([watch], 'again'))
  expect([looks, await standing()]).toEqual([31, ['a gone']])
  expect(requests).toBeLessThan(20)
})

test('a worker that dies in a chunk: whoever comes after does it again and goes on', async () => {
  let deaths = 2
  const dying = watching(
    { '2026-08': ['a'], '2026-09': ['b'], '2026-10': ['c'] },
    {
      look: (_, scope) => {
        if (scope !== '2026-08' && deaths-- > 0) return Promise.reject(new Error('died'))
        return Promise.resolve({ duplicate_payment: [found(scope)] })
      },
    },
  )
  let job = await run([dying])
  while (job?.state === 'waiting' || !job) job = await run([dying])
  expect(job.result).toMatchObject({ raised: 3 })
  expect(await standing()).toEqual(['2026-08 found', '2026-09 found', '2026-10 found'])
})

test('the timer runs it once a day, and again when a file was taken in', async () => {
  const tick = () => cloud.operate<{ worked: boolean }>('alerts', {}, 'patrol')
  expect(await tick()).toEqual({ worked: true, more: false })
  expect(await findJob(cloud.db, 'alerts')).toMatchObject({ state: 'done' })
  expect(await tick()).toEqual({ worked: false, more: false })
  const at = new Date().toISOString()
  await insert(cloud.db, imports, { _id: 'f', fileName: 'f', fileID: 'f', kind: 'payment-plan', status: 'done', result: null, at })
  expect(await tick()).toEqual({ worked: true, more: false })
  expect(await tick()).toEqual({ worked: false, more: false })
  expect(await find(cloud.db, jobs, {})).toHaveLength(1)
})
