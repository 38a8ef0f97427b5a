import type { AlertFile, AlertList } from '#contract/supervision/alerts'
import { fen } from '#domain/money/money'
import type { OfficerRole } from '#domain/access/staff'
import type { AlertState, PeopleAct } from '#domain/work/alerts'
import { alertStates, peopleActs } from '#domain/work/alerts'
import { keepFindings } from '#affairs/alerts/keep-findings'
import { now } from '#kernel/call/clock'
import { findEach } from '#store/db/read'
import { remove, update } from '#store/db/write'
import { audit } from '#store/record/audit'
import { alertEvents, alerts, type Alert } from '#store/work/alerts'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { asStaff, aStaff } from '../harness/people'

/** Every state × act × post × agency, against the functions themselves; what is right is written here by hand. */
const posts: OfficerRole[] = ['head', 'data-officer', 'officer']
/** As what each agency stands to the alert: civil affairs looks first, finance has it in hand once it was handed over. */
const agencies = {
  overseer: 'discipline',
  data: 'data-office',
  first: 'civil-affairs',
  holder: 'finance',
  town: 'town-330328102',
  other: 'education',
  'other town': 'town-330328100',
}
type Party = keyof typeof agencies

/** From where each act leads where, and who does it: `party head` or `party *` for all three posts. */
const right: Record<PeopleAct, { leads: Partial<Record<AlertState, AlertState>>; who: string[]; uninspected?: string[] }> = {
  hand: { leads: { found: 'handed', handed: 'handed' }, who: ['overseer *', 'data head', 'data data-officer', 'first *'] },
  inspect: { leads: { found: 'inspection', handed: 'inspection' }, who: ['overseer head', 'overseer officer'] },
  order: { leads: { inspection: 'rectification' }, who: ['overseer head', 'overseer officer'] },
  rectified: { leads: { found: 'recheck', handed: 'recheck', rectification: 'recheck' }, who: ['holder *'] },
  pass: { leads: { recheck: 'closed' }, who: ['overseer head', 'overseer officer'], uninspected: ['first head'] },
  fail: { leads: { recheck: 'rectification' }, who: ['overseer head', 'overseer officer'], uninspected: ['first head'] },
  close: { leads: { inspection: 'closed' }, who: ['overseer head', 'overseer officer'] },
  refuse: {
    leads: { found: 'refused', handed: 'refused' },
    who: ['overseer head', 'overseer officer', 'holder head', 'holder data-officer', 'first head', 'first data-officer'],
  },
  reopen: { leads: { refused: 'found', closed: 'found' }, who: ['overseer head', 'overseer officer'] },
  remind: {
    leads: { found: 'found', handed: 'handed', rectification: 'rectification' },
    who: ['overseer *', 'data head', 'data data-officer', 'first *', 'town head', 'town data-officer'],
  },
}
const given: Record<PeopleAct, object> = {
  hand: { agencyId: 'water' },
  inspect: {},
  order: { days: 10 },
  rectified: {},
  pass: { outcome: 'fund', movedFen: 100 },
  fail: { days: 7 },
  close: { outcome: 'person' },
  refuse: {},
  reopen: {},
  remind: {},
}
const seeing: Party[] = ['overseer', 'data', 'first', 'holder', 'town']
/** The data office's ordinary staff have no business here. */
const isSeen = (party: Party, post: OfficerRole) => seeing.includes(party) && !(party === 'data' && post === 'officer')

function mayBy(act: PeopleAct, state: AlertState, party: Party, post: OfficerRole, inspected: boolean): boolean {
  const { leads, who, uninspected = [] } = right[act]
  const all = [...who, ...(inspected ? [] : uninspected)]
  return leads[state] !== undefined && (all.includes(`${party} *`) || all.includes(`${party} ${post}`))
}

let cloud: Cloud
const officers = new Map<string, As>()
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  for (const party of Object.keys(agencies) as Party[])
    for (const post of posts)
      officers.set(
        `${party} ${post}`,
        await asStaff(cloud, await aStaff(cloud, post, { agencyId: agencies[party], name: `${party} ${post}` })),
      )
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const as = (party: Party, post: OfficerRole = 'officer') => officers.get(`${party} ${post}`)!
let alertId: string
/** The one alert, as it would stand: in the hands of finance, said to be put right by somebody else. */
async function stands(state: AlertState, over: Partial<Alert> = {}) {
  await Promise.all([remove(cloud.db, alerts, {}), remove(cloud.db, alertEvents, {})])
  const villageCode = '330328102201'
  await keepFindings({ ...cloud, moment: now() }, { detector: 'bank_failed', scope: '2026-10' }, [
    {
      ...{ subject: { kind: 'person', id: 'p' }, agencyId: 'civil-affairs', villageCode, why: '没有到账。', amountFen: fen(76200) },
      ...{ records: [], facts: ['p'] },
    },
  ])
  await update(
    cloud.db,
    alerts,
    {},
    { $set: { state, open: !['closed', 'refused', 'gone'].includes(state), handedTo: 'finance', rectifiedBy: 'somebody', ...over } },
  )
  alertId = (await findEach(cloud.db, alerts, {}))[0]!._id
}
const does = (act: PeopleAct, who: As, over: object = {}) =>
  cloud.call<AlertFile>('supervision', `${act}Alert`, { id: alertId, words: '已经核实清楚', ...given[act], ...over }, who)
const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: Error) => error.message,
  )
const read = (who: As) => cloud.call<AlertFile>('supervision', 'alert', { id: alertId }, who)
const list = (who: As, input: object = { view: 'open' }) => cloud.call<AlertList>('supervision', 'alerts', input, who)
const stored = async () => (await findEach(cloud.db, alerts, {}))[0]!
const happened = async () => (await findEach(cloud.db, alertEvents, { alertId })).map(({ act }) => act)

describe.each(alertStates)('%s', (state) => {
  test.each(state === 'recheck' ? [true, false] : [false])('is told with what each may do with it (inspected: %s)', async (inspected) => {
    await stands(state, { inspected })
    for (const party of Object.keys(agencies) as Party[])
      for (const post of posts) {
        const seen = await read(as(party, post)).catch((error: Error) => error.message)
        const expected = isSeen(party, post)
          ? peopleActs.filter((act) => mayBy(act, state, party, post, inspected))
          : expect.stringMatching(/^not-found: /)
        expect([party, post, typeof seen === 'string' ? seen : seen.can]).toEqual([party, post, expected])
      }
  })

  test.each(peopleActs)('%s: does for whoever may, and for nobody else', async (act) => {
    const combinations = (Object.keys(agencies) as Party[]).flatMap((party) => posts.map((post) => ({ party, post })))
    for (const { party, post } of combinations) {
      const may = mayBy(act, state, party, post, false)
      // Of those who may not, one post of each agency, and where nobody may, one: the answers above have told all of them.
      const isTried = right[act].leads[state]
        ? post === posts[(peopleActs.indexOf(act) + party.length) % posts.length]
        : party === 'overseer'
      if (!may && !isTried) continue
      if (!may && !right[act].leads[state] && post !== 'officer') continue
      await stands(state)
      const said = await refusal(does(act, as(party, post)))
      if (may) {
        expect([party, post, said]).toEqual([party, post, 'done'])
        const { state: becomes, open, endedOn } = await stored()
        expect(endedOn).toBe(open ? null : '2026-10-20')
        expect([act, becomes, open]).toEqual([act, right[act].leads[state], !['closed', 'refused', 'gone'].includes(becomes)])
        expect(await happened()).toEqual(['raise', act])
      } else {
        expect([party, post, said]).toEqual([party, post, expect.stringMatching(isSeen(party, post) ? /您写的字还在/ : /^not-found: /)])
        expect(await stored()).toMatchObject({ state, turn: 1 })
      }
    }
  })
})

test('a whole way: handed, reminded, opened, inspected, ordered, put right, failed, put right, passed', async () => {
  await stands('found', { handedTo: null, rectifiedBy: null })
  await does('hand', as('first'), { agencyId: 'finance', words: '请核对户名后补发' })
  await does('remind', as('overseer'), { words: '请抓紧办' })
  expect((await list(as('holder'))).rows[0]!.reminded).toMatchObject({ by: 'overseer officer' })
  await read(as('first'))
  expect((await stored()).reminder!.openedAt).toBeNull()
  await read(as('holder'))
  expect((await read(as('overseer'))).row.reminded).toMatchObject({ openedBy: 'holder officer' })
  await does('inspect', as('overseer'))
  await does('order', as('overseer', 'head'), { days: 12 })
  expect((await stored()).dueOn).toBe('2026-11-01')
  await does('rectified', as('holder'))
  await does('fail', as('overseer'), { days: 3, words: '还差一笔没有补' })
  await does('rectified', as('holder', 'head'))
  const { row, history, can } = await does('pass', as('overseer'), { outcome: 'fund', movedFen: 76200 })
  expect(row).toMatchObject({ state: 'closed', outcome: 'fund', movedFen: 76200, holder: '县财政局', late: false })
  expect(row.dueOn).toBeUndefined()
  expect(can).toEqual(['reopen'])
  expect(history.map(({ act, by, words }) => [act, by?.name, words])).toEqual([
    ['raise', undefined, undefined],
    ['hand', 'first officer', '请核对户名后补发'],
    ['remind', 'overseer officer', '请抓紧办'],
    ['opened', 'holder officer', undefined],
    ['inspect', 'overseer officer', '已经核实清楚'],
    ['order', 'overseer head', '已经核实清楚'],
    ['rectified', 'holder officer', '已经核实清楚'],
    ['fail', 'overseer officer', '还差一笔没有补'],
    ['rectified', 'holder head', '已经核实清楚'],
    ['pass', 'overseer officer', '已经核实清楚'],
  ])
})

test('whoever says that it is put right does not say whether it is, nor does who stands behind them', async () => {
  await stands('found', { agencyId: 'finance', handedTo: null, rectifiedBy: null })
  await does('rectified', as('holder', 'head'))
  expect((await read(as('holder', 'head'))).can).toEqual([])
  expect(await refusal(does('pass', as('holder', 'head')))).toMatch(/报告整改的人自己不能复查/)
  const second = await aStaff(cloud, 'head', { agencyId: 'finance' })
  await update(cloud.db, alerts, {}, { $set: { rectifiedBy: second._id } })
  expect((await read(as('holder', 'head'))).can).toEqual(['pass', 'fail'])
})

test.each([
  ['hand', { agencyId: 'finance' }, '已经在这个单位手上'],
  ['hand', { agencyId: 'nowhere' }, '没有这个单位'],
  ['hand', { words: '办' }, '请写清楚要他们办什么'],
  ['refuse', { words: '' }, '请写清楚为什么不算'],
] as const)('%s with %j is told what is missing', async (act, over, words) => {
  await stands('handed')
  expect(await refusal(does(act, as('overseer'), over))).toContain(words)
  expect((await stored()).turn).toBe(1)
})

test('an outcome without trouble moves no money, days have an end, and none is negative', async () => {
  await stands('recheck')
  expect(await refusal(does('pass', as('overseer'), { outcome: 'nothing', movedFen: 1 }))).toContain('查无问题就没有')
  expect(await refusal(does('pass', as('overseer'), { outcome: 'fund', movedFen: -1 }))).toContain('不会是负的')
  expect(await refusal(does('pass', as('overseer'), { outcome: 'fine' }))).toMatch(/^bad-input/)
  expect(await refusal(does('fail', as('overseer'), { days: 91 }))).toContain('最长 90 天')
  expect((await stored()).turn).toBe(1)
})

test('reminded once a day; the next day again, and a new receipt is waited for', async () => {
  await stands('handed')
  await does('remind', as('overseer'))
  expect(await refusal(does('remind', as('first')))).toContain('今天已经由overseer officer督促过了')
  await read(as('holder'))
  onlyTheClockIsFake('2026-10-21T02:00:00Z')
  await does('remind', as('first'))
  expect((await stored()).reminder).toMatchObject({ byStaffId: expect.any(String) as string, openedAt: null })
  expect(await happened()).toEqual(['raise', 'remind', 'opened', 'remind'])
})

test('two who do something at once: one does it, the other is told, and it happened once', async () => {
  await stands('handed')
  const said = await Promise.all([refusal(does('inspect', as('overseer'))), refusal(does('refuse', as('holder', 'head')))])
  expect(said.filter((one) => one === 'done')).toHaveLength(1)
  expect(said.find((one) => one !== 'done')).toMatch(/刚刚有人动过|现在是/)
  expect(await happened()).toHaveLength(2)
})

test('every try is on record, a refused one as refused; a look at one too', async () => {
  await stands('handed')
  await remove(cloud.db, audit, {})
  await does('remind', as('overseer'))
  await refusal(does('inspect', as('first')))
  await refusal(does('inspect', as('other')))
  await read(as('holder'))
  expect((await findEach(cloud.db, audit, {})).map(({ action, granted, about }) => [action, granted, about]).sort()).toEqual(
    [
      ['supervision.alert', true, { kind: 'alert', id: alertId }],
      ['supervision.inspectAlert', false, { kind: 'alert', id: alertId }],
      ['supervision.inspectAlert', false, { kind: 'alert', id: alertId }],
      ['supervision.remindAlert', true, { kind: 'alert', id: alertId }],
    ].sort(),
  )
})

test('what is over its day is late, waits for the discipline office, and is counted so', async () => {
  await stands('handed', { dueOn: '2026-10-19' })
  expect((await list(as('overseer'), { view: 'today' })).rows).toMatchObject([{ late: true }])
  expect((await list(as('first'), { view: 'late' })).words.find(({ word }) => word === '少')).toEqual({ word: '少', open: 1, late: 1 })
  await stands('handed', { dueOn: '2026-10-20' })
  expect((await list(as('overseer'), { view: 'today' })).rows).toEqual([])
  expect((await list(as('holder'), { view: 'today' })).rows).toMatchObject([{ late: false }])
  expect((await list(as('first'), { view: 'late' })).total).toBe(0)
})
