import fc from 'fast-check'
import type { Chunk, KindOfJob } from '#kernel/jobs/kind'
import { answersJobBy } from '#affairs/batches/answers/job'
import { draftJobBy } from '#affairs/batches/draft/job'
import { freezeJobBy } from '#affairs/batches/frozen/freeze-job'
import { handOverJobBy } from '#affairs/batches/frozen/hand-over-job'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { find, findEach } from '#store/db/read'
import { payments } from '#store/money/money'
import { households } from '#store/people/register'
import { answerTo } from '../batches/bank'
import { startCloud, type Cloud } from '../harness/cloud'
import { failingAfter } from '../harness/cut-off'
import { asFarmer } from '../harness/people'
import { exitsOf } from '../register/village'
import { aCounty, answered, asked, batchesIn, fileOf, holds, linesIn, planned, today, tomorrow, type Real } from './county'

/**
 * In any sequence of what people, banks, farmers and crashes do, no cent is made or lost. RUNS: how many sequences; a failing one prints
 * its seed and path, to be given again as SEED and AT; SAY tells how often what was done.
 */
let cloud: Cloud
const happened = new Map<string, number>()
beforeAll(async () => (cloud = await startCloud()), 60_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

type Step = (real: Real, n: number) => Promise<unknown>
const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]
const words = '核对过材料'

const steps: Record<string, Step> = {
  plan: (real, n) =>
    planned(
      real,
      [1, 2, 3, 4].map((i) => ((n >> i) % 5 === 0 ? 0 : 50_000 + i + (n % 3) * 100)),
    ),
  async draft({ desk }, n) {
    const [row] = await find(cloud.db, payments, {}, { limit: 1 })
    return row && asked(n % 3 === 0 ? desk.draft({ from: 'returned' }) : desk.draft({ importId: row.importId }))
  },
  async redraft(real, n) {
    const draft = pick(await batchesIn(real, 'draft'), n)
    return draft && asked(real.desk.ask('redraftBatch', { id: draft._id }).then(real.desk.done))
  },
  async decide(real, n) {
    const draft = pick(await batchesIn(real, 'draft'), n)
    if (!draft) return undefined
    const { rows } = await real.desk.lines(draft._id)
    const line = pick(rows, n >> 2)
    const act = pick(['pay', 'hold', 'leaveOut'], n)
    return line && asked(real.desk.ask('decideLines', { id: draft._id, lineIds: [line.id], count: 1, act, words }))
  },
  async approveTwiceAtOnce(real, n) {
    const draft = pick(await batchesIn(real, 'draft'), n)
    if (!draft) return undefined
    await real.desk.decideAll(draft._id)
    if (!(await asked(fileOf(real, draft).then((file) => real.desk.submit(file))))) return false
    const { row } = await fileOf(real, draft)
    const approve = () => asked(real.desk.ask('approveBatch', { id: row.id, words, ...row.totals }, real.desk.as.head))
    const done = await Promise.all([approve(), approve()])
    // What came since it was drafted (another plan, a receipt, a death) is looked at first: sent back and drafted anew it goes through.
    if (!done.some(Boolean)) {
      await real.desk.ask('sendBackBatch', { id: row.id, words }, real.desk.as.head)
      await real.desk.done(await real.desk.ask('redraftBatch', { id: row.id }))
      await real.desk.decideAll(row.id)
      const again = await fileOf(real, draft)
      if (!(await asked(real.desk.submit(again)))) return false
      const { totals } = (await fileOf(real, draft)).row
      await real.desk.ask('approveBatch', { id: row.id, words, ...totals }, real.desk.as.head)
    } else expect(done.filter(Boolean)).toHaveLength(1)
    return real.desk.done(await fileOf(real, draft))
  },
  async reset(real, n) {
    const frozen = pick(await batchesIn(real, 'frozen'), n)
    if (!frozen) return undefined
    await asked(real.desk.ask('askResetBatch', { id: frozen._id, words }, real.desk.as.data))
    return asked(real.desk.ask('decideResetBatch', { id: frozen._id, words, act: 'reset' }, real.desk.as.head).then(real.desk.done))
  },
  async handOver(real, n) {
    const frozen = pick(await batchesIn(real, 'frozen'), n)
    if (!frozen) return undefined
    const before = await fileOf(real, frozen)
    const file = before.can.includes('bankFile') ? await real.desk.makeFile(before) : before
    // What became known since it was approved waits for a second person.
    const lines = file.row.undecided
    if (lines > 0 && (await asked(real.desk.ask('confirmBatch', { id: frozen._id, words, lines }, real.desk.as.head))))
      return asked(real.desk.makeFile(await fileOf(real, frozen)).then((made) => real.desk.handOver(made, today(real))))
    return asked(real.desk.handOver(file, today(real)))
  },
  async cancel(real, n) {
    const draft = pick(await batchesIn(real, 'draft', 'review'), n)
    return draft && asked(real.desk.ask('cancelBatch', { id: draft._id, words }, real.desk.as.head).then(real.desk.done))
  },
  /** Of each line: credited, refused, words nobody knows, or nothing; beside them a line that is nobody's. */
  async receipt(real, n) {
    const sent = pick(await batchesIn(real, 'sent', 'answered'), n)
    if (!sent) return undefined
    const day = today(real).replaceAll('-', '')
    const said = (serial: number) => pick([undefined, 'E101|户名不符|', 'ZZ9|转手工处理|', null, undefined], (n >> 2) + serial)
    const stray = n % 2 === 0 ? [`99|6200000012345678901|毛阿四|312.50|0000|交易成功|${day}`] : []
    real.files.push(await answerTo(cloud, real.desk, await fileOf(real, sent), day, said, stray))
    return answered(real)
  },
  async sameReceiptAgain(real, n) {
    const file = pick(real.files, n)
    if (file === undefined) return undefined
    await cloud.importBytes(`回执再来_${n}.txt`, Buffer.from(file))
    return answered(real)
  },
  async mend(real, n) {
    const line = pick(await linesIn(real, 'refused', 'returned'), n)
    if (!line) return undefined
    const card = `62000000999999999${['90', '82', '74'][n % 3]!}`
    await asked(real.desk.onLine('mendLine', line._id, { accountName: line.accountName, card }, real.desk.as.data))
    return asked(real.desk.onLine('decideMend', line._id, { act: n % 4 ? 'agreeMend' : 'refuseMend' }, real.desk.as.head))
  },
  async giveUp(real, n) {
    const line = pick(await linesIn(real, 'refused', 'mended'), n)
    if (!line) return undefined
    await asked(real.desk.onLine('giveUpLine', line._id, { act: 'askGiveUp' }, real.desk.as.data))
    return asked(real.desk.onLine('giveUpLine', line._id, { act: 'giveUp' }, real.desk.as.head))
  },
  async recover(real, n) {
    const line = pick(await linesIn(real, 'credited'), n)
    return line && asked(real.desk.onLine('recoverLine', line._id, {}, real.desk.as.head))
  },
  async tookBack(real, n) {
    const line = pick(await linesIn(real, 'recovering'), n)
    return line && asked(real.desk.onLine('tookBackLine', line._id, { amountFen: n % 2 ? line.amountFen : 1 + n }))
  },
  async unrecoverable(real, n) {
    const line = pick(await linesIn(real, 'recovering'), n)
    return line && asked(real.desk.onLine('unrecoverableLine', line._id, {}, real.desk.as.data))
  },
  async farmerSays(_, n) {
    const row = pick(await findEach(cloud.db, payments, {}), n)
    const [home] = row ? await findEach(cloud.db, households, { _id: row.householdId! }) : []
    if (!row || !home) return undefined
    const said = pick(['received', 'not-received'], n)
    return asked(cloud.call('household', 'confirmMoney', { paymentId: row._id, said }, await asFarmer(cloud, home)))
  },
  dies: (real, n) => exitsOf(cloud, [1 + (n % 4), `陈${'甲乙丙丁'[n % 4]!}`, today(real)]),
  /** Long work beside a batch is killed before its n-th write, and done again. */
  async crash(real, n) {
    const batch = pick(await batchesIn(real, 'draft', 'frozen', 'sent', 'answered'), n)
    if (!batch) return undefined
    const kinds = { draft: draftJobBy(2), frozen: freezeJobBy(2), sent: handOverJobBy(2), answered: answersJobBy(2) }
    const kind = kinds[batch.state as keyof typeof kinds] as unknown as KindOfJob<object, object, unknown>
    const input = { batchId: batch._id, round: batch.round, seen: '' }
    for (const writes of [n % 7, Infinity])
      for (let cursor: object | null = null; ;) {
        const on = { ...environment(), county: cloud.county, db: failingAfter(cloud.db, writes), moment: now() }
        const chunk: Chunk<object, unknown> | void = await kind.chunk(on, { id: 'crash', input, cursor }).catch((error: unknown) => {
          expect((error as Error).message).toBe('cut off')
        })
        if (!chunk || 'result' in chunk) break
        cursor = chunk.next
      }
    return true
  },
}

class Does implements fc.AsyncCommand<object, Real> {
  constructor(
    private readonly what: string,
    private readonly n: number,
  ) {}
  check = () => true
  async run(_: object, real: Real): Promise<void> {
    tomorrow(real)
    const came = await steps[this.what]!(real, this.n)
    if (came !== false && (came !== undefined || this.what === 'plan')) happened.set(this.what, (happened.get(this.what) ?? 0) + 1)
    await holds(real)
  }
  toString = () => `${this.what}(${this.n})`
}

/** What leads on stands more often, so that sequences come far. */
const often = ['draft', 'approveTwiceAtOnce', 'handOver', 'receipt', 'receipt', 'mend', 'crash']
const command = (names: string[]) => fc.tuple(fc.constantFrom(...names), fc.nat(999)).map(([what, n]) => new Does(what, n))

test('whatever happens in whatever order, every due and every total balances to the cent', async () => {
  const all = command([...Object.keys(steps), ...often])
  const way = ['draft', 'approveTwiceAtOnce', 'handOver', 'receipt'].map((what) => fc.nat(999).map((n) => new Does(what, 3 * n + 1)))
  const onTheWay = fc.tuple(...way.map((one) => fc.tuple(one, fc.option(all))))
  await fc.assert(
    fc.asyncProperty(onTheWay, fc.commands([all], { maxCommands: Number(process.env.STEPS ?? 8), size: 'max' }), async (first, more) => {
      const real = await aCounty(cloud)
      await holds(real)
      for (const one of first.flat()) await one?.run({}, real)
      await fc.asyncModelRun(() => ({ model: {}, real }), more)
    }),
    {
      numRuns: Number(process.env.RUNS ?? 6),
      endOnFailure: process.env.SHRINK === undefined,
      ...(process.env.SEED && { seed: Number(process.env.SEED), ...(process.env.AT && { path: process.env.AT }) }),
    },
  )
  // No run goes by without money having moved.
  for (const what of ['draft', 'approveTwiceAtOnce', 'handOver', 'receipt']) expect(happened.get(what)).toBeGreaterThan(0)
  if (process.env.SAY) console.log(Object.fromEntries(happened))
}, 600_000)
