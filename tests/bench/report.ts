import autocannon from 'autocannon'
import { createHash, randomBytes } from 'node:crypto'
import { sealedLengths } from '#domain/sealing/sizes'
import { challengeOf, doWork } from '#domain/sealing/work'
import { momentOf } from '#kernel/call/clock'
import { startHost } from '#local/host/server'
import { insert } from '#store/db/write'
import { reports } from '#store/reports/reports'
import { onBenchCloud } from './bench-cloud'
import { quantile, timeEach, type Figure } from './measure'

/** Fewer than the breaker lets in at once. */
const messages = 290
const base64 = (length: number): string => randomBytes(length).toString('base64').slice(0, length)
const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex')

/** First messages of anonymous reports that a county takes a second, over HTTP, and what one costs beside a bare insert of its row. */
export const reportRate = (): Promise<Figure[]> =>
  onBenchCloud(async ({ county, functions }, db) => {
    const [office] = county.reports.offices
    const day = momentOf(new Date()).today
    const submission = async () => {
      const id = randomBytes(16).toString('hex')
      const keys = office!.keys.map((key) => ({ id: key.id, wrapped: base64(sealedLengths.key) }))
      const input = {
        id,
        mailbox: randomBytes(32).toString('hex'),
        office: office!.id,
        note: base64(sealedLengths.note),
        keys,
        sealed: base64(sealedLengths.message),
        parts: 0,
      }
      return { ...input, work: { day, done: await doWork(challengeOf('submit', day, id), sm3, async () => {}) } }
    }
    const inputs = await Promise.all(Array.from({ length: messages }, submission))
    const bodies = inputs.map((input) => JSON.stringify({ action: 'submit', input }))
    const alone = bodies.splice(0, 90)
    const takes = await timeEach(alone.length, (i) => functions.report!({ httpMethod: 'POST', body: alone[i] }, {}))
    const { id, sealed, keys, note, mailbox } = inputs.at(-1)!
    const inserts = await timeEach(200, () =>
      insert(db, reports, {
        _id: randomBytes(16).toString('hex'),
        mailbox: randomBytes(16).toString('hex') + mailbox,
        office: office!.id,
        receivedOn: day,
        note,
        letterCount: 1,
        state: 'new',
        category: null,
        dueOn: day,
        outcome: null,
        closedOn: null,
        destroyOn: null,
        caseSealed: null,
        letters: [{ id, by: 'reporter', day, sealed, keys, announced: 0 }],
      }),
    )
    const host = await startHost({ port: 0, host: '127.0.0.1', functions })
    const left = [...bodies]
    const setupRequest = (request: object) => ({
      ...request,
      method: 'POST' as const,
      path: '/api/report',
      headers: { 'content-type': 'application/json' },
      body: left.pop() ?? '',
    })
    const load = await autocannon({ url: host.url, connections: 16, amount: bodies.length, requests: [{ setupRequest }] })
    await host.close()
    if (load.non2xx + load.errors > 0) throw new Error(`${load.non2xx + load.errors} of ${bodies.length} reports were not taken`)
    return [
      {
        what: 'report.submit ÷ 写一条',
        value: `${quantile(takes, 0.5).toFixed(2)} ms`,
        ratio: quantile(takes, 0.5) / quantile(inserts, 0.5),
        note: `写一条 ${quantile(inserts, 0.5).toFixed(2)} ms，p99 ${quantile(takes, 0.99).toFixed(2)} ms`,
      },
      {
        what: 'report.submit 每秒次数',
        value: (bodies.length / load.duration).toFixed(0),
        note: `${bodies.length} 封；同时最多收 300 封，以后每分钟 20 封`,
      },
    ]
  })
