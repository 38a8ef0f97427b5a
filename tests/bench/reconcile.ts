import { reconciling } from '#affairs/ledger/reconciling'
import { claimKey } from '#domain/money/claims'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import type { AtWork } from '#kernel/jobs/kind'
import type { Db } from '#store/db/collection'
import { count } from '#store/db/read'
import { claims } from '#store/money/claims'
import type { LocalCloud } from '#local/host/cloud'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './measure'

const month = '2026-10'
const period = '2026年10月'
/** People of a household; one in so many has money of their own as well, was refused by the bank, has said something. */
const [perHome, ownOneIn, refusedOneIn, saidOneIn] = [3, 2, 100, 10]
const partSize = 999

/**
 * A month of so many people, each household's money and the own money of half of its people: what is due by rules, planned, in a batch,
 * answered by the bank and by farmers. Processor seconds of reconciling it, the local gateway's among them, and the memory it wanted;
 * and once more, when nothing has changed.
 */
export const reconcileAt = (people: number): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    await fill(cloud, db, people)
    const first = await measured(() => reconcileOnce())
    const written = await count(db, claims, {})
    const again = await measured(() => reconcileOnce())
    if (again.result.changed !== 0 || first.result.claims !== written) throw new Error(JSON.stringify({ first, again, written }))
    const of = `（${people.toLocaleString('en')} 人）`
    return [
      {
        what: `一个月对账处理器秒数${of}`,
        value: `${first.seconds.toFixed(1)} 秒`,
        note: `${written.toLocaleString('en')} 笔应发，用时 ${first.wall.toFixed(0)} 秒，最多占堆 ${first.heap.toFixed(0)} MB`,
      },
      { what: `再对一遍，什么都没有变${of}`, value: `${again.seconds.toFixed(1)} 秒`, note: `最多占堆 ${again.heap.toFixed(0)} MB` },
    ]
  })

async function reconcileOnce(onChunk: () => void = () => undefined): Promise<{ claims: number; changed: number; gone: number }> {
  let cursor: Parameters<typeof reconciling.chunk>[1]['cursor'] = null
  for (;;) {
    const on: AtWork = { ...environment(), moment: now() }
    const chunk = await reconciling.chunk(on, { id: 'bench', input: { month }, cursor })
    onChunk()
    if ('result' in chunk) return chunk.result
    cursor = chunk.next
  }
}

async function measured(work: typeof reconcileOnce) {
  global.gc?.()
  const [before, begun] = [process.cpuUsage(), performance.now()]
  let heap = 0
  const sample = setInterval(() => (heap = Math.max(heap, process.memoryUsage().heapUsed)), 50)
  const result = await work()
  clearInterval(sample)
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (user + system) / 1e6, wall: (performance.now() - begun) / 1000, heap: heap / 2 ** 20 }
}

async function fill({ county }: LocalCloud, db: Db, people: number): Promise<void> {
  const places = county.towns.flatMap(({ code, villages }) => villages.map((village) => ({ townCode: code, villageCode: village.code })))
  const programmes = new Map(county.programmes.map((programme) => [programme.id, programme]))
  const common = { digest: 'd', importId: 'bench', importedAt: '2026-10-08T00:00:00.000Z' }
  await db.collection('batches').add({
    ...{ _id: 'batch', name: '第1批', state: 'answered', open: true, agencyId: 'civil-affairs', month, turn: 1 },
    ...{ fundedOn: '2026-10-01', handedOn: '2026-10-10', totals: { lines: 0, fen: 0 } },
  })
  for (let from = 0; from < people; from += partSize) {
    const bulk: Record<string, object[]> = {}
    const keep = (name: string, document: object) => void (bulk[name] ??= []).push(document)
    for (let i = from; i < Math.min(people, from + partSize); i++) {
      const [personId, householdId] = [scattered('p', i), scattered('h', Math.floor(i / perHome))]
      const place = places[Math.floor(i / perHome) % places.length]!
      const isHead = i % perHome === 0
      const member = { personId, name: '陈阿公', relation: '户主' }
      keep('persons', { _id: personId, ...common, name: '陈阿公', idIndex: personId, householdId, onRegister: true, birth: '1950-01-01' })
      if (isHead)
        keep('households', {
          _id: householdId,
          ...common,
          ...place,
          headId: personId,
          members: [member],
          onRegister: true,
          listedOn: '2026-10-10',
          helpers: [],
        })
      for (const programme of [...(isHead ? ['minimum-living'] : []), ...(i % ownOneIn === 0 ? ['disability-care'] : [])]) {
        const whose = { personId, householdId, programme, forWhom: null, month }
        const [paymentId, dueFen, refused] = [`${programme}${personId}`, 50000 + (i % 100) * 100, i % refusedOneIn === 0]
        const claim = claimKey(programmes, { ...whose, period })
        const card = { accountName: '陈阿公', cardSealed: '', cardIndex: personId }
        keep('entitlements', {
          _id: `e${paymentId}`,
          claim,
          ...whose,
          ...place,
          period: month,
          dueFen,
          why: '',
          rule: {},
          records: [],
          former: [],
          computedAt: '',
        })
        keep('payments', { _id: paymentId, ...common, ...whose, ...card, period, dueFen, row: i })
        keep('batch_lines', {
          ...{
            _id: `l${paymentId}`,
            digest: 'd',
            batchId: 'batch',
            agencyId: 'civil-affairs',
            n: i,
            serial: i,
            paymentId,
            key: paymentId,
            claim,
          },
          ...{ ...whose, ...place, ...card, period, amountFen: dueFen, state: refused ? 'refused' : 'credited', since: '2026-10-15' },
          ...{ flags: [], creditedFen: refused ? 0 : dueFen, recoveredFen: 0, receiptIds: [], turn: 1 },
        })
        keep('receipts', {
          ...{ _id: `r${paymentId}`, ...common, paymentId, householdId, month, cardIndex: personId, amountFen: dueFen },
          ...{ state: refused ? 'failed' : 'credited', code: '', text: '', postedOn: '2026-10-15' },
        })
        if (i % saidOneIn === 0)
          keep('confirmations', { _id: `c${paymentId}`, paymentId, n: 0, claim, ...whose, said: 'received', requestId: null, at: '' })
      }
    }
    await Promise.all(Object.entries(bulk).map(([name, documents]) => db.collection(name).add(documents)))
  }
}

/** Ids as they are: in no order that their serial has. */
const scattered = (kind: string, serial: number): string =>
  kind + ((serial * 2654435761) % 2 ** 32).toString(16).padStart(8, '0') + serial.toString(36)
