import { createHash } from 'node:crypto'
import type { Day } from '#domain/time/dates'
import { likenessWatch } from '#affairs/alerts/likeness-watch'
import { now } from '#kernel/call/clock'
import { environment } from '#kernel/call/environment'
import { blindIndex } from '#kernel/seal/seal'
import { collections } from '#store/all'
import { find, findEach } from '#store/db/read'
import { persons, type Person } from '#store/people/register'
import type { Cloud } from '../harness/cloud'
import { idOf } from '../fixtures/names/people'
import { registerHeadings, workbook } from '../intake/made'

/** 陈阿公 of the register, and the second number under which the bank's plan has him: one day of birth, another number of the day. */
export const birth: Day = '1946-06-15'
export const grandpa = { name: '陈阿公', id: idOf(birth, '051') }
export const again = { name: '陈阿公', id: idOf(birth, '077') }
export const grandma = { name: '林阿婆', id: idOf('1948-02-03', '062') }

interface Named {
  name: string
  id: string
}

/** A register of households, each a list of people of whom the first is the head. */
export const registerFile = (homes: Named[][], { on = '2026年10月', village = '苔湖村' } = {}): Buffer =>
  workbook([
    [`低保名册（${on}）`],
    registerHeadings,
    ...homes.flatMap((members, i) =>
      members.map(({ name, id }, at) => [
        i + 1,
        '大峃镇',
        village,
        members[0]!.name,
        members[0]!.id,
        members.length,
        name,
        at === 0 ? '户主' : '其他',
        id,
        '低保',
        `DB${i + 1}`,
        at === 0 ? 500 : null,
        '2020-01',
      ]),
    ),
  ])

const planHeadings = ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '属期', '应发金额(元)']
/** A month's plan with one payment for each. */
export const planFile = (people: Named[], month = 10, project = '困难残疾人生活补贴'): Buffer =>
  workbook([
    [`发放计划（2026年${month}月）`],
    ['编制单位：文成县财政局'],
    planHeadings,
    ...people.map(({ name, id }, i) => [
      i + 1,
      '大峃镇',
      '苔湖村',
      name,
      id,
      `62000000000${id.slice(-8).replace('X', '0')}`,
      project,
      `2026年${month}月`,
      100 + i,
    ]),
  ])

/** Runs what the clock runs, until nothing is left to do. */
export async function patrol(cloud: Cloud): Promise<void> {
  for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('alerts', {}, 'patrol'))
}

/** What the patrol does about pairs, and nothing else. */
export async function compareEverybody({ db, keys, county }: Cloud): Promise<void> {
  const on = { ...environment(), db, keys, county, moment: now() }
  for (const scope of await likenessWatch.scopes(on)) await likenessWatch.look(on, scope)
}

export const personOf = async ({ db, keys }: Cloud, { id }: Named): Promise<Person> =>
  (await find(db, persons, { idIndex: blindIndex(keys, 'id-number', id) }))[0]!

/** What is done about pairs themselves, and who looked. */
const ofPairs = new Set(['likenesses', 'likeness_events', 'person_marks', 'audit', 'audit_leaves', 'jobs', 'locks', 'refused'])

/** The fingerprint of every collection but the books of pairs and of looks. */
export async function digestOfStore({ db }: Cloud): Promise<Record<string, string>> {
  const digests = collections
    .filter(({ name }) => !ofPairs.has(name))
    .map(async (of) => {
      const all = (await findEach(db, of, {})).map((document) => JSON.stringify(inOrder(document))).sort()
      return [of.name, createHash('sha256').update(all.join('\n')).digest('hex')] as const
    })
  return Object.fromEntries(await Promise.all(digests))
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(inOrder)
  const fields = value as Record<string, unknown>
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((name) => [name, inOrder(fields[name])]),
  )
}
