import type { County } from '../county/county'
import { causesUnanswered, measuresLate, reviewsLate, withoutPlan, type PlannedHome, type TownPlans } from '../alerts/detectors/plans'
import { faultOfDraft, unanswered } from './plan-draft'
import { planActsFor, planPartiesOf, type PlanParty } from './plan-powers'
import { planDueOn, reviewsOf } from './plan-review'
import { suggestFor, type PlanElsewhere } from './plan-suggestions'
import { planActs, planStates, withDraft, withNote, type PlanContent, type PlanDraft, type PlannedMeasure, type PlanState } from './plans'

const said = { source: '虚构' }
const county = {
  agencies: [
    { id: 'health', name: '县卫生健康局', aliases: [] },
    { id: 'town-1', name: '一镇', aliases: [], area: '330399101' },
    { id: 'discipline', name: '县纪委', aliases: [] },
    { id: 'civil-affairs', name: '县民政局', aliases: [] },
  ],
  duties: { discipline: 'discipline', data: 'data', finance: 'finance' },
  cases: { agency: 'civil-affairs' },
  causes: [
    { id: 'illness', name: '因病', nature: 'shock', strategy: '', ...said },
    { id: 'schooling', name: '因学', nature: 'stage', strategy: '', ...said },
  ],
  measures: [
    { id: 'doctor', name: '医生随访', answers: ['illness'], proof: '来过', ...said },
    { id: 'school-aid', name: '助学', answers: ['schooling'], proof: '到账', ...said },
  ],
} as unknown as County
const today = '2026-12-10'
const doctor = { id: 'doctor', words: '每月随访', who: 'doctor', until: '2026-12-31', proof: '来过' } as const
const draft: PlanDraft = { causes: [{ id: 'illness' }], measures: [doctor] }
const measure = (over: Partial<PlannedMeasure> = {}): PlannedMeasure => ({ ...doctor, n: 1, state: 'open', notes: [], ...over })
const content = (...measures: PlannedMeasure[]): PlanContent => ({ causes: [{ id: 'illness' }], measures })

/** Every state × party: what may be done, in the order write, approve, sendBack, note, done, drop. */
const table: [PlanState | 'none', Record<PlanParty, string>][] = [
  ['none', { worker: 'w', town: 'w', answering: '', county: '' }],
  ['asked', { worker: 'w', town: 'was', answering: '', county: '' }],
  ['back', { worker: 'w', town: 'w', answering: '', county: '' }],
  ['standing', { worker: 'wndx', town: 'wndx', answering: 'nd', county: '' }],
  ['revising', { worker: 'wndx', town: 'wasndx', answering: 'nd', county: '' }],
]
const letter = { write: 'w', approve: 'a', sendBack: 's', note: 'n', done: 'd', drop: 'x' }
test('every state × party', () => {
  expect(table.map(([state]) => state)).toEqual(['none', ...planStates])
  for (const [state, powers] of table)
    for (const [party, letters] of Object.entries(powers))
      expect([
        state,
        party,
        planActsFor([party as PlanParty], state)
          .map((act) => letter[act])
          .join(''),
      ]).toEqual([state, party, letters])
  expect(Object.keys(letter)).toEqual(planActs)
})

test.each<[string, Parameters<typeof planPartiesOf>[2], boolean, PlanParty[]]>([
  ['a worker of the household', { agencyId: 'town-1', role: 'grid-worker' }, true, ['worker']],
  ['a worker of another', { agencyId: 'town-1', role: 'cadre' }, false, []],
  ['an officer of its town', { agencyId: 'town-1', role: 'officer' }, false, ['town']],
  ['an agency that does a measure', { agencyId: 'health', role: 'officer' }, false, ['answering']],
  ['the discipline office', { agencyId: 'discipline', role: 'head' }, false, ['county']],
  ['its data officer', { agencyId: 'discipline', role: 'data-officer' }, false, []],
  ['who decides about the register', { agencyId: 'civil-affairs', role: 'officer' }, false, ['county']],
])('%s', (_, one, theirs, parties) => {
  expect(planPartiesOf(county, { townCode: '330399101', answering: ['health'] }, one, theirs)).toEqual(parties)
})

test.each<[string, PlanDraft, string | undefined]>([
  ['whole', draft, undefined],
  ['without a cause', { ...draft, causes: [] }, '至少选一个原因'],
  ['of a cause twice', { ...draft, causes: [{ id: 'illness' }, { id: 'illness' }] }, '选了两次'],
  ['of an unknown cause', { ...draft, causes: [{ id: 'x' }] }, '刷新后重选'],
  ['of a stage without its end', { ...draft, causes: [{ id: 'illness' }, { id: 'schooling' }] }, '写到哪天'],
  ['of a stage that ends today', { ...draft, causes: [{ id: 'illness' }, { id: 'schooling', until: today }] }, '已经过了'],
  ['of a shock with an end', { ...draft, causes: [{ id: 'illness', until: '2027-01-01' }] }, '不用写到哪天'],
  ['without a measure', { ...draft, measures: [] }, '至少一项'],
  ['by nobody', { ...draft, measures: [{ ...doctor, who: 'somebody' }] }, '由谁来做'],
  [
    'by an agency, the household',
    {
      ...draft,
      measures: [
        { ...doctor, who: 'health' },
        { ...doctor, who: 'self' },
      ],
    },
    undefined,
  ],
  ['until yesterday', { ...draft, measures: [{ ...doctor, until: '2026-12-09' }] }, '日子已经过了'],
  ['until today', { ...draft, measures: [{ ...doctor, until: today }] }, undefined],
  ['that answers another cause', { ...draft, measures: [{ ...doctor, id: 'school-aid' }] }, '对不上'],
  ['that goes on with what is not there', { ...draft, measures: [{ ...doctor, n: 3 }] }, '对不上'],
])('a draft %s', (_, one, words) => {
  const fault = faultOfDraft(county, one, undefined, today)
  if (words === undefined) expect(fault).toBeUndefined()
  else expect(fault).toContain(words)
})

test('a new version: progress stays, what was done meanwhile stays done, what is left out is dropped and says so', () => {
  const note = { on: '2026-12-01', act: 'note', by: '网格员', words: '去过了' } as const
  const before = content(measure({ notes: [note] }), measure({ n: 2, state: 'done' }), measure({ n: 3 }))
  const after = withDraft(before, { ...draft, measures: [{ ...doctor, n: 1, words: '改了' }, { ...doctor, n: 2 }, doctor] }, today)
  expect(after.measures.map(({ n, state, words, notes }) => [n, state, words, notes.length])).toEqual([
    [1, 'open', '改了', 1],
    [2, 'done', '每月随访', 0],
    [3, 'dropped', '每月随访', 1],
    [4, 'open', '每月随访', 0],
  ])
})

test('a note is of one open measure', () => {
  const note = { on: today, act: 'done', by: '网格员', words: '做成了' } as const
  expect(withNote(content(measure(), measure({ n: 2 })), 2, note)?.measures.map(({ state }) => state)).toEqual(['open', 'done'])
  expect(withNote(content(measure({ state: 'dropped' })), 1, note)).toBeUndefined()
  expect(withNote(content(measure()), 2, note)).toBeUndefined()
})

test('a cause is answered by an open or done measure; one that is over asks for none', () => {
  expect(unanswered(county, content(measure({ state: 'done' })), today)).toEqual([])
  expect(unanswered(county, content(measure({ state: 'dropped' })), today)).toEqual(['illness'])
  const stage = (until: typeof today | '2026-12-09') => ({ causes: [{ id: 'schooling', until }], measures: [] })
  expect([unanswered(county, stage(today), today), unanswered(county, stage('2026-12-09'), today)]).toEqual([['schooling'], []])
})

test('looked at again: after its year, or so long after something happened, the soonest first', () => {
  const plan = { agreedOn: '2026-01-10', causes: [{ id: 'schooling', until: '2026-12-09' }] } as const
  const since = { vitalOn: ['2026-01-10', '2026-03-01'], needsDueOn: [today, '2026-05-01'], otherCategoryOn: '2026-02-01' } as const
  const all = reviewsOf(plan, since, { reviewDays: 365, reviseDays: 30 }, today)
  expect(all.map(({ dueOn }) => dueOn)).toEqual(['2026-03-03', '2026-03-31', '2026-05-31', '2027-01-08', '2027-01-10'])
  const quiet = { vitalOn: ['2026-01-10'], needsDueOn: [today] } as const
  expect(reviewsOf({ ...plan, causes: [] }, quiet, { reviewDays: 365, reviseDays: 30 }, today)).toHaveLength(1)
  expect([planDueOn('2020-01-01', '2026-12-01', 60), planDueOn('2027-01-01', '2026-12-01', 60)]).toEqual(['2027-01-30', '2027-03-02'])
})

describe('alerts of a town, on the day and the day after', () => {
  const home = (id: string, over: Partial<PlannedHome> = {}): PlannedHome => ({ householdId: id, planDueOn: today, ...over })
  const planned = (id: string, one: PlanContent, dueOn = '2027-01-01'): PlannedHome =>
    home(id, { plan: { id: `plan-${id}`, outline: one, reviews: [{ why: '满一年', dueOn: dueOn as never }] } })
  const on = (day: string, ...homes: PlannedHome[]): TownPlans => ({
    ...{ townCode: '330399101', agencyId: 'town-1', homes, measures: county.measures, today: day as never },
  })
  const isAgency = (who: string) => county.agencies.some(({ id }) => id === who)
  test('without a plan: one of the town, with every household', () => {
    expect(withoutPlan(on(today, home('a'), home('b')))).toEqual([])
    const [found, ...more] = withoutPlan(on('2026-12-11', home('b'), home('a'), planned('c', content(measure()))))
    expect([found!.records.length, found!.facts, found!.agencyId, more]).toEqual([2, ['a', 'b'], 'town-1', []])
    expect(found!.why).toContain('2 户')
  })
  test('a measure past its day goes to who does it', () => {
    const homes = [planned('a', content(measure())), planned('b', content(measure({ who: 'health' }), measure({ n: 2, state: 'done' })))]
    expect(measuresLate(on('2026-12-31', ...homes), isAgency)).toEqual([])
    expect(measuresLate(on('2027-01-01', ...homes), isAgency).map(({ agencyId, facts }) => [agencyId, facts])).toEqual([
      ['town-1', ['a']],
      ['health', ['b']],
    ])
  })
  test('a cause without a measure; a plan not looked at again', () => {
    const homes = [planned('a', content(measure({ state: 'dropped' }))), planned('b', content(measure()))]
    expect(causesUnanswered(on(today, ...homes)).map(({ facts }) => facts)).toEqual([['a']])
    expect(reviewsLate(on('2027-01-01', ...homes))).toEqual([])
    expect(reviewsLate(on('2027-01-02', ...homes))[0]!.facts).toEqual(['a', 'b'])
  })
})

test('what worked elsewhere is told from five similar households on, and only if it worked', () => {
  const elsewhere = (count: number, done: number, over: Partial<PlanElsewhere> = {}): PlanElsewhere[] =>
    Array.from({ length: count }, (_, i) => ({
      ...{ category: 'low', people: 3, outline: content(measure({ state: i < done ? 'done' : 'dropped' })), ...over },
    }))
  const home = { category: 'low', people: 1 }
  const tell = (all: PlanElsewhere[]) => suggestFor(['illness'], home, all, county.measures)
  expect(tell(elsewhere(4, 4))).toEqual([])
  expect(tell(elsewhere(5, 0))).toEqual([])
  expect(tell([...elsewhere(12, 9), ...elsewhere(5, 5, { category: 'other' })])).toEqual([
    { measure: 'doctor', cause: 'illness', tried: 12, done: 9 },
  ])
})
