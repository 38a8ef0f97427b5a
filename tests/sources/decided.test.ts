import type { OfficerFile } from '#contract/supervision/actions'
import { placeOf } from '#domain/place/divisions'
import { open } from '#kernel/seal/seal'
import { findEach } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { contacts } from '#store/people/contacts'
import { codes } from '#store/people/register'
import { sourceDecisionEvents, sourceDecisions } from '#store/people/source-decisions'
import { alerts } from '#store/work/alerts'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { resealAll } from '../keys/resealing'
import { recordedBy, tuesday } from '../office/officers'
import { deathFile, planFile, planOf, registerFile } from './county-of-two'
import { deciders, homeOf, patrolled, personOf } from './deciders'

jest.setTimeout(180_000)
let cloud: Cloud
let of: Awaited<ReturnType<typeof deciders>>
let back: () => void
beforeAll(async () => {
  onlyTheClockIsFake(tuesday)
  cloud = await startCloud()
  of = await deciders(cloud)
  await bring(register(), plan)
  back = cloud.mark()
})
afterAll(() => cloud.close())
beforeEach(() => back())

const register = (day = '2026-10-10') => registerFile([[1, '陈阿公']], day)
const plan = planFile([[1, '陈阿工', '樟坑底村']])
const bring = async (...files: [string, Buffer][]) => {
  for (const [name, content] of files) await cloud.importBytes(name, content)
}
const villageOf = async () => placeOf(cloud.county, (await homeOf(cloud, 1)).villageCode)!.village.name
/** The name wherever it is kept. */
const names = async () => {
  const { headName, members } = await homeOf(cloud, 1)
  return [(await personOf(cloud, 1)).name, headName, members[0]!.name]
}
const threeTimes = (name: string) => [name, name, name]

describe('a name, by one person with a reason', () => {
  test('is shown everywhere, says who and why, closes the alert, and every step is on record', async () => {
    expect(await patrolled(cloud)).toMatchObject({ name: 'found', home: 'found' })
    const records = await recordedBy(cloud, 'supervision.decideSource', async () => {
      const { people } = await of.officer.decide(1, 'name', '发放计划')
      expect(people[0]).toMatchObject({
        why: '有人看过以后定的：以县财政局的发放计划写的为准。',
        decided: { by: '王小二', reason: '到户里看过户口本', day: '2026-10-20' },
        can: { decide: true, undo: true },
      })
      expect(people[0]!.said.map(({ shown, differs }) => [shown, differs])).toEqual([
        [false, true],
        [true, false],
      ])
    })
    const { _id } = await personOf(cloud, 1)
    expect(records).toMatchObject([{ granted: true, personId: _id, about: { kind: 'source-decision', id: `${_id}.name` } }])
    expect(await names()).toEqual(threeTimes('陈阿工'))
    expect(await patrolled(cloud)).toMatchObject({ name: 'gone', home: 'found' })
    const kept = JSON.stringify([await findEach(cloud.db, sourceDecisions, {}), await findEach(cloud.db, sourceDecisionEvents, {})])
    expect(kept).not.toMatch(/陈阿|户口本/)
  })

  test('comes back by no import of what was said before, and holds after the register of the next month', async () => {
    await of.officer.decide(1, 'name', '发放计划')
    await bring(register('2026-10-11'), planFile([[1, '陈阿工', '樟坑底村']], '发放计划第2批', '2026-10-15'))
    expect(await names()).toEqual(threeTimes('陈阿工'))
    expect((await of.officer.ask(1, 'name')).people[0]!.said).toHaveLength(2)
    expect(await patrolled(cloud)).not.toHaveProperty('name')
  })

  test('is alerted again by another word of a source, and holds meanwhile', async () => {
    await of.officer.decide(1, 'name', '发放计划')
    await bring(registerFile([[1, '陈亚公']], '2026-10-18'))
    expect(await names()).toEqual(threeTimes('陈阿工'))
    expect(await patrolled(cloud)).toMatchObject({ name: 'found' })
    const [alert] = await findEach(cloud.db, alerts, { cause: 'name' })
    expect(alert!.parts[0]!.why).toBe('这个人的姓名有人定过；以后县民政局的名册又写了不一样的。现在显示的还是定下的，请看要不要改。')
    await of.officer.decide(1, 'name', '名册')
    expect(await names()).toEqual(threeTimes('陈亚公'))
    expect(await patrolled(cloud)).toMatchObject({ name: 'gone' })
  })

  test('taken back with a reason, the register’s name is shown again and the alert is back', async () => {
    await of.officer.decide(1, 'name', '发放计划')
    await patrolled(cloud)
    expect((await of.officer.undo(1, 'name')).people[0]).toMatchObject({ why: '几处说的不一样。按县里定的次序，以县民政局的名册的为准。' })
    expect(await names()).toEqual(threeTimes('陈阿公'))
    expect(await patrolled(cloud)).toMatchObject({ name: 'found' })
    expect((await findEach(cloud.db, sourceDecisionEvents, {})).map(({ n, act }) => [n, act])).toEqual([
      [1, 'decide'],
      [2, 'undo'],
    ])
    await expect(of.officer.undo(1, 'name')).rejects.toThrow('没有可以收回的')
  })

  test('that no file has needs what proves it', async () => {
    await expect(of.officer.give(1, 'name', '陈阿宫', { evidence: '' })).rejects.toThrow('请写明凭什么')
    await expect(of.officer.give(1, 'name', 'chen')).rejects.toThrow('请写证件上的汉字')
    const { people } = await of.officer.give(1, 'name', '陈阿宫')
    expect(people[0]).toMatchObject({ why: '有人看过以后定的：几份文件都不用，另外写明。', decided: { evidence: '户口本第2页' } })
    expect(await names()).toEqual(threeTimes('陈阿宫'))
  })

  test('of two at once one is told that a colleague was quicker', async () => {
    const both = await Promise.allSettled([of.officer.decide(1, 'name', '发放计划'), of.data.give(1, 'name', '陈阿宫')])
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    expect(lost.length).toBeLessThan(2)
    expect(await findEach(cloud.db, sourceDecisions, {})).toHaveLength(1)
    expect(new Set(await names()).size).toBe(1)
    for (const words of lost) expect(words).toContain('刚刚有同事办过')
  })
})

describe('who may', () => {
  test('another agency sees it and is told whose it is; nothing is decided where nothing differs', async () => {
    expect((await of.treasury.ask(1, 'name')).people[0]!.can).toMatchObject({ decide: false })
    await expect(of.treasury.decide(1, 'name', '发放计划')).rejects.toThrow('由县民政局的人来定')
    await expect(of.officer.decide(1, 'phone', '名册')).rejects.toThrow('说的一样，没有要定的')
    await expect(of.officer.decide(1, 'name', '发放计划', { reason: '对' })).rejects.toThrow('请写明为什么')
    await expect(of.officer.decide(1, 'name', '发放计划', { pick: 'f'.repeat(16) })).rejects.toThrow('已经不在了')
    expect(await findEach(cloud.db, sourceDecisions, {})).toEqual([])
  })
})

describe('the village, by two people', () => {
  test('moves household and cards together once a second person agreed, and not before', async () => {
    expect(await villageOf()).toBe('苔湖村')
    const asked = (await of.data.decide(1, 'home', '发放计划')).people[0]!
    expect(asked.waiting).toMatchObject({ by: '郑专员', says: '大峃镇樟坑底村', undo: false })
    expect(asked.waiting!.deciders).toContain('叶局长')
    expect(asked.waiting!.deciders).not.toContain('郑专员')
    expect(await villageOf()).toBe('苔湖村')
    await expect(of.data.answer(1, 'home', true)).rejects.toThrow('要两个人')
    await expect(of.officer.answer(1, 'home', true)).rejects.toThrow('要两个人')
    await expect(of.officer.decide(1, 'home', '名册')).rejects.toThrow('正等另一个人定')
    expect(await of.data.waiting()).toEqual([])
    expect(await of.head.waiting()).toMatchObject([{ label: '哪个村', by: '郑专员' }])
    expect((await of.head.answer(1, 'home', true)).people[0]).toMatchObject({ decided: { by: '郑专员', second: '叶局长' } })
    expect(await of.head.waiting()).toEqual([])
    const { villageCode, townCode, _id } = await homeOf(cloud, 1)
    expect([await villageOf(), townCode]).toEqual(['樟坑底村', villageCode.slice(0, 9)])
    const cards = await findEach(cloud.db, codes, { householdId: _id })
    expect(cards.map((card) => card.villageCode)).toEqual([villageCode])
    await bring(register('2026-10-11'))
    expect(await villageOf()).toBe('樟坑底村')
    expect((await homeOf(cloud, 1))._id).toBe(_id)
    await expect(of.data.give(1, 'home', '樟坑底')).rejects.toThrow('请写全乡镇和村')
    expect((await of.data.give(1, 'home', '大峃镇苔湖村')).people[0]!.waiting).toMatchObject({ says: '大峃镇苔湖村' })
    expect((await of.head.file(1)).file.village).toBe('樟坑底村')
  })

  test('is refused with a reason, or withdrawn by whoever asked', async () => {
    await of.data.decide(1, 'home', '发放计划')
    await expect(of.head.answer(1, 'home', false)).rejects.toThrow('不同意，请写一句为什么')
    expect((await of.head.answer(1, 'home', false, '村里说没有搬')).people[0]).not.toHaveProperty('waiting')
    await of.officer.decide(1, 'home', '发放计划')
    await of.officer.answer(1, 'home', false)
    expect((await findEach(cloud.db, sourceDecisionEvents, {})).map(({ act }) => act)).toEqual(['ask', 'refuse', 'ask', 'withdraw'])
    expect(await villageOf()).toBe('苔湖村')
  })

  test('comes back when two people take it back', async () => {
    await of.data.decide(1, 'home', '发放计划')
    await of.head.answer(1, 'home', true)
    expect((await of.data.undo(1, 'home')).people[0]!.waiting).toMatchObject({ undo: true })
    expect(await villageOf()).toBe('樟坑底村')
    await of.head.answer(1, 'home', true)
    expect(await villageOf()).toBe('苔湖村')
    expect((await findEach(cloud.db, codes, {})).map(({ villageCode }) => villageCode)).toEqual([(await homeOf(cloud, 1)).villageCode])
  })
})

test('who lives is said to live: the alert of somebody dead on the register goes', async () => {
  await bring(deathFile(1, '陈阿公'))
  const dead = async () => {
    await patrolled(cloud)
    return (await findEach(cloud.db, alerts, { detector: 'dead_on_register' })).map(({ state }) => state)
  }
  expect(await dead()).toEqual(['found'])
  await of.data.decide(1, 'alive', '名册')
  expect(await dead()).toEqual(['found'])
  await of.head.answer(1, 'alive', true)
  expect(await dead()).toEqual(['gone'])
})

/** A register that says another number of the same day: two lists of one agency that differ. */
const otherPhone = (): [string, Buffer] => registerFile([[1, '陈阿公']], '2026-10-10', '16000000008')

describe('a phone, by one person', () => {
  test('stays when a register comes, helps to bind only later, and goes back', async () => {
    await expect(of.officer.give(1, 'phone', '16000000009')).rejects.toThrow('没有要定的')
    await bring(otherPhone())
    await expect(of.officer.give(1, 'phone', '不知道')).rejects.toThrow('电话没有看懂')
    await of.officer.give(1, 'phone', '160 0000 0009')
    await bring(register('2026-10-18'))
    const [contact] = await findEach(cloud.db, contacts, {})
    expect(contact).toMatchObject({ by: 'decided' })
    expect(open(cloud.keys, contact!.phoneSealed)).toBe('16000000009')
    expect(contact!.from! > tuesday).toBe(true)
    expect(phoneIn(await of.officer.file(1))).toEqual(['16000000009'])
    await of.officer.undo(1, 'phone')
    expect(phoneIn(await of.officer.file(1))).toEqual(['16000000001'])
    expect(await findEach(cloud.db, contacts, {})).toMatchObject([{ by: 'register' }])
  })
})
const phoneIn = ({ numbers }: OfficerFile) => numbers[0]!.values.flatMap(({ field, value }) => (field === 'phone' ? [value] : []))

describe('with imports that are taken back', () => {
  const takeBack = async (fileName: string) => {
    const [file] = await findEach(cloud.db, imports, { fileName })
    const sha256 = file!._id
    let far = await cloud.operate<{ state: string; error?: string }>('undo', { sha256, reason: '发错了表' }, 'intake')
    while (far.state === 'waiting') {
      await cloud.operate('work', {}, 'intake')
      far = await cloud.operate('undoProgress', { sha256 }, 'intake')
    }
    return far
  }

  test('the plan whose word was taken is gone, and the decision holds', async () => {
    await of.officer.decide(1, 'name', '发放计划')
    expect(await takeBack('财政_发放计划.xlsx')).toMatchObject({ state: 'done' })
    expect(await names()).toEqual(threeTimes('陈阿工'))
    expect((await of.officer.ask(1, 'name')).people[0]).toMatchObject({ decided: { says: '陈**' } })
    await of.officer.undo(1, 'name')
    expect(await names()).toEqual(threeTimes('陈阿公'))
  })

  test('a register that came after the decision leaves it as it was', async () => {
    await of.officer.decide(1, 'name', '发放计划')
    const before = await names()
    await bring(register('2026-10-18'))
    expect(await takeBack('民政_名册_2026-10-18.xlsx')).toMatchObject({ state: 'done' })
    expect(await names()).toEqual(before)
  })

  test('the register that the decision stands on is not taken back from under it', async () => {
    await of.officer.decide(1, 'name', '发放计划')
    expect(await takeBack('民政_名册_2026-10-10.xlsx')).toMatchObject({ state: 'failed' })
    expect(await names()).toEqual(threeTimes('陈阿工'))
  })
})

describe('the cards of two agencies', () => {
  const cardIn = ({ numbers }: OfficerFile) => numbers[0]!.values.flatMap(({ field, value }) => (field === 'card' ? [value] : []))

  test('differ in an alert without a number; two people decide which is shown', async () => {
    await bring(planOf('农业农村局', '6200000000000000077'))
    expect(await patrolled(cloud)).toMatchObject({ card: 'found' })
    const [alert] = await findEach(cloud.db, alerts, { cause: 'card' })
    expect(alert).toMatchObject({ agencyId: 'finance' })
    expect(JSON.stringify(alert)).not.toMatch(/6200000000/)
    expect((await of.officer.file(1)).marks).toContainEqual({ of: 'card', member: 0, head: true, says: 'differ' })
    await of.treasury.decide(1, 'card', '财政局')
    await expect(of.treasury.answer(1, 'card', true)).rejects.toThrow('要两个人')
    await of.treasurer.answer(1, 'card', true)
    expect(cardIn(await of.officer.file(1))).toEqual(['6200000000000000001'])
    expect((await of.officer.file(1)).marks).toContainEqual({ of: 'card', member: 0, head: true, says: 'decided' })
    expect(await patrolled(cloud)).toMatchObject({ card: 'gone' })
  })

  test('two of one agency are no difference', async () => {
    await bring(planFile([[1, '陈阿公', '苔湖村']], '发放计划第2批', '2026-10-12'))
    expect(await patrolled(cloud)).not.toHaveProperty('card')
  })
})

test('the file marks each value that has several sources, and says where they differ', async () => {
  const { marks } = await of.officer.file(1)
  expect(marks.map(({ of: field, says }) => `${field} ${says}`).sort()).toEqual(['home differ', 'name differ'])
})

test('a rotation of keys leaves what was decided readable', async () => {
  await of.officer.decide(1, 'name', '发放计划')
  cloud.addRootKey()
  expect(await resealAll(cloud)).toMatchObject({ remaining: 0 })
  expect((await findEach(cloud.db, sourceDecisions, {}))[0]!.standing!.wordsSealed).toMatch(/^2\./)
  expect((await of.officer.ask(1, 'name')).people[0]).toMatchObject({ decided: { reason: '到户里看过户口本' } })
})
