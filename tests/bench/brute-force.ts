import { fen } from '#domain/money/money'
import { randomInt, randomUUID } from 'node:crypto'
import { guessingChance } from '#domain/access/binding'
import { normOn } from '#domain/county/parameters'
import type { Day } from '#domain/time/dates'
import { checkCharacter } from '#domain/people/id-number'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import { blindIndex, seal } from '#kernel/seal/seal'
import type { LocalCloud } from '#local/host/cloud'
import { bindings, tries } from '#store/access/bindings'
import type { Db } from '#store/db/collection'
import { count } from '#store/db/read'
import { insertMany, remove } from '#store/db/write'
import { contacts } from '#store/people/contacts'
import { codes, households, persons, type Code, type Person } from '#store/people/register'
import { onBenchCloud } from './bench-cloud'
import type { Figure } from './measure'

const at = '2026-10-12T00:00:00.000Z'
const days = 4
const cards = 3
/** Far more than the limits let through. */
const triesPerCard = 12

/**
 * Last six of an ID number to somebody who knows nothing: a day of the month, an order number, a check character. Of days the
 * 31st is rarer; whoever begins with the commoner ones faces so many.
 */
const unknownTails = Math.floor((365.25 / 12) * 999 * 11)
/** The division of a villager is known; with birth day and sex 500 order numbers are left, and the check character follows. */
const birthdayTails = 500
const phoneTails = 10_000

export interface Bindable {
  householdId: string
  personIds: string[]
  cards: { token: string; idTail: string }[]
  phoneTail: string
}

/** Households with so many cards each and one registered phone. */
export async function plantBindable(
  { keys, county }: LocalCloud,
  db: Db,
  homes: number,
  cardsEach = 1,
  status: Code['status'] = 'active',
): Promise<Bindable[]> {
  const villageCode = county.towns[0]!.villages[0]!.code
  const tails = new Map<string, string>()
  const planted = Array.from({ length: homes }, () => {
    const householdId = randomUUID()
    const people = Array.from({ length: cardsEach }, (_, i): Person => {
      const first17 = `33039919${randomInt(10, 100)}06${randomInt(10, 29)}${String(randomInt(1000)).padStart(3, '0')}`
      const [_id, number] = [randomUUID(), first17 + checkCharacter(first17)]
      tails.set(_id, number.slice(-6))
      return {
        _id,
        digest: 'd',
        name: '陈阿公',
        idSealed: seal(keys, number),
        idIndex: blindIndex(keys, 'id-number', `${_id}${number}`),
        sex: '男',
        birth: '1946-06-15',
        householdId,
        relation: i === 0 ? '户主' : '子',
        onRegister: true,
        importedAt: at,
      }
    })
    const cardOf = ({ _id }: Person): Code => ({
      _id: newCodeId(),
      personId: _id,
      householdId,
      villageCode,
      helpers: [],
      status,
      issuedOn: '2026-10-12',
    })
    return { householdId, people, codes: people.map(cardOf), phone: `160${String(randomInt(100_000_000)).padStart(8, '0')}` }
  })
  await Promise.all([
    insertMany(
      db,
      persons,
      planted.flatMap(({ people }) => people),
    ),
    insertMany(
      db,
      codes,
      planted.flatMap((home) => home.codes),
    ),
    insertMany(
      db,
      contacts,
      planted.map(({ people, phone }) => ({ _id: people[0]!._id, digest: 'd', phoneSealed: seal(keys, phone), by: 'office' as const, at })),
    ),
    insertMany(
      db,
      households,
      planted.map(({ householdId, people }) => ({
        _id: householdId,
        digest: 'd',
        headId: people[0]!._id,
        headName: '陈阿公',
        townCode: villageCode.slice(0, 9),
        villageCode,
        category: 'minimum-living' as const,
        certificateNo: '',
        monthlyFen: fen(1),
        startMonth: null,
        helpers: [],
        members: people.map(({ _id, name, relation }) => ({ personId: _id, name, relation: relation! })),
        onRegister: true,
        importedAt: at,
      })),
    ),
  ])
  return planted.map(({ householdId, people, codes: issued, phone }) => ({
    householdId,
    personIds: people.map(({ _id }) => _id),
    cards: issued.map(({ _id, personId }) => ({ token: signCode(keys, _id), idTail: tails.get(personId)! })),
    phoneTail: phone.slice(-4),
  }))
}

/** What a phone sends that nobody has seen before. */
export async function bindStart(
  { functions }: LocalCloud,
  input: { token: string; idTail: string; phoneTail: string },
): Promise<{ statusCode: number; body: string }> {
  return (await functions.identity!(
    { httpMethod: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ action: 'bindStart', input }) },
    {},
  )) as { statusCode: number; body: string }
}

/**
 * Somebody holds every card of a household and comes with a new phone each time, all at once. Every try has the right values, so each one
 * that is counted at all shows as a match: that many guesses a day the limits let through.
 */
export const bruteForce = (): Promise<Figure[]> =>
  onBenchCloud(async (cloud, db) => {
    const triesPerDay = normOn(cloud.county, 'binding-wrong-a-day', at.slice(0, 10) as Day)
    const [home] = await plantBindable(cloud, db, 1, cards)
    const matches = () => count(db, bindings, { householdId: home!.householdId, matches: true })
    const perDay: number[] = []
    const statuses: number[] = []
    for (let day = 0; day < days; day++) {
      const before = await matches()
      // What the next day does: its counters are its own, named by it.
      await remove(db, tries, { _id: { $ne: '' } })
      const asked = home!.cards.flatMap(({ token, idTail }) =>
        Array.from({ length: triesPerCard }, () => bindStart(cloud, { token, idTail, phoneTail: home!.phoneTail })),
      )
      statuses.push(...(await Promise.all(asked)).map(({ statusCode }) => statusCode))
      perDay.push((await matches()) - before)
    }
    const [answered, stopped] = [200, 403].map((status) => statuses.filter((one) => one === status).length)
    if (answered! + stopped! !== statuses.length) throw new Error(`Neither answered nor stopped: ${statuses.join()}`)
    return [
      {
        what: '一户一天最多几次猜算数（全部卡、新手机、同时来）',
        value: `${Math.max(...perDay)} 次`,
        ratio: Math.max(...perDay) / triesPerDay,
        aim: '≤ 1',
        note: `${days} 天，每天 ${cards} 张卡各 ${triesPerCard} 次：每天算数 ${perDay.join('、')} 次；共 ${statuses.length} 次，答了 ${answered}，明说停下 ${stopped}`,
      },
      ...chances(triesPerDay),
    ]
  })

const say = (chance: number): string => (chance === 0 ? '0' : chance >= 0.001 ? `${(chance * 100).toFixed(2)}%` : chance.toExponential(1))

/** How likely guessing opens one given household whose card is at hand; a grid worker must be deceived face to face besides. */
function chances(triesPerDay: number): Figure[] {
  const figure = (who: string, idTails: number, note: string): Figure => {
    const over = (days: number) => say(guessingChance({ idTails, phoneTails, triesPerDay, days }))
    return { what: `猜开一户：${who}`, value: `一天 ${over(1)}，一年 ${over(365)}`, note }
  }
  const codes = 100
  const guessesASecond = 1_000
  const byCode = (guessesASecond * 86_400 * 365 * codes) / 2 ** 60
  return [
    figure(
      '什么都不知道',
      unknownTails,
      `末 6 位：31 天 × 999 个顺序码 × 11 个校验码，先猜常见的日子约等于 ${unknownTails.toLocaleString('en')} 种；手机末 4 位 ${phoneTails.toLocaleString('en')} 种；一户登记了几个手机就乘几`,
    ),
    figure('知道生日、性别', birthdayTails, '末 6 位剩 500 个顺序码，校验码算得出来'),
    figure('知道身份证末 6 位', 1, '只剩手机末 4 位；还要再骗过当面核对的网格员'),
    {
      what: '猜中随便一个一次性登录码（60 位随机）',
      value: `一年 ${say(byCode)}`,
      note: `同时有 ${codes} 个没用的码、每秒猜 ${guessesASecond.toLocaleString('en')} 次；redeem 自己不限次数`,
    },
  ]
}
