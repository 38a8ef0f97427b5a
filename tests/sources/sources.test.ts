import type { SourceAnswer } from '#contract/supervision/source'
import type { SourceOf } from '#domain/people/stated'
import { find, findEach } from '#store/db/read'
import { payments } from '#store/money/money'
import { imports } from '#store/intake/intake'
import { statements } from '#store/people/statements'
import { alerts } from '#store/work/alerts'
import type { UndoProgress } from '#contract/intake/undoing'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { resealAll } from '../keys/resealing'
import { recordedBy, tuesday } from '../office/officers'
import { asking, deathFile, exitFile, lines, planFile, registerFile } from './county-of-two'

jest.setTimeout(120_000)
let cloud: Cloud
let source: Awaited<ReturnType<typeof asking>>
let back: () => void
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  source = await asking(cloud)
  back = cloud.mark()
})
afterAll(() => cloud.close())
beforeEach(() => back())

const register = registerFile([
  [1, '陈阿公'],
  [2, '阿依·古丽'],
])
const plan = planFile([
  [1, '陈阿工', '樟坑底村'],
  [2, '阿依•古丽', '苔湖村'],
])
const death = deathFile(1, '陈阿公')
const bring = async (...files: [string, Buffer][]) => {
  for (const [name, content] of files) await cloud.importBytes(name, content)
}
const asked: SourceOf[] = ['name', 'home', 'category', 'alive', 'phone', 'card', 'money']
/** Without the ids, which another deployment's keys make others. */
const plainly = ({ label, people }: SourceAnswer) => ({
  label,
  people: people.map(({ personId: _, said, ...rest }) => ({ ...rest, said: said.map(({ pick: __, ...line }) => line) })),
})
const picture = async () => {
  const told: unknown[] = []
  for (const n of [1, 2]) for (const of of asked) told.push(plainly(await source(n, of)))
  return told
}

test('each statement is kept beside the others with file, sheet, row and day; the register’s name and village are shown, and why', async () => {
  await bring(register, plan, death)
  const name = await source(1, 'name')
  expect(lines(name)).toEqual([
    '陈** 县民政局的名册 民政_名册_2026-10-10.xlsx Sheet1 4 2026-10-10',
    '! 陈** 县财政局的发放计划 财政_发放计划.xlsx Sheet1 4 2026-10-12',
    '陈** 县公安局的死亡和迁移名单 公安_死亡注销.xlsx Sheet1 4 2026-10-05',
  ])
  expect(name.people[0]).toMatchObject({ who: '陈** 户主', why: '几处说的不一样。按县里定的次序，以县民政局的名册的为准。' })
  expect(lines(await source(1, 'home')).map((line) => line.split(' 县')[0])).toEqual(['大峃镇苔湖村', '! 大峃镇樟坑底村', '大峃镇苔湖村'])
  expect(lines(await source(1, 'phone'))).toEqual(['16000000001 县民政局的名册 民政_名册_2026-10-10.xlsx Sheet1 4 2026-10-10'])
  expect(lines(await source(1, 'card'))).toEqual(['6200000000000000001 县财政局的发放计划 财政_发放计划.xlsx Sheet1 4 2026-10-12'])
  expect((await source(1, 'money')).people[0]!.said).toMatchObject([
    { file: '财政_发放计划.xlsx', sheet: 'Sheet1', row: 4, day: '2026-10-12' },
  ])
})

test('another middle dot is no difference; what nobody else says is said by one', async () => {
  await bring(register, plan)
  const { people } = await source(2, 'name')
  expect(people[0]!.why).toBe('几处说的一样。')
  expect((await source(2, 'phone')).people[0]!.why).toBe('只有县民政局的名册说到。')
})

test('whether somebody lives: the police go before the register', async () => {
  await bring(register, death)
  const alive = await source(1, 'alive')
  expect(lines(alive)).toEqual([
    '已经去世 县公安局的死亡和迁移名单 公安_死亡注销.xlsx Sheet1 4 2026-10-05',
    '! 在世 县民政局的名册 民政_名册_2026-10-10.xlsx Sheet1 4 2026-10-10',
  ])
  expect(alive.people[0]!.why).toContain('以县公安局的死亡和迁移名单的为准')
})

test('the order of the files does not matter', async () => {
  const files = { register, plan, death, exit: exitFile(2, '阿依古丽') }
  const orders = [
    ['register', 'plan', 'death', 'exit'],
    ['exit', 'death', 'plan', 'register'],
    ['plan', 'register', 'exit', 'death'],
    ['death', 'exit', 'register', 'plan'],
  ] as const
  const pictures: unknown[] = []
  for (const order of orders) {
    back()
    await bring(...order.map((name) => files[name]))
    pictures.push(await picture())
  }
  for (const one of pictures) expect(one).toEqual(pictures[0])
})

describe('a corrected file', () => {
  const corrected = planFile([[1, '陈阿公', '苔湖村']], '发放计划更正')
  const corrected2 = planFile(
    [
      [1, '陈阿公', '苔湖村'],
      [2, '阿依·古丽', '苔湖村'],
    ],
    '发放计划更正',
  )
  const mended = planFile(
    [
      [2, '阿依·古丽', '苔湖村'],
      [1, '陈阿公', '苔湖村'],
    ],
    '发放计划更正',
  )

  test('takes the place of what it corrects, with its own rows, whichever comes first', async () => {
    const pictures: unknown[] = []
    for (const files of [
      [register, plan, mended],
      [mended, register, plan],
    ]) {
      back()
      await bring(...files)
      expect(lines(await source(1, 'name'))).toEqual([
        '陈** 县民政局的名册 民政_名册_2026-10-10.xlsx Sheet1 4 2026-10-10',
        '陈** 县财政局的发放计划 财政_发放计划更正.xlsx Sheet1 5 2026-10-12',
      ])
      expect((await source(1, 'money')).people[0]!.said).toMatchObject([{ file: '财政_发放计划更正.xlsx', row: 5 }])
      pictures.push(await picture())
    }
    expect(pictures[1]).toEqual(pictures[0])
  })

  test('that has two rows no more takes both, and what they said', async () => {
    const [third, fourth] = [3, 4].map((n): [number, string, string] => [n, `户${n}`, '苔湖村'])
    await bring(register, planFile([[1, '陈阿公', '苔湖村'], [2, '阿依·古丽', '苔湖村'], third!, fourth!]), corrected2)
    expect(await findEach(cloud.db, payments, {})).toHaveLength(2)
    expect((await findEach(cloud.db, statements, { kind: 'payment-plan' })).map(({ row }) => row).sort()).toEqual([4, 5])
  })

  test('that has a row no more takes what the row said with it', async () => {
    await bring(register, plan, corrected)
    expect(await findEach(cloud.db, payments, {})).toHaveLength(1)
    expect(lines(await source(2, 'name'))).toEqual(['阿**** 县民政局的名册 民政_名册_2026-10-10.xlsx Sheet1 5 2026-10-10'])
  })

  test('that is taken back leaves everything as it was said before', async () => {
    await bring(register, plan)
    const before = await picture()
    await bring(mended)
    expect(await picture()).not.toEqual(before)
    const [file] = await find(cloud.db, imports, { fileName: '财政_发放计划更正.xlsx' })
    const sha256 = file!._id
    let far = await cloud.operate<UndoProgress>('undo', { sha256, reason: '发错了表' }, 'intake')
    while (far.state === 'waiting') {
      await cloud.operate('work', {}, 'intake')
      far = await cloud.operate('undoProgress', { sha256 }, 'intake')
    }
    expect(far).toMatchObject({ state: 'done' })
    expect(await picture()).toEqual(before)
  })
})

test('importing a file again changes nothing, and nothing of what is said can be read in the database', async () => {
  await bring(register, plan)
  const before = await findEach(cloud.db, statements, {})
  await bring(plan, register)
  expect(await findEach(cloud.db, statements, {})).toEqual(before)
  expect(before).toHaveLength(4)
  expect(JSON.stringify(before)).not.toMatch(/陈阿|古丽|1600000|330328\d{6}/)
})

test('a rotation of keys seals what is said anew, and it reads the same', async () => {
  await bring(register, plan)
  const before = await picture()
  cloud.addRootKey()
  expect(await resealAll(cloud)).toMatchObject({ remaining: 0 })
  expect(
    (await findEach(cloud.db, statements, {})).every(({ saidSealed, digest }) =>
      [saidSealed, digest].every((text) => text.startsWith('2.')),
    ),
  ).toBe(true)
  expect(await picture()).toEqual(before)
})

test('the look at where something comes from is on record', async () => {
  await bring(register)
  expect(await recordedBy(cloud, 'supervision.source', async () => void (await source(1, 'phone')))).toMatchObject([
    { granted: true, fields: ['phone', 'card'], purpose: 'funds-check' },
  ])
})

describe('what differs is an alert', () => {
  const patrol = async () => {
    for (let more = true; more;) ({ more } = await cloud.operate<{ more: boolean }>('alerts', {}, 'patrol'))
    return findEach(cloud.db, alerts, { detector: 'sources_differ' })
  }

  test('one for each person and field, to the agency that mends it, resting on both statements; without a name', async () => {
    await bring(register, plan)
    const found = await patrol()
    expect(found.map(({ cause, agencyId, state }) => [cause, agencyId, state]).sort()).toEqual([
      ['home', 'civil-affairs', 'found'],
      ['name', 'civil-affairs', 'found'],
    ])
    const files = new Map((await findEach(cloud.db, statements, {})).map(({ _id, kind, row }) => [_id, `${kind} ${row}`]))
    for (const { parts } of found) {
      expect(parts[0]!.records.map(({ id }) => files.get(id))).toEqual(['register 4', 'payment-plan 4'])
      expect(parts[0]!.why).toMatch(/^同一个人，县民政局的名册和县财政局的发放计划写的(姓名|哪个村)不一样。/)
      expect(JSON.stringify(parts)).not.toMatch(/陈阿/)
    }
  })

  test('a corrected file closes it, and the next month of the same plan is the same alert', async () => {
    await bring(register, plan)
    const [first] = await patrol()
    await bring(planFile([[1, '陈阿工', '樟坑底村']], '发放计划第2批', '2026-10-15'))
    expect((await patrol()).map(({ _id, turn }) => [_id, turn])).toContainEqual([first!._id, 1])
    await bring(
      planFile(
        [
          [1, '陈阿公', '苔湖村'],
          [2, '阿依·古丽', '苔湖村'],
        ],
        '发放计划更正',
      ),
      planFile([[1, '陈阿公', '苔湖村']], '发放计划第2批更正', '2026-10-15'),
    )
    expect((await patrol()).map(({ state }) => state)).toEqual(['gone', 'gone'])
  })
})
