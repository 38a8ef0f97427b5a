import autocannon from 'autocannon'
import { randomUUID } from 'node:crypto'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import { newAccount, newSession } from '#kernel/access/caller'
import { seal } from '#kernel/seal/seal'
import { startHost } from '#local/host/server'
import { addMonths } from '#domain/time/dates'
import { insertAccount } from '#store/access/accounts'
import type { Db } from '#store/db/collection'
import { findById } from '#store/db/read'
import { inParts } from '#store/db/turns'
import { codes } from '#store/people/register'
import type { LocalCloud } from '#local/host/cloud'
import { onBenchCloud } from './bench-cloud'
import { registered } from './registered'
import { quantile, timeEach, type Figure } from './measure'

const importedAt = '2026-11-12T00:00:00.000Z'
const common = { digest: 'd', importId: 'bench', importedAt }

/** What a farmer's scan costs in a county of so many people (1.35 to a household, six months of two payments each). */
export const lookupAt = (people: number): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    const homes = await fill(cloud, db, Math.round(people / 1.353))
    const body = (token: string) => JSON.stringify({ action: 'lookup', input: { token } })
    const call = (i: number) => {
      const { token, session } = homes[i % homes.length]!
      return cloud.functions.household!(
        { httpMethod: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` }, body: body(token) },
        {},
      )
    }
    const first = (await call(0)) as { body: string }
    if (!first.body.includes('"relation":"self"')) throw new Error(`The bench's farmer was not let in: ${first.body}`)
    await timeEach(200, call)
    const looks = await timeEach(1000, call)
    await timeEach(200, (i) => findById(db, codes, homes[i % homes.length]!.codeId))
    const reads = await timeEach(1000, (i) => findById(db, codes, homes[i % homes.length]!.codeId))
    const host = await startHost({ port: 0, host: '127.0.0.1', functions: cloud.functions })
    const requests = homes.map(({ token, session }) => ({
      method: 'POST' as const,
      path: '/api/household',
      headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
      body: body(token),
    }))
    const load = await autocannon({ url: host.url, connections: 16, duration: 10, requests })
    // What the load left under way is answered before the gateway closes.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await host.close()
    const at = `（${people.toLocaleString('en')} 人）`
    const ratio = (q: number): Figure => ({
      what: `household.lookup p${q * 100} ÷ doc().get()${at}`,
      value: `${quantile(looks, q).toFixed(2)} ms`,
      ratio: quantile(looks, q) / quantile(reads, q),
      aim: '≤ 4',
      note: `doc().get() ${quantile(reads, q).toFixed(2)} ms`,
    })
    return [
      ratio(0.5),
      ratio(0.99),
      {
        what: `household.lookup 每秒次数${at}`,
        value: load.requests.average.toFixed(0),
        note: `p99 ${load.latency.p99} ms，错误 ${load.errors + load.non2xx}`,
      },
    ]
  })

interface Home {
  token: string
  session: string
  codeId: string
}

/** Fills the register with households of two; a hundred of them, spread over the county, get a signed-in head. */
export async function fill({ keys, county }: LocalCloud, db: Db, count: number): Promise<Home[]> {
  const homes: Home[] = []
  const villages = county.towns.flatMap(({ villages }) => villages)
  const phone = seal(keys, '16000000000')
  const months = Array.from({ length: 6 }, (_, i) => addMonths('2026-11', -i))
  const every = Math.max(1, Math.floor(count / 100))
  for (const part of inParts(
    Array.from({ length: count }, (_, i) => i),
    250,
  )) {
    const bulk: Record<string, object[]> = { households: [], codes: [], payments: [], receipts: [], pairings: [], persons: [] }
    for (const i of part) {
      const [householdId, personId, codeId] = [randomUUID(), randomUUID(), newCodeId()]
      const villageCode = villages[i % villages.length]!.code
      for (const [name, document] of Object.entries(registered({ householdId, personId, codeId, villageCode }, phone)))
        bulk[name]!.push(document)
      for (const month of months)
        for (const programme of ['minimum-living', 'disability-care']) {
          const _id = randomUUID()
          bulk.payments!.push({
            _id,
            ...common,
            personId,
            householdId,
            forWhom: null,
            programme,
            month,
            period: month,
            dueFen: 76200,
            accountName: '陈阿公',
            cardSealed: phone,
            cardIndex: personId,
          })
          bulk.receipts!.push({
            _id: randomUUID(),
            ...common,
            paymentId: _id,
            householdId,
            month,
            cardIndex: personId,
            amountFen: 76200,
            state: 'credited',
            code: '0000',
            text: '交易成功',
            postedOn: `${month}-15`,
          })
        }
      if (i % every === 0) {
        const account = newAccount(keys, importedAt)
        const { token: session, session: kept } = newSession(keys, account._id, '2999-01-01')
        await insertAccount(db, { ...account, session: kept, person: { personId, boundOn: '2026-11-12' } })
        homes.push({ token: signCode(keys, codeId), session, codeId })
      }
    }
    await Promise.all(
      Object.entries(bulk).flatMap(([name, documents]) => inParts(documents, 1000).map((one) => db.collection(name).add(one))),
    )
  }
  return homes
}
