import { randomInt } from 'node:crypto'
import { newAccount, newSession } from '#kernel/access/caller'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import type { LocalCloud } from '#local/host/cloud'
import { insertAccount } from '#store/access/accounts'
import type { Db } from '#store/db/collection'
import { onBenchCloud } from './bench-cloud'
import { bindStart, plantBindable } from './brute-force'
import { median, sorted, type Figure } from './measure'

const runs = 400
const warmUps = 50
/** So many households each are tried in turn: below the five tries a day of each. */
const homes = 100

type Asked = (i: number) => Promise<{ body: string }>

/**
 * Whether a clock can tell apart what must not be told apart: a code that is unknown, mistyped, revoked or another's; a right
 * guess and a wrong one.
 */
export const likeness = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => [
    ...(await compared('household.lookup', await lookups(cloud, db))),
    ...(await compared('identity.bindStart', await starts(cloud, db))),
    ...(await compared('identity.bindStart，另一张卡刚试过', await secondCards(cloud, db))),
  ])

const last = (token: string): string => token.slice(0, -1) + (token.endsWith('0') ? '1' : '0')

/** A signed-in farmer of another village scans each kind of code. */
async function lookups(cloud: LocalCloud, db: Db): Promise<Record<string, Asked>> {
  const [others, revoked, [own]] = [
    await plantBindable(cloud, db, homes),
    await plantBindable(cloud, db, homes, 1, 'revoked'),
    await plantBindable(cloud, db, 1),
  ]
  const account = newAccount(cloud.keys, '2026-10-12T00:00:00.000Z')
  const { token: session, session: kept } = newSession(cloud.keys, account._id, '2999-01-01')
  await insertAccount(db, { ...account, session: kept, person: { personId: own!.personIds[0]!, boundOn: '2026-10-12' } })
  const scan = (token: string) =>
    cloud.functions.household!(
      {
        httpMethod: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
        body: JSON.stringify({ action: 'lookup', input: { token } }),
      },
      {},
    ) as Promise<{ body: string }>
  return {
    不存在的码: () => scan(signCode(cloud.keys, newCodeId())),
    抄错的码: (i) => scan(last(others[i % homes]!.cards[0]!.token)),
    作废的码: (i) => scan(revoked[i % homes]!.cards[0]!.token),
    别人家的码: (i) => scan(others[i % homes]!.cards[0]!.token),
  }
}

/** A phone that nobody knows fills in the form, each time at another household. */
async function starts(cloud: LocalCloud, db: Db): Promise<Record<string, Asked>> {
  const kinds = await Promise.all(['right', 'id', 'phone'].map(() => plantBindable(cloud, db, homes)))
  const revoked = await plantBindable(cloud, db, homes, 1, 'revoked')
  // Tried as often as the others: the first try of a day makes the counters.
  const unknown = Array.from({ length: homes }, () => signCode(cloud.keys, newCodeId()))
  const tails = (of: typeof revoked, i: number) => ({
    token: of[i % homes]!.cards[0]!.token as string,
    idTail: of[i % homes]!.cards[0]!.idTail,
    phoneTail: of[i % homes]!.phoneTail,
  })
  const other = (tail: string) => (tail.startsWith('0') ? '1' : '0') + tail.slice(1)
  const [right, id, phone] = kinds.map((of) => (i: number) => tails(of, i))
  return {
    填对了: (i) => bindStart(cloud, right!(i)),
    身份证填错: (i) => bindStart(cloud, { ...id!(i), idTail: other(id!(i).idTail) }),
    手机填错: (i) => bindStart(cloud, { ...phone!(i), phoneTail: other(phone!(i).phoneTail) }),
    作废的卡: (i) => bindStart(cloud, tails(revoked, i)),
    不存在的卡: (i) => bindStart(cloud, { ...right!(i), token: unknown[i % homes]! }),
  }
}

/** Whether the second of two cards shows that they are of one household, whose tries are counted together and never told. */
async function secondCards(cloud: LocalCloud, db: Db): Promise<Record<string, Asked>> {
  const [pairs, singles] = [await plantBindable(cloud, db, runs + warmUps, 2), await plantBindable(cloud, db, runs + warmUps)]
  for (const {
    cards: [first],
    phoneTail,
  } of pairs)
    await bindStart(cloud, { ...first!, phoneTail })
  const start = (of: typeof pairs, i: number) => bindStart(cloud, { ...of[i]!.cards.at(-1)!, phoneTail: of[i]!.phoneTail })
  return { 别户的卡: (i) => start(singles, i), 同一户的卡: (i) => start(pairs, i) }
}

/** Runs the kinds in turns, in another order each time, and holds each against the first. */
async function compared(action: string, kinds: Record<string, Asked>): Promise<Figure[]> {
  const taken = new Map(Object.keys(kinds).map((name) => [name, [] as number[]]))
  const lengths = new Set<number>()
  for (let i = -warmUps; i < runs; i++) {
    for (const [name, ask] of shuffled(Object.entries(kinds))) {
      const before = performance.now()
      const { body } = await ask(i + warmUps)
      const ms = performance.now() - before
      if (body.includes('"error"')) throw new Error(`${action} refused: ${body}`)
      lengths.add(Buffer.byteLength(body))
      // The first rounds warm up.
      if (i >= 0) taken.get(name)!.push(ms)
    }
  }
  const [[first, base], ...others] = [...taken] as [[string, number[]], ...[string, number[]][]]
  const figures = others.map(([name, times]): Figure & { apart: number } => {
    const slower = slowerThan(times, base)
    return {
      what: `${action}：${name}比${first}慢的概率`,
      value: slower.toFixed(3),
      note: `中位 ${median(times).toFixed(2)} 和 ${median(base).toFixed(2)} 毫秒`,
      apart: Math.abs(slower - 0.5),
    }
  })
  const noise = 2 * Math.sqrt((2 * runs + 1) / (12 * runs * runs))
  return [
    ...figures.map(({ apart: _, ...figure }) => figure),
    {
      what: `${action}：离“分不出”（0.5）最远`,
      value: Math.max(...figures.map(({ apart }) => apart)).toFixed(3),
      note: `各 ${runs} 次，交替、乱序；纯噪声 20 次里有 19 次在 ${noise.toFixed(3)} 以内`,
    },
    {
      what: `${action}：答复有几种长短`,
      value: String(lengths.size),
      aim: '1',
      note: [...lengths].map((bytes) => `${bytes} 字节`).join('、'),
    },
  ]
}

/** The probability that a random one of `a` is slower than a random one of `b`; a tie counts half. */
function slowerThan(a: number[], b: number[]): number {
  const below = sorted(b)
  const rank = (value: number, orEqual: boolean) => below.filter((one) => (orEqual ? one <= value : one < value)).length
  return a.reduce((sum, value) => sum + (rank(value, false) + rank(value, true)) / 2, 0) / (a.length * b.length)
}

function shuffled<T>(list: T[]): T[] {
  const mixed = [...list]
  for (let i = mixed.length - 1; i > 0; i--) {
    const k = randomInt(i + 1)
    ;[mixed[i], mixed[k]] = [mixed[k]!, mixed[i]!]
  }
  return mixed
}
