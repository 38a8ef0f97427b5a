import { pledgeHashes } from '#affairs/pledges/pledge'
import type { LikenessList } from '#contract/office/likenesses'
import type { Levels } from '#domain/people/alike/described'
import { newAccount, newSession } from '#kernel/access/caller'
import type { LocalCloud } from '#local/host/cloud'
import { insertAccount } from '#store/access/accounts'
import { insertStaff } from '#store/access/staff'
import type { Db } from '#store/db/collection'
import { insertMany } from '#store/db/write'
import { likenesses, type LikenessCase } from '#store/people/likenesses'
import { onBenchCloud } from './bench-cloud'
import { quantile, timeEach, type Figure } from './measure'

const pairs = 130_000
const levels: Levels = { id: 'serial', name: 'same', birth: 'same', sex: 'same', home: 'same', phone: 'missing' }

/** The first page and a later one of pairs that wait, with so many of them: for the whole county, and for one town. */
export const likenessList = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    const towns = cloud.county.towns.map(({ code }) => code)
    await insertMany(
      db,
      likenesses,
      Array.from({ length: pairs }, (_, i): LikenessCase => {
        const town = towns[i % towns.length]!
        return {
          ...{
            _id: String(i).padStart(8, '0'),
            personIds: [`a${i}`, `b${i}`],
            state: 'proposed',
            open: true,
            levels,
            weight: 16 + (i % 20),
          },
          ...{ fingerprint: 'f', areas: [`${town}201`, town, town.slice(0, 6)], raisedOn: '2026-11-30', turn: 1 },
          ...{ askedBy: null, keptId: null, joined: null },
        }
      }),
    )
    const figures: Figure[] = []
    for (const [who, agencyId] of [
      ['全县', cloud.county.duties.data],
      ['一个乡镇', cloud.county.agencies.find(({ area }) => area === towns[3])!.id],
    ] as const) {
      const list = await listedBy(cloud, db, agencyId)
      const first = await list()
      const [front, behind] = [await timeEach(30, () => list()), await timeEach(30, () => list(first.next))]
      figures.push({
        what: `认人的单子，${pairs.toLocaleString('en')} 对在等，${who}第一页`,
        value: `${quantile(front, 0.5).toFixed(0)} ms`,
        aim: '≤ 300 ms',
        note: `二十次里最慢的一次 ${quantile(front, 0.95).toFixed(0)} ms；后一页 ${quantile(behind, 0.5).toFixed(0)} ms；一共 ${first.total}`,
      })
    }
    return figures
  })

async function listedBy(cloud: LocalCloud, db: Db, agencyId: string): Promise<(after?: string) => Promise<LikenessList>> {
  const staffId = `bench-${agencyId}`
  const pledge = { hash: pledgeHashes(cloud.county)['data-officer'], at: '2026-11-12T00:00:00.000Z' }
  const post = { role: 'data-officer' as const, name: '王小二', agencyId, agency: agencyId, areas: [], workerId: null }
  await insertStaff(db, {
    ...{ _id: staffId, ...post, status: 'active', invitedBy: 'bench', since: '2026-11-12T00:00:00.000Z', pledge, removed: null },
  })
  const account = newAccount(cloud.keys, '2026-11-12T00:00:00.000Z')
  const { token, session } = newSession(cloud.keys, account._id, '2999-01-01T00:00:00.000Z')
  await insertAccount(db, { ...account, session, staffId })
  return async (after) => {
    const { body } = (await cloud.functions.office!(
      {
        httpMethod: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        requestContext: { sourceIp: '127.0.0.1' },
        body: JSON.stringify({ action: 'likenesses', input: { view: 'waiting', ...(after !== undefined && { after }) } }),
      },
      {},
    )) as { body: string }
    const reply = JSON.parse(body) as { data: LikenessList } | { error: { message: string } }
    if ('error' in reply) throw new Error(reply.error.message)
    return reply.data
  }
}
