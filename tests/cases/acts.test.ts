import type { CaseFile } from '#contract/office/cases'
import type { OfficerRole } from '#domain/access/staff'
import { caseActs, caseStates, type CaseAct, type CaseState } from '#domain/work/cases'
import { findEach } from '#store/db/read'
import { remove, update } from '#store/db/write'
import { staff, type Staff } from '#store/access/staff'
import { households } from '#store/people/register'
import { audit } from '#store/record/audit'
import { caseEvents, cases, type RegisterCase } from '#store/work/cases'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { aHousehold, asStaff, aStaff } from '../harness/people'
import { startCloud, type As, type Cloud } from '../harness/cloud'
import { found, posts, refusal, theDesk, town, village, type Desk } from './desk'

/** Every state × act × post × agency of an exit, against the functions themselves; what is right is written here by hand. */
const agencies = {
  agency: 'civil-affairs',
  town: 'town-330328102',
  overseer: 'discipline',
  'other town': 'town-330328100',
  other: 'education',
}
type Party = keyof typeof agencies

const working = ['agency *', 'town *']
const deciding = ['agency head', 'agency data-officer']
const answering = [...deciding, 'overseer head']
const undecided = { clue: 'withdrawn', check: 'withdrawn', compare: 'withdrawn', notice: 'withdrawn', decision: 'withdrawn' } as const
const right: Record<CaseAct, { leads: Partial<Record<CaseState, CaseState>>; who: string[] }> = {
  take: { leads: { clue: 'check' }, who: working },
  reuse: { leads: { clue: 'compare', check: 'compare' }, who: working },
  checked: { leads: { check: 'compare' }, who: working },
  post: { leads: { compare: 'notice' }, who: working },
  propose: { leads: { notice: 'decision' }, who: working },
  approve: { leads: { decision: 'telling' }, who: deciding },
  refuse: { leads: { decision: 'refused' }, who: deciding },
  sendBack: { leads: { decision: 'check' }, who: deciding },
  drop: {
    leads: { clue: 'refused', check: 'refused', compare: 'refused', notice: 'refused' },
    who: [...deciding, 'town head', 'town data-officer'],
  },
  withdraw: { leads: undecided, who: working },
  tell: { leads: { telling: 'watch' }, who: working },
  appeal: { leads: { telling: 'appeal', watch: 'appeal' }, who: working },
  stand: { leads: { appeal: 'watch' }, who: answering },
  overturn: { leads: { appeal: 'restored' }, who: answering },
  end: { leads: { watch: 'ended' }, who: working },
}
const sent: Record<CaseAct, [action: string, more: object]> = {
  take: ['takeCase', {}],
  reuse: ['reuseCheck', { checkId: 'none' }],
  checked: ['checkedCase', { on: '2026-10-20', found }],
  post: ['postCase', {}],
  propose: ['proposeCase', { evidence: '核查表' }],
  approve: ['decideCase', { act: 'approve' }],
  refuse: ['decideCase', { act: 'refuse' }],
  sendBack: ['decideCase', { act: 'sendBack' }],
  drop: ['dropCase', {}],
  withdraw: ['withdrawCase', {}],
  tell: ['tellCase', { on: '2026-10-20' }],
  appeal: ['appealCase', {}],
  stand: ['answerAppeal', { act: 'stand' }],
  overturn: ['answerAppeal', { act: 'overturn' }],
  end: ['endCase', { fallen: false }],
}
const mayBy = (act: CaseAct, state: CaseState, party: Party, post: OfficerRole): boolean =>
  right[act].leads[state] !== undefined && (right[act].who.includes(`${party} *`) || right[act].who.includes(`${party} ${post}`))
const isSeen = (party: Party, post: OfficerRole): boolean =>
  party === 'agency' || party === 'town' || (party === 'overseer' && post !== 'data-officer')

let cloud: Cloud
let desk: Desk
let home: Awaited<ReturnType<typeof aHousehold>>
let caseId: string
let justOpened: () => void
const officers = new Map<string, As>()
/** A head, and whoever the head invited. */
const twoOfOneMind: Staff[] = []
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  desk = await theDesk(cloud)
  for (const party of Object.keys(agencies) as Party[])
    for (const post of posts)
      officers.set(
        `${party} ${post}`,
        await asStaff(cloud, await aStaff(cloud, post, { agencyId: agencies[party], name: `${party} ${post}` })),
      )
  const mine = await aStaff(cloud, 'head', { agencyId: 'civil-affairs' })
  const invited = await aStaff(cloud, 'data-officer', { agencyId: 'civil-affairs' })
  await update(cloud.db, staff, { _id: invited._id }, { $set: { invitedBy: mine._id } })
  twoOfOneMind.push(mine, invited)
  home = await aHousehold(cloud, { townCode: town, villageCode: village, headName: '钟建国' })
  const opened = await desk.ask('openCase', {
    ...{ kind: 'exit', grantId: desk.grant._id, householdId: home._id, source: 'officer', words: '收入稳定了', reasonId: 'income-steady' },
  })
  caseId = opened.row.id
  justOpened = cloud.mark()
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

const as = (party: Party, post: OfficerRole = 'officer') => officers.get(`${party} ${post}`)!
/** An exit as it would stand, put forward by somebody who is nobody here. */
async function stands(state: CaseState, over: Partial<RegisterCase> = {}) {
  justOpened()
  const past = {
    noticeFrom: '2026-10-10',
    noticeUntil: '2026-10-14',
    decidedOn: '2026-10-15',
    watchUntil: '2026-10-20',
    appealUntil: '2026-10-30',
  }
  const people = { proposedBy: 'proposer', proposer: '某镇的工作人员', decidedBy: 'decider', approver: '县民政局的一把手' }
  const at = { state, open: !['done', 'ended', 'restored', 'refused', 'withdrawn'].includes(state), ...past, ...people, ...over }
  await update(cloud.db, cases, { _id: caseId }, { $set: at })
  // Of what was decided the register has it already.
  if (state === 'appeal') await update(cloud.db, households, { _id: home._id }, { $set: { onRegister: false } })
}
const does = (act: CaseAct, who: As, over: object = {}) => {
  const [action, more] = sent[act]
  return desk.ask<CaseFile>(action, { id: caseId, words: '已经核实清楚', ...more, ...over }, who)
}
const stored = async () => (await findEach(cloud.db, cases, { _id: caseId }))[0]!

describe.each(caseStates)('%s', (state) => {
  test('is told with what each may do with it', async () => {
    await stands(state)
    for (const party of Object.keys(agencies) as Party[])
      for (const post of posts) {
        const seen = await desk.ask('case', { id: caseId }, as(party, post)).catch((error: Error) => error.message)
        const expected = isSeen(party, post)
          ? caseActs.filter((act) => mayBy(act, state, party, post))
          : expect.stringMatching(/^not-found: /)
        expect([party, post, typeof seen === 'string' ? seen : seen.can]).toEqual([party, post, expected])
      }
  })

  test.each(caseActs.filter((act) => act !== 'reuse'))('%s: does for whoever may, and for nobody else', async (act) => {
    const all = (Object.keys(agencies) as Party[]).flatMap((party) => posts.map((post) => ({ party, post })))
    const may = all.filter(({ party, post }) => mayBy(act, state, party, post))
    // One who may, and of those who may not one of each agency: the answers above have told all of them.
    const tried = [...may.slice(-1), ...all.filter(({ party, post }) => !mayBy(act, state, party, post) && post === 'officer')]
    for (const { party, post } of right[act].leads[state] ? tried : tried.slice(0, 1)) {
      await stands(state)
      const said = await refusal(does(act, as(party, post)))
      const { state: becomes, open, endedOn, turn } = await stored()
      if (mayBy(act, state, party, post)) {
        expect([party, post, said, becomes]).toEqual([party, post, 'done', right[act].leads[state]])
        expect(endedOn).toBe(open ? null : '2026-10-20')
      } else {
        expect([party, post, said]).toEqual([
          party,
          post,
          expect.stringMatching(isSeen(party, post) ? /：|“|您写的字还在|不归您办/ : /^not-found: /),
        ])
        expect([becomes, turn]).toEqual([state, 1])
      }
    }
  })
})

test('who put it forward does not decide it, nor does who stands behind them, nor answers either of them an appeal', async () => {
  const [mine, invited] = twoOfOneMind as [Staff, Staff]
  await stands('decision', { proposedBy: mine._id })
  for (const one of twoOfOneMind) {
    const session = await asStaff(cloud, one)
    expect(await refusal(does('approve', session))).toContain('不是提出的人')
    expect((await desk.ask('case', { id: caseId }, session)).can).not.toContain('approve')
  }
  expect(await refusal(does('approve', desk.as.head))).toBe('done')
  await stands('appeal', { decidedBy: mine._id })
  expect(await refusal(does('overturn', await asStaff(cloud, invited)))).toContain('不是当初提出、批准的人')
})

test('two who decide at once: one does it, the other is told, and it happened once', async () => {
  await stands('decision')
  const said = await Promise.all([
    refusal(does('approve', as('agency', 'head'))),
    refusal(does('refuse', as('agency', 'data-officer'))),
    refusal(does('withdraw', as('town'))),
  ])
  expect(said.filter((one) => one === 'done')).toHaveLength(1)
  const happened = (await findEach(cloud.db, caseEvents, { caseId }))
    .map(({ act }) => act)
    .filter((act) => ['approve', 'refuse', 'withdraw'].includes(act))
  expect(happened).toHaveLength(1)
})

test('the same about the same household is one case, however many open it at once', async () => {
  const one = await aHousehold(cloud, { townCode: town, villageCode: village })
  const opening = () =>
    refusal(desk.ask('openCase', { kind: 'category', grantId: desk.grant._id, householdId: one._id, source: 'officer', words: '情况变了' }))
  const said = await Promise.all([opening(), opening(), opening()])
  expect(said.filter((each) => each === 'done')).toHaveLength(1)
  expect(said.find((each) => each !== 'done')).toContain('已经有一件“类别变更”在办')
})

test('every look and every try is on record as about the case, with whose it is only for those whose work it is', async () => {
  await stands('clue')
  await remove(cloud.db, audit, {})
  await desk.ask('case', { id: caseId }, as('town'))
  await refusal(desk.ask('case', { id: caseId }, as('other')))
  await does('take', as('town'))
  const about = { kind: 'case', id: caseId }
  const kept = await findEach(cloud.db, audit, {})
  expect(kept.map((entry) => [entry.action, entry.granted, entry.about, entry.householdId]).sort()).toEqual(
    [
      ['office.case', true, about, home._id],
      ['office.case', false, about, null],
      ['office.takeCase', true, about, home._id],
    ].sort(),
  )
})
