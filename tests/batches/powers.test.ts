import type { BatchFile } from '#contract/office/batches'
import type { BatchLineList } from '#contract/office/batch-lines'
import type { OfficerRole } from '#domain/access/staff'
import { lineActs, lineStates, type LineAct, type LineState } from '#domain/work/batch-lines'
import { batchActs, batchStates, type BatchAct, type BatchState } from '#domain/work/batches'
import { findEach } from '#store/db/read'
import { remove, update } from '#store/db/write'
import { batches, batchEvents, batchLines, type Batch, type BatchLine } from '#store/money/batches'
import { jobs } from '#store/work/jobs'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { asStaff, aStaff } from '../harness/people'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { numberOf, workbook } from '../intake/made'
import { planOf, refusal, theDesk, type Desk } from './desk'
import {
  agencies,
  beforehand,
  everybody,
  isSeen,
  lineIsThere,
  mayWithBatch,
  mayWithLine,
  ofBatch,
  ofLine,
  parties,
  type Party,
  type Waiting,
} from './powers'

/** Every state × act × post × agency, of batches and of lines, against the functions themselves. */
let cloud: Cloud
let desk: Desk
let drafted: Batch
let lines: BatchLine[]
const officers = new Map<string, As>()
const as = (party: Party, post: OfficerRole = 'officer') => officers.get(`${party} ${post}`)!

beforeAll(async () => {
  onlyTheClockIsFake('2026-10-12T02:00:00Z')
  cloud = await startCloud()
  const headings = ['序号', '乡镇', '村', '姓名', '身份证号', '卡号', '项目', '属期', '金额(元)']
  const rows = lineStates.map((_, i) => [
    ...[i + 1, '大峃镇', '苔湖村', '赵甲', numberOf(i + 1), `620000000000${String(i + 1).padStart(3, '0')}`],
    ...['困难残疾人生活补贴', '2026年10月', 300 + i],
  ])
  await cloud.importBytes('财政局_2026年10月.xlsx', workbook([['发放计划（2026年10月）'], headings, ...rows]))
  desk = await theDesk(cloud)
  for (const { party, post } of everybody)
    officers.set(
      `${party} ${post}`,
      await asStaff(cloud, await aStaff(cloud, post, { agencyId: agencies[party], name: `${party} ${post}` })),
    )
  const { row } = await desk.draft({ importId: await planOf(cloud) })
  await update(cloud.db, batches, { _id: row.id }, { $set: { agencyId: agencies.payer } })
  const ofPayer = { agencyId: agencies.payer, townCode: '330328102', decided: 'pay' }
  await update(cloud.db, batchLines, { batchId: row.id }, { $set: ofPayer })
  drafted = (await findEach(cloud.db, batches, {}))[0]!
  lines = (await findEach(cloud.db, batchLines, {})).sort((a, b) => a.n - b.n)
}, 60_000)
afterAll(async () => {
  jest.useRealTimers()
  await cloud.close()
})

/**
 * The batch as it would stand there; lines in `given`, one after the other; `waits`: somebody who is nobody here has asked for more, or one
 * line has to be decided about.
 */
async function stands(state: BatchState, given: readonly LineState[] = ['planned'], waits: Waiting = '') {
  const asked = waits === 'asked'
  await Promise.all([remove(cloud.db, batchEvents, {}), remove(cloud.db, jobs, {})])
  const open = state !== 'closed' && state !== 'cancelled'
  const file = { lines: drafted.totals.lines, fen: drafted.totals.fen, jobId: 'j', fileName: 'f', pieces: 1, digest: 'd' }
  const at = {
    state,
    open,
    file,
    undecided: Number(waits === 'found'),
    submittedBy: 'submitter',
    approvedOn: '2026-10-12',
    resetAskedBy: asked ? 'asker' : null,
  }
  await update(cloud.db, batches, { _id: drafted._id }, { $set: { ...at, totals: drafted.totals, turn: 1 } })
  const beside = { recoveredFen: 0, turn: 1, mendAskedBy: 'asker', giveUpAskedBy: asked ? 'asker' : null, recoverAskedBy: 'asker' }
  for (const now of given) {
    const which = given.length === 1 ? { batchId: drafted._id } : { _id: lines[given.indexOf(now)]!._id }
    const creditedFen = asked || ['credited', 'recovering'].includes(now) ? 30_000 : 0
    await update(cloud.db, batchLines, which, { $set: { ...beside, state: now, creditedFen, decided: 'pay', flags: [], reissuedAs: null } })
  }
  if (waits === 'found')
    await update(
      cloud.db,
      batchLines,
      { _id: lines[0]!._id },
      { $set: { decided: null, flags: [{ code: 'paid_after_death', why: '已经去世' }] } },
    )
}
/** Told why, and what to do; or that there is none, to those whose it is not. */
const refused = (state: BatchState, party: Party, post: OfficerRole) =>
  expect.stringMatching(isSeen(state, party, post) ? /：|“|。|不归您办/ : /^not-found: /) as string
const storedLine = async () => (await findEach(cloud.db, batchLines, { _id: lines[0]!._id }))[0]!
const eventsOf = async (act: string) => (await findEach(cloud.db, batchEvents, { act })).length
const stored = async () => (await findEach(cloud.db, batches, {}))[0]!

const does = (act: BatchAct, who: As) => {
  const [action, more] = ofBatch[act].by
  return desk.ask<BatchFile>(action, { id: drafted._id, words: '已经核对清楚', ...drafted.totals, ...more }, who)
}
const doesToLine = (act: LineAct, { _id }: BatchLine, who: As) => {
  const [action, more] = ofLine[act].by
  const of = beforehand.includes(act) ? { id: drafted._id, lineIds: [_id], count: 1 } : { lineId: _id }
  return desk.ask<unknown>(action, { ...of, words: '已经核对清楚', ...more }, who)
}
/** One who may, and of those who may not the highest post of each agency: what is told tells all of them. */
const tried = (may: (party: Party, post: OfficerRole) => boolean) => [
  ...everybody.filter(({ party, post }) => may(party, post)).slice(-1),
  ...parties.flatMap((of) => everybody.filter(({ party, post }) => party === of && !may(party, post)).slice(0, 1)),
]

const waitings = (state: BatchState): Waiting[] => (state === 'frozen' ? ['', 'asked', 'found'] : [''])
describe.each(batchStates.flatMap((state) => waitings(state).map((waits) => [state, waits] as const)))('a batch: %s %s', (state, waits) => {
  test('everybody is told what they may do with it', async () => {
    await stands(state, ['planned'], waits)
    for (const { party, post } of everybody) {
      const seen = await desk.ask('batch', { id: drafted._id }, as(party, post)).catch((error: Error) => error.message)
      const can = typeof seen === 'string' ? seen : batchActs.filter((act) => seen.can.includes(act))
      const expected = isSeen(state, party, post)
        ? batchActs.filter((act) => mayWithBatch(act, state, waits, party, post))
        : refused(state, party, post)
      expect([party, post, can]).toEqual([party, post, expected])
    }
  })

  test('whoever may does it, and nobody else; what has no place here is refused to all', async () => {
    const finance = { party: 'finance', post: 'head' } as const
    await stands(state, [ofAll(state)], waits)
    for (const act of batchActs.filter((one) => !mayWithBatch(one, state, waits, 'finance', 'head'))) await isRefused(act, finance)
    for (const act of batchActs.filter((one) => mayWithBatch(one, state, waits, 'finance', 'head'))) {
      const [one, ...others] = tried((party, post) => mayWithBatch(act, state, waits, party, post))
      for (const other of others) await isRefused(act, other)
      expect([act, await refusal(does(act, as(one!.party, one!.post)))]).toEqual([act, 'done'])
      expect([(await stored()).state, await eventsOf(act)]).toEqual([ofBatch[act].leads[state], 1])
      await stands(state, [ofAll(state)], waits)
    }
  })

  async function isRefused(act: BatchAct, { party, post }: { party: Party; post: OfficerRole }): Promise<void> {
    const said = await refusal(does(act, as(party, post)))
    const { state: is, turn, totals } = await stored()
    expect([act, party, said, is, turn, totals]).toEqual([act, party, refused(state, party, post), state, 1, drafted.totals])
  }
})
/** A batch that is closed has nothing open in it. */
const ofAll = (state: BatchState): LineState => (state === 'answered' ? 'credited' : 'planned')

test.each([...batchStates.map((state) => [state, false] as const), ['sent', true] as const])(
  'lines of a batch, %s: everybody is told what they may do with each; asked for, and come all the same: %s',
  async (state, asked) => {
    await stands(state, lineStates, asked ? 'asked' : '')
    for (const { party, post } of everybody) {
      const seen = await desk
        .ask<BatchLineList>('batchLines', { id: drafted._id, view: 'all' }, as(party, post))
        .catch((error: Error) => error.message)
      const can = typeof seen === 'string' ? seen : seen.rows.map((row) => [row.state, row.can])
      const listed = lineStates.map((line) => [line, lineActs.filter((act) => mayWithLine(act, state, line, asked, party, post))])
      const expected = party === 'other town' ? [] : listed
      expect([party, post, can]).toEqual([party, post, isSeen(state, party, post) ? expected : refused(state, party, post)])
    }
  },
)

test.each(lineStates)('a line, %s: whoever may does it, and nobody else; what has no place here is refused to all', async (line) => {
  const isRefused = async (act: LineAct, state: BatchState, { party, post }: { party: Party; post: OfficerRole }): Promise<void> => {
    const isSeenHere = isSeen(state, party, post) && party !== 'other town'
    const said = await refusal(doesToLine(act, lines[0]!, as(party, post)))
    const expected = isSeenHere ? refused(state, party, post) : expect.stringMatching(/^not-found: /)
    const now = await storedLine()
    expect([act, party, said, now.state, now.turn]).toEqual([act, party, expected, line, 1])
  }
  for (const state of ['draft', 'sent'] as const)
    for (const asked of [false, true]) {
      await stands(state, [line], asked ? 'asked' : '')
      const here = (act: LineAct) => lineIsThere(act, state, line, asked)
      for (const act of lineActs.filter((one) => !here(one))) await isRefused(act, state, { party: 'finance', post: 'head' })
      for (const act of lineActs.filter((one) => here(one) && asked === (ofLine[one].asked ?? one === 'recover'))) {
        const [one, ...others] = tried((party, post) => mayWithLine(act, state, line, asked, party, post))
        for (const other of others) await isRefused(act, state, other)
        expect([act, await refusal(doesToLine(act, lines[0]!, as(one!.party, one!.post)))]).toEqual([act, 'done'])
        expect([(await storedLine()).state, await eventsOf(act)]).toEqual([ofLine[act].leads[line], 1])
        await stands(state, [line], asked ? 'asked' : '')
      }
    }
})

/** Both at once: one of them did it, the other is told, and it happened once. */
async function atOnce(...asked: Promise<unknown>[]): Promise<string[]> {
  const said = await Promise.all(asked.map(refusal))
  expect(said.filter((one) => one === 'done')).toHaveLength(1)
  expect(said.find((one) => one !== 'done')).toMatch(/刚刚有人动过|现在是|不在编制中|还有没做完的事/)
  return (await findEach(cloud.db, batchEvents, {})).filter(({ by }) => by.as === 'staff').map(({ act }) => act)
}
const [first, second] = [() => as('finance', 'head'), () => as('payer', 'head')]

test.each<[BatchState, BatchAct, BatchAct]>([
  ['review', 'approve', 'approve'],
  ['review', 'approve', 'cancel'],
  ['review', 'approve', 'sendBack'],
  ['draft', 'submit', 'cancel'],
  ['frozen', 'handOver', 'askReset'],
])('two at once, %s: %s and %s', async (state, one, other) => {
  await stands(state)
  expect(await atOnce(does(one, first()), does(other, second()))).toHaveLength(1)
  expect((await stored()).turn).toBeGreaterThan(1)
})

test('two at once, frozen: of what became known one confirms it, and no total has changed', async () => {
  await stands('frozen', ['planned'], 'found')
  expect(await atOnce(does('confirm', first()), does('confirm', second()))).toEqual(expect.arrayContaining(['pay', 'confirm']))
  expect(await stored()).toMatchObject({ state: 'frozen', undecided: 0, totals: drafted.totals })
})

test('two at once: what somebody decides about a line is in what is submitted, or is told that it comes too late', async () => {
  await stands('draft')
  const acts = await atOnce(does('submit', first()), doesToLine('hold', lines[0]!, second()))
  const { state, totals } = await stored()
  expect([acts, state, totals.lines]).toEqual(
    acts[0] === 'submit' ? [['submit'], 'review', lines.length] : [['hold'], 'draft', lines.length - 1],
  )
})

test.each<[LineState, LineAct, LineAct]>([
  ['mending', 'agreeMend', 'refuseMend'],
  ['refused', 'giveUp', 'mend'],
  ['refused', 'giveUp', 'giveUp'],
  ['recovering', 'tookBack', 'unrecoverable'],
])('two at once with a line, %s: %s and %s', async (state, one, other) => {
  await stands('sent', [state], 'asked')
  expect(await atOnce(doesToLine(one, lines[0]!, first()), doesToLine(other, lines[0]!, second()))).toHaveLength(1)
})
