import { randomUUID } from 'node:crypto'
import type { Reply } from '#contract/call/action'
import { doors, type DoorName } from '#contract/doors'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import { onOfficePlane, rules } from '#kernel/access/rules'
import { startCloud, type Cloud } from '../harness/cloud'
import { onlyTheClockIsFake } from '../harness/fake-clock'
import { anonymousInputs, sealedAnswer, wrappedKeys, type AnonymousInputs } from './anonymous'
import { actorNames, actors, pledge, type Actor, type ActorName } from './actors'
import { plantHousehold, planted, reopenRequests, toldIn, type Planted, type Told } from './planted'

/**
 * role × action × relation × grant state: every actor asks every action there is. Who passes and what they may be told is written
 * here by hand, apart from the rules; everybody else must be turned away, and nobody may be told a planted value that is not theirs.
 */
type Outcome = 'data' | 'household' | 'stranger' | 'bad-input' | 'not-found' | 'unknown-action' | 'no'
interface Row {
  input?: (home: Planted, actor: Actor) => unknown
  /** Who gets further than the door, and what comes of it. The others: `no`, or `others`. */
  passes: 'everybody' | ActorName[]
  gives?: Outcome | Partial<Record<ActorName, Outcome>>
  others?: Outcome
  /** Whoever passed is no longer who they were: the next action is asked by others. */
  uses?: 'up'
  /** What may be told to whom. */
  tells?: Partial<Record<ActorName, Told[]>>
}

const farmers: ActorName[] = ['farmer', 'neighbour']
const officers: ActorName[] = [
  'officer without grant',
  'officer with grant',
  'officer with numbers',
  'officer, grant asked',
  'officer, grant refused',
  'officer, grant revoked',
  'officer, grant over',
  'officer, grant to come',
  'officer, grant elsewhere',
  'officer, hour over',
  'officer, agency unpledged',
  'officer with a colleague’s grant',
  'officer of the report office',
  'data officer',
  'data officer of the town',
  'data officer of another town',
  'head',
  'head of another agency',
]
const justOfficers = officers.filter((name) => name.startsWith('officer'))
const dataOfficers: ActorName[] = ['data officer', 'data officer of the town', 'data officer of another town']
const heads: ActorName[] = ['head', 'head of another agency']
const gridWorkers: ActorName[] = ['grid worker', 'grid worker elsewhere']
const workers: ActorName[] = [...gridWorkers, 'cadre', 'cadre of others', 'doctor', 'doctor of others']
/** Who looks after the planted household. */
const ofHome: ActorName[] = ['grid worker', 'cadre', 'doctor']
const counter: ActorName[] = [...justOfficers, ...dataOfficers]
/** The agency that serves the planted household's town. */
const served: ActorName[] = ['data officer of the town']
const underGrant: ActorName[] = ['officer with grant', 'officer with numbers']
const everything: Told[] = ['head', 'money', 'dividend', 'award', 'helperPhone']
const given = (names: ActorName[], outcome: Outcome) => Object.fromEntries(names.map((name) => [name, outcome]))
const civilAffairs = officers.filter(
  (name) =>
    ![
      'officer, agency unpledged',
      'officer of the report office',
      'data officer of the town',
      'data officer of another town',
      'head of another agency',
    ].includes(name),
)
const toOwnAgency = Object.fromEntries(civilAffairs.map((name) => [name, ['words'] as Told[]]))
const toAssignedAgency = Object.fromEntries(civilAffairs.map((name) => [name, ['suggestion', 'contact'] as Told[]]))
/** Who sees the planted alert: whose agency looks first, or serves the place; the discipline office. */
const alerted: ActorName[] = [...civilAffairs, 'officer of the report office', 'data officer of the town']
/** Whose programme it is, whose town, and the discipline office are told how much; whose it is is masked. */
const toPayer = Object.fromEntries(alerted.map((name) => [name, ['money'] as Told[]]))
const toAlerted = Object.fromEntries(alerted.map((name) => [name, ['alert'] as Told[]]))
/** Of somebody who does not live there: as far as a grant reaches. */
const onSource = (more: object): Row => ({
  input: ({ id }, { grantId = 'none' }) => ({ grantId, householdId: id, personId: 'x', of: 'name', ...more }),
  passes: [...underGrant, 'officer, grant elsewhere'],
  gives: 'not-found',
})
const onAlert = (more: object): Row => ({
  input: () => ({ id: 'x', words: '请尽快核实', ...more }),
  passes: officers,
  gives: 'not-found',
})
/** Nobody has taken this one away. */
const onExport: Row = { input: () => ({ id: 'x' }), passes: officers, gives: 'not-found' }
const onCase = (more: object): Row => onAlert(more)
const onBatch = (more: object): Row => onAlert(more)
const onScheme = onCase
const aPlan = {
  words: '上门商量过',
  draft: {
    causes: [{ id: 'illness' }],
    measures: [{ id: 'medical-aid', words: '办医疗救助', who: 'cadre', until: '2026-12-31', proof: '报销到账' }],
  },
}
/** The plan of the planted household: whoever sees it and may not change it is told who does. */
const onPlan = (row: Partial<Row>, more: object = {}): Row => ({
  input: ({ id }) => ({ householdId: id, words: '看过，没有意见', ...more }),
  passes: officers.filter((name) => !alerted.includes(name) || served.includes(name)),
  gives: 'not-found',
  ...row,
})
const onLine = (more: object): Row => onAlert({ lineId: 'x', ...more })
const duty: ActorName[] = [...dataOfficers, ...heads]
const token = ({ token }: Planted) => ({ token })
const looking = ({ id }: Planted, { grantId = 'none' }: Actor) => ({ grantId, householdId: id })

const anyone = (gives: Outcome, input?: Row['input']): Row => ({ passes: 'everybody', gives, ...(input && { input }) })
const atCounter = (input: Row['input'], gives: Outcome = 'data'): Row => ({
  input,
  passes: counter,
  gives: { ...given(counter, 'bad-input'), ...given(served, gives) },
})
/** The cards of the planted village. */
const ofVillage = (more: object, gives: Outcome = 'data'): Row => ({
  input: ({ villageCode }) => ({ village: villageCode, ...more }),
  passes: served,
  gives,
})

/**
 * Nobody is told apart; only a call that is not over HTTP leads nowhere. Whoever was made an officer asks with their session, and it is
 * not looked at.
 */
const anonymously = (action: keyof AnonymousInputs): Row => ({
  input: () => anonymous[action].shift()!,
  passes: 'everybody',
  gives: { ...given(actorNames, 'data'), 'openid of nobody': 'unknown-action' },
})
/** A report office's own post; there is none with this number. */
const ownPost = (input: Row['input'], gives: Outcome = 'not-found'): Row => ({ input, passes: ['officer of the report office'], gives })
const said = { id: 'x', answer: sealedAnswer }

const matrix: Record<string, Record<string, Row>> = {
  identity: {
    me: { ...anyone('data'), tells: {} },
    redeem: anyone('not-found', () => ({ code: 'ABCDEFGHJKMN' })),
    enter: anyone('bad-input', () => ({ platform: 'alipay', code: 'x' })),
    leave: { ...anyone('data'), uses: 'up' },
    // An officer's desk binds nothing: its eight hours must not become more by it.
    bindStart: {
      input: () => ({ token: signCode(cloud.keys, newCodeId()), idTail: planted.idNumber.slice(-6), phoneTail: planted.phone.slice(-4) }),
      passes: 'everybody',
      gives: { ...given(actorNames, 'data'), ...given([...officers, 'officer outside'], 'bad-input') },
    },
    bindConfirm: { input: ({ token }) => ({ token, code: '000000' }), passes: gridWorkers, gives: 'not-found' },
    bindRelease: { input: token, passes: gridWorkers, gives: { 'grid worker': 'data', 'grid worker elsewhere': 'not-found' } },
    phones: { passes: farmers },
    news: { passes: farmers },
    vouch: { input: () => ({ kind: 'phone', id: 'x' }), passes: farmers, gives: 'not-found' },
    stop: { input: () => ({ kind: 'proxy', id: 'x' }), passes: farmers, gives: 'not-found' },
    arrivals: { input: () => ({ yes: true }), passes: farmers, gives: 'bad-input' },
    unbind: { input: () => ({ id: 'x' }), passes: farmers, gives: 'not-found' },
  },
  household: {
    lookup: {
      input: ({ token }) => ({ token, purpose: 'help-requested', consent: 'self' }),
      passes: 'everybody',
      gives: { ...given(actorNames, 'stranger'), ...given(['farmer', 'relative', 'grid worker', 'cadre', 'doctor'], 'household') },
      tells: {
        farmer: [...everything, 'school', 'income'],
        relative: ['head', 'money', 'helperPhone'],
        'grid worker': everything,
        cadre: everything,
        doctor: ['head', 'helperPhone'],
      },
    },
    mine: { passes: [...farmers], gives: 'household', others: 'no', tells: { farmer: [...everything, 'school', 'income'] } },
    work: { passes: workers },
    looks: { passes: farmers },
    complain: { input: () => ({ lookId: 'x', words: '这不对' }), passes: farmers, gives: 'not-found' },
    correct: { input: () => ({ part: 'money', words: '少了' }), passes: farmers },
    requests: { passes: farmers, tells: { farmer: ['words'] } },
    cases: { passes: farmers },
    appeal: { input: () => ({ id: 'x', words: '不该退出' }), passes: farmers, gives: 'not-found' },
    apply: { input: () => ({ hardship: 'illness' }), passes: farmers },
    proxies: { passes: farmers },
    allow: { input: () => ({ name: '陈小妹', relation: '女儿', parts: ['money'], until: '2026-12-31' }), passes: farmers },
    disallow: { input: () => ({ id: 'x' }), passes: farmers, gives: 'not-found' },
    money: { passes: farmers, others: 'no', tells: { farmer: ['head', 'money'] } },
    confirmMoney: { input: () => ({ paymentId: 'x', said: 'received' }), passes: farmers, gives: 'not-found', others: 'no' },
    visits: { passes: farmers, others: 'no', tells: { farmer: ['head'] } },
    confirmVisit: { input: () => ({ visitId: 'x', said: 'came' }), passes: farmers, gives: 'not-found', others: 'no' },
    copy: { passes: farmers, tells: { farmer: ['head', 'money', 'dividend', 'award', 'income', 'disability', 'diagnosis', 'words'] } },
  },
  field: {
    checks: { passes: gridWorkers },
    checkAt: { input: () => ({ id: 'x' }), passes: gridWorkers, gives: 'not-found' },
    check: {
      input: () => ({ id: 'x', on: '2026-10-20', found: { met: '本人', consent: true, seen: '看过了家里', opinion: 'fits' } }),
      passes: gridWorkers,
      gives: 'not-found',
    },
    calls: { passes: gridWorkers },
    callAt: { input: () => ({ id: 'x' }), passes: gridWorkers, gives: 'not-found' },
    call: { input: () => ({ id: 'x', answer: 'received' }), passes: gridWorkers, gives: 'not-found' },
    homes: { passes: workers },
    homeAt: {
      input: ({ id }) => ({ householdId: id, purpose: 'help-requested', consent: 'self' }),
      passes: workers,
      gives: { ...given(workers, 'not-found'), ...given(ofHome, 'data') },
      tells: Object.fromEntries(ofHome.map((name) => [name, ['head', 'member', 'phone'] as Told[]])),
    },
    visit: {
      input: ({ id }) => ({
        ...{ id: randomUUID().replaceAll('-', ''), householdId: id, purpose: 'help-requested', consent: 'self', on: '2026-10-20' },
        ...{ phoneAt: '2026-10-20T02:00:00.000Z', sentAt: '2026-10-20T02:00:00.000Z', seq: 1, seconds: 40 },
        ...{ met: '本人', unchanged: true, changes: [], talked: '', heard: [], photos: 0 },
      }),
      passes: workers,
      gives: { ...given(workers, 'not-found'), ...given(ofHome, 'data') },
    },
    visitPart: { input: () => ({ visitId: randomUUID().replaceAll('-', ''), photo: 0, index: 0, of: 1, base64: 'eA==' }), passes: workers },
    partsThatCame: { input: () => ({ visitId: randomUUID().replaceAll('-', '') }), passes: workers },
    takeAlong: {
      input: ({ id }) => ({
        ...{ id: randomUUID().replaceAll('-', ''), householdIds: [id], purpose: 'help-requested', until: '2026-10-20T04:00:00.000Z' },
      }),
      passes: workers,
      gives: { ...given(workers, 'not-found'), ...given(ofHome, 'data') },
      tells: Object.fromEntries(ofHome.map((name) => [name, ['head', 'member', 'phone'] as Told[]])),
    },
    handBack: { input: () => ({ id: randomUUID().replaceAll('-', '') }), passes: workers, gives: 'not-found' },
    looksOffline: {
      input: ({ id }) => ({
        takingId: randomUUID().replaceAll('-', ''),
        looks: [{ id: randomUUID().replaceAll('-', ''), householdId: id, phoneAt: '2026-10-20T02:00:00.000Z', consent: 'self' }],
      }),
      passes: workers,
      gives: 'not-found',
    },
    outbox: { input: () => ({ held: [], last: 0 }), passes: workers },
    planAt: {
      input: ({ id }) => ({ householdId: id }),
      passes: workers,
      gives: { ...given(workers, 'not-found'), ...given(ofHome, 'data') },
      tells: Object.fromEntries(ofHome.map((name) => [name, ['head'] as Told[]])),
    },
    writePlan: {
      input: ({ id }) => ({ householdId: id, ...aPlan }),
      passes: workers,
      gives: { ...given(workers, 'not-found'), ...given(ofHome, 'data') },
      tells: Object.fromEntries(ofHome.map((name) => [name, ['head'] as Told[]])),
    },
    noteMeasure: {
      input: ({ id }) => ({ householdId: id, n: 1, act: 'done', words: '做成了，看过了' }),
      passes: workers,
      gives: { ...given(workers, 'not-found'), ...given(ofHome, 'bad-input') },
    },
  },
  bulletin: {
    home: anyone('data'),
    list: anyone('data', () => ({ column: 'policy' })),
    read: anyone('data', () => ({ id: cloud.county.articles[0]!.id })),
    checkpoint: anyone('data'),
    balance: anyone('data'),
    search: anyone('data', () => ({ words: '低保' })),
    feedback: anyone('data', () => ({ id: cloud.county.articles[0]!.id, understood: true })),
    place: anyone('data', ({ villageCode }) => ({ place: villageCode })),
    scan: anyone('data', ({ villageCode }) => ({ place: villageCode })),
    suggest: anyone('data', () => ({ words: '路灯坏了' })),
    applyForm: anyone('data'),
    apply: anyone('bad-input', ({ villageCode }) => ({
      name: '程阿婆',
      idNumber: '1',
      phone: '1',
      hardship: 'illness',
      place: villageCode,
    })),
    application: anyone('not-found', () => ({ receipt: 'ABCDEFGHJKMN' })),
    suggestion: anyone('not-found', () => ({ receipt: 'ABCDEFGHJKMN' })),
    answers: anyone('data'),
    figures: anyone('data'),
    privacy: anyone('data'),
  },
  intake: {
    // What lies in storage is the operator's; officers name what was sent, by its hash.
    import: { input: () => ({ fileName: 'x', fileID: 'x' }), passes: dataOfficers, gives: 'bad-input' },
    progress: { input: () => ({ sha256: 'a'.repeat(64) }), passes: dataOfficers, gives: 'not-found' },
    cancel: { input: () => ({ sha256: 'a'.repeat(64) }), passes: [] },
    work: { passes: [] },
    original: { input: () => ({ sha256: 'a'.repeat(64), reason: '核对来源' }), passes: [] },
    // Only of their own agency's files: tests/intake/directions has who does.
    direct: { input: () => ({ sha256: 'a'.repeat(64) }), passes: [] },
    headingAnswers: { passes: dataOfficers },
    forgetHeadings: { input: () => ({ id: 'x', reason: '认错了一列' }), passes: dataOfficers, gives: 'not-found' },
    // Each is given their own agency's rows: tests/intake/quarantine has what of whose.
    quarantine: { passes: dataOfficers },
    warned: { passes: dataOfficers },
    seen: { input: () => ({ ids: ['x'], words: '看过了' }), passes: dataOfficers },
    mend: {
      input: () => ({ sha256: 'a'.repeat(64), rows: [{ sheet: 'x', row: 1, cells: ['x'] }] }),
      passes: dataOfficers,
      gives: 'not-found',
    },
    dropRows: { input: () => ({ ids: ['x'], why: '重复报送' }), passes: dataOfficers },
    mends: { input: () => ({ sha256: 'a'.repeat(64) }), passes: dataOfficers },
    quarantineFile: { passes: dataOfficers, gives: 'not-found' },
    life: { passes: dataOfficers },
    upload: {
      input: () => ({ upload: randomUUID(), fileName: 'x.csv', part: 0, parts: 2, base64: 'eA==' }),
      passes: dataOfficers,
    },
    history: { passes: dataOfficers },
    freshness: { passes: dataOfficers },
    template: { input: () => ({ kind: 'register' }), passes: dataOfficers },
    // Their own agency's files only; tests/intake/desk-actions has whose are whose.
    look: { input: () => ({ sha256: 'a'.repeat(64) }), passes: [] },
    undo: { input: () => ({ sha256: 'a'.repeat(64), reason: '发错了表' }), passes: [] },
    undoProgress: { input: () => ({ sha256: 'a'.repeat(64) }), passes: [] },
  },
  office: {
    prepare: { passes: [] },
    // Nobody without a fresh step-up; tests/intake/originals has who does.
    signIn: { input: () => ({ login: 'nobody', passphrase: 'x'.repeat(12), totp: '000000' }), passes: 'everybody', gives: 'no' },
    enrolStart: {
      input: () => ({ code: 'ABCDEFGHJKMN' }),
      passes: 'everybody',
      gives: { ...given(actorNames, 'not-found'), ...given(['officer outside', 'openid of nobody'], 'no') },
    },
    enrol: {
      input: () => ({ code: 'ABCDEFGHJKMN', ticket: 'x', login: 'someone', passphrase: 'x'.repeat(12), totp: '000000' }),
      passes: 'everybody',
      gives: { ...given(actorNames, 'not-found'), ...given(['officer outside', 'openid of nobody'], 'no') },
    },
    stepUp: { input: () => ({ totp: '000000' }), passes: [], others: 'no' },
    me: { passes: officers },
    pledge: { input: () => ({ hash: 'x'.repeat(64) }), passes: [...dataOfficers, ...heads], gives: 'bad-input' },
    signOut: { passes: officers, uses: 'up' },
    invite: { input: token, passes: dataOfficers, gives: { ...given(dataOfficers, 'bad-input'), ...given(served, 'data') } },
    askStaff: { input: () => ({ staffId: 'x' }), passes: [...dataOfficers, ...heads], gives: 'not-found' },
    decideStaff: { input: () => ({ id: 'x', approve: true, why: '' }), passes: [...dataOfficers, ...heads], gives: 'not-found' },
    withdrawStaff: { input: () => ({ id: 'x' }), passes: officers, gives: 'not-found' },
    seeStaff: { input: () => ({ id: 'x' }), passes: heads, gives: 'not-found' },
    staff: { passes: [...dataOfficers, ...heads] },
    removeStaff: { input: () => ({ id: 'x' }), passes: [...dataOfficers, ...heads], gives: 'not-found' },
    findWorkers: { input: () => ({ name: '林建国' }), passes: [...dataOfficers, ...heads] },
    grants: { passes: officers },
    askGrant: {
      input: () => ({
        holder: 'x',
        purpose: 'x',
        area: '330328',
        parts: ['money'],
        fields: [],
        from: '2026-10-20',
        until: '2026-10-21',
        reason: '核查发放',
      }),
      passes: officers,
      gives: 'bad-input',
    },
    decideGrant: { input: () => ({ id: 'x', approve: true, why: '' }), passes: [...dataOfficers, ...heads], gives: 'not-found' },
    revokeGrant: { input: () => ({ id: 'x', why: '不用了' }), passes: officers, gives: 'not-found' },
    acknowledge: { input: () => ({ id: 'x' }), passes: heads, gives: 'not-found' },
    articles: { passes: officers },
    saveArticle: { input: () => ({ column: 'news', title: '通知', summary: '一件事', body: ['正文'] }), passes: officers },
    submitArticle: { input: () => ({ id: 'x' }), passes: officers, gives: 'not-found' },
    decideArticle: { input: () => ({ id: 'x', version: 1, publish: true, why: '' }), passes: officers, gives: 'not-found' },
    withdrawArticle: { input: () => ({ id: cloud.county.articles[0]!.id, why: '写错了' }), passes: officers, gives: 'not-found' },
    suggestions: { input: () => ({ open: true }), passes: officers, tells: toAssignedAgency },
    assignSuggestion: {
      input: ({ suggestionId }) => ({ id: suggestionId, agencyId: 'finance', why: '' }),
      passes: officers,
      gives: 'not-found',
    },
    answerSuggestion: { input: () => ({ id: 'x', words: '办好了' }), passes: officers, gives: 'not-found' },
    scans: { input: () => ({ from: '2026-10-01', until: '2026-10-20' }), passes: officers },
    registerOn: { input: () => ({ day: '2026-10-01' }), passes: officers },
    // Who the ID card must be held against is named in full, to the counter that serves them.
    card: { ...atCounter(token), tells: { [served[0]!]: ['head'] } },
    findCards: { input: () => ({ idNumber: planted.idNumber }), passes: counter, tells: { [served[0]!]: ['head'] } },
    replaceCard: { input: ({ token }) => ({ token, why: ' ' }), passes: counter, gives: 'bad-input' },
    printCard: atCounter(token),
    cardGiven: atCounter(token),
    cardHistory: atCounter(token),
    cardVillages: { passes: counter },
    villageCards: ofVillage({}),
    // Everybody here has a code: none is issued, and nothing is refused.
    issueCards: ofVillage({ people: 1 }),
    printCards: ofVillage({ ids: ['x'] }, 'bad-input'),
    markCards: ofVillage({ ids: ['x'], mark: 'printed' }),
    handOutList: { ...ofVillage({ grantId: 'none' }), passes: [] },
    releaseBinding: atCounter(token),
    vouch: { input: () => ({ kind: 'phone', id: 'x', code: '000000' }), passes: officers, gives: 'not-found' },
    stopVouching: { input: () => ({ kind: 'proxy', id: 'x' }), passes: officers, gives: 'not-found' },
    registerPhone: atCounter(({ token }) => ({ token, phone: planted.phone })),
    unbindPhone: atCounter(({ token }) => ({ token, id: 'x' }), 'not-found'),
    allowProxy: atCounter(({ token }) => ({
      token,
      name: '陈小妹',
      relation: '女儿',
      parts: ['money'],
      until: '2026-12-31',
      evidence: '同意书1号',
    })),
    // Of what was allowed just now, and waits for a second person.
    vouchings: { passes: officers, tells: { [served[0]!]: ['head'] } },
    endProxy: atCounter(({ token }) => ({ token, id: 'x' }), 'not-found'),
    // tests/persons has who sees and decides which.
    sample: { input: () => ({ batchId: 'x' }), passes: officers, gives: 'not-found' },
    drawSample: {
      input: () => ({ batchId: 'x', question: { kind: 'detect', percent: 3 }, ask: 1 }),
      passes: officers,
      gives: 'not-found',
    },
    likenesses: { input: () => ({ view: 'waiting' }), passes: [...dataOfficers, ...heads] },
    likeness: { input: () => ({ id: 'x' }), passes: [...dataOfficers, ...heads], gives: 'not-found' },
    decideLikeness: {
      input: () => ({ id: 'x', act: 'same', words: '核对过户口本' }),
      passes: [...dataOfficers, ...heads],
      gives: 'not-found',
    },
    // Of the agency that decides, and of the town: nobody else opens one there. tests/cases has who may do what with one.
    batches: { input: () => ({ view: 'open' }), passes: officers },
    batch: onBatch({}),
    batchDifferences: onBatch({}),
    batchLines: onBatch({ view: 'all' }),
    batchLine: onLine({}),
    batchSources: { input: () => ({ agencyId: 'finance', month: '2026-10' }), passes: [] },
    draftBatch: { input: () => ({ agencyId: 'finance', month: '2026-10', from: 'entitlements', bankId: 'x' }), passes: [] },
    redraftBatch: onBatch({}),
    batchProgress: onBatch({}),
    fundBatch: onBatch({ fundedOn: '2026-10-08' }),
    submitBatch: onBatch({ lines: 1, fen: 1 }),
    sendBackBatch: { ...onBatch({}), passes: duty },
    approveBatch: { ...onBatch({ lines: 1, fen: 1 }), passes: duty },
    confirmBatch: { ...onBatch({ lines: 1 }), passes: duty },
    askResetBatch: onBatch({}),
    decideResetBatch: { ...onBatch({ act: 'reset' }), passes: duty },
    cancelBatch: { ...onBatch({}), passes: duty },
    handOverBatch: onBatch({ lines: 1, fen: 1, on: '2026-10-12' }),
    closeBatch: onBatch({}),
    bankFile: onBatch({ lines: 1, fen: 1 }),
    bankFilePart: onBatch({ piece: 0 }),
    decideLines: onBatch({ flag: 'no_card', count: 1, act: 'pay' }),
    settleLine: onLine({ said: 'credit' }),
    mendLine: onLine({ accountName: '陈阿公', card: '6200000000000000000' }),
    decideMend: { ...onLine({ act: 'agreeMend' }), passes: duty },
    giveUpLine: onLine({ act: 'askGiveUp' }),
    recoverLine: { ...onLine({}), passes: duty },
    tookBackLine: onLine({ amountFen: 1 }),
    unrecoverableLine: { ...onLine({}), passes: duty },
    cases: { input: () => ({ view: 'open' }), passes: officers },
    case: { input: () => ({ id: 'x' }), passes: officers, gives: 'not-found' },
    caseSubject: {
      input: looking,
      passes: [...underGrant, 'officer, grant elsewhere'],
      gives: { ...given(underGrant, 'data'), 'officer, grant elsewhere': 'not-found' },
    },
    openCase: {
      input: ({ villageCode }) => ({ kind: 'recognise', villageCode, source: 'farmer', words: '请帮帮忙' }),
      passes: [...civilAffairs, 'data officer of the town'],
      gives: 'bad-input',
    },
    takeCase: onCase({}),
    reuseCheck: onCase({ checkId: 'x' }),
    checkedCase: onCase({ on: '2026-10-20', found: { met: '本人', consent: true, seen: '房子漏雨', opinion: 'fits' } }),
    postCase: onCase({}),
    proposeCase: onCase({ evidence: '户口簿' }),
    decideCase: onCase({ act: 'approve' }),
    dropCase: onCase({}),
    withdrawCase: onCase({}),
    tellCase: onCase({ on: '2026-10-20' }),
    appealCase: onCase({}),
    answerAppeal: onCase({ act: 'stand' }),
    endCase: onCase({ fallen: false }),
    // Of the agency whose schemes are, of towns, the discipline and the finance office. tests/schemes has who may do what.
    schemes: {
      input: () => ({}),
      passes: officers,
      // The planted household's is the only one: a sum of one.
      tells: { 'officer of the report office': ['dividend'], 'data officer of the town': ['dividend'] },
    },
    scheme: onScheme({}),
    schemeMembers: onScheme({ view: 'in' }),
    schemeMember: onScheme({}),
    openScheme: {
      input: () => ({
        name: '蜂蜜合作社',
        mode: 'guaranteed',
        operator: '合作社',
        startOn: '2026-01-01',
        fromYear: 2026,
        rate: 800,
        words: '有框架协议',
      }),
      passes: [],
    },
    changeTerms: onScheme({ fromYear: 2026, rate: 900 }),
    decideScheme: onScheme({ act: 'approve' }),
    endScheme: onScheme({}),
    joinScheme: {
      input: (_, { grantId = 'none' }) => ({ id: 'x', grantId, idNumber: planted.idNumber, words: '他要入股' }),
      passes: ['officer, grant elsewhere'],
      gives: 'not-found',
    },
    signMember: onScheme({ on: '2026-10-20', amountFen: 1 }),
    shareMember: onScheme({ on: '2026-10-20', amountFen: 1 }),
    correctMember: onScheme({ at: 0, on: '2026-10-20', amountFen: 1 }),
    resignMember: onScheme({ on: '2026-10-20', signerId: 'x' }),
    tellMember: onScheme({ on: '2026-10-20' }),
    askLeave: onScheme({ reasonId: 'own-wish' }),
    decideMember: onScheme({ act: 'approve' }),
    withdrawMember: onScheme({}),
    returnPrincipal: onScheme({ on: '2026-10-20', amountFen: 1 }),
    dropMember: onScheme({}),
  },
  supervision: {
    grants: { passes: officers },
    list: { input: (_, { grantId = 'none' }) => ({ grantId }), passes: [...underGrant, 'officer, grant elsewhere'] },
    file: {
      input: looking,
      passes: [...underGrant, 'officer, grant elsewhere'],
      gives: { ...given(underGrant, 'data'), 'officer, grant elsewhere': 'not-found' },
      tells: { 'officer with grant': ['money', 'award', 'listFile'], 'officer with numbers': ['idNumber', 'phone', 'card'] },
    },
    source: {
      input: ({ id }, { grantId = 'none' }) => ({ grantId, householdId: id, of: 'name' }),
      passes: [...underGrant, 'officer, grant elsewhere'],
      gives: { ...given(underGrant, 'data'), 'officer, grant elsewhere': 'not-found' },
    },
    decideSource: onSource({ pick: 'x', reason: '看过户口本' }),
    undoSource: onSource({ reason: '又核了一遍' }),
    answerSource: onSource({ approve: true }),
    waitingSources: { input: (_, { grantId = 'none' }) => ({ grantId }), passes: [...underGrant, 'officer, grant elsewhere'] },
    incomeForm: { passes: officers },
    // None of these grants names the part `income`; with one that does: tests/incomes/stated.
    stateIncome: {
      input: ({ id }, { grantId = 'none' }) => ({ grantId, householdId: id, stated: { income: {} }, evidence: '入户看过' }),
      passes: [...underGrant, 'officer, grant elsewhere'],
      gives: { ...given(underGrant, 'bad-input'), 'officer, grant elsewhere': 'not-found' },
    },
    tables: { input: (_, { grantId = 'none' }) => ({ grantId }), passes: [...underGrant, 'officer, grant elsewhere'] },
    tablePreview: {
      input: (_, { grantId = 'none' }) => ({ grantId, table: 'persons' }),
      passes: [...underGrant, 'officer, grant elsewhere'],
      tells: { 'officer with numbers': ['idNumber', 'phone', 'card'] },
    },
    export: { input: (_, { grantId = 'none' }) => ({ grantId, table: 'register', count: 1, reason: '上报核对' }), passes: [] },
    exportProgress: onExport,
    cancelExport: onExport,
    exportPart: { ...onExport, input: () => ({ id: 'x', piece: 0 }) },
    exports: { passes: officers },
    emergency: {
      input: ({ token }) => ({ reason: '家里起火要联系家属', token }),
      passes: officers,
      gives: { ...given(officers, 'bad-input'), ...given(civilAffairs, 'data'), 'officer, hour over': 'no' },
    },
    requests: { input: () => ({ open: true }), passes: officers, tells: toOwnAgency },
    openRequest: {
      input: () => ({ id: 'x' }),
      passes: officers,
      gives: { ...given(officers, 'bad-input'), ...given(civilAffairs, 'not-found') },
    },
    answer: { input: () => ({ id: 'x', words: '已经改好了' }), passes: officers, gives: 'not-found' },
    monthly: { input: () => ({ month: '2026-09' }), passes: [...dataOfficers, ...heads] },
    signMonthly: { input: () => ({ month: '2026-09', hash: 'x'.repeat(64) }), passes: heads, gives: 'bad-input' },
    reports: ownPost(() => ({ open: true }), 'data'),
    reportFile: ownPost(() => ({ id: 'x' })),
    reportPhoto: ownPost(() => ({ id: 'x', message: 'x', first: 0 })),
    acceptReport: ownPost(() => ({ ...said, category: 'attitude' })),
    answerReport: ownPost(() => said),
    transferReport: ownPost(() => ({ ...said, caseNo: '立8号' })),
    passReport: ownPost(() => ({ ...said, office: 'upper', keys: [{ message: 'x', keys: wrappedKeys(cloud, 'upper') }] })),
    closeReport: ownPost(() => ({ ...said, outcome: 'true' })),
    spamReport: ownPost(() => ({ id: 'x' })),
    alerts: { input: () => ({ view: 'open' }), passes: officers, tells: toAlerted },
    alert: {
      input: ({ alertId }) => ({ id: alertId }),
      passes: officers,
      gives: { ...given(officers, 'not-found'), ...given(alerted, 'data') },
      // With the amounts that it rests on, of nobody who is named.
      tells: Object.fromEntries(alerted.map((name) => [name, ['alert', 'money'] as Told[]])),
    },
    // Who may do what with one that is theirs: tests/alerts/acts.
    handAlert: onAlert({ agencyId: 'finance' }),
    inspectAlert: onAlert({}),
    orderAlert: onAlert({ days: 10 }),
    rectifiedAlert: onAlert({}),
    passAlert: onAlert({ outcome: 'fund' }),
    failAlert: onAlert({ days: 10 }),
    closeAlert: onAlert({ outcome: 'fund' }),
    refuseAlert: onAlert({}),
    reopenAlert: onAlert({}),
    remindAlert: onAlert({}),
    alertFigures: { passes: officers },
    // Of nobody's money anything is counted here; who sees what of it: tests/ledger/seen.
    moneySums: { input: () => ({ month: '2026-10' }), passes: officers, tells: toPayer },
    moneyClaims: { input: () => ({ month: '2026-10' }), passes: officers, tells: toPayer },
    moneyClaim: { input: () => ({ id: 'x' }), passes: officers, gives: 'not-found' },
    // The town's write and approve; the agency of the register and the discipline office look. tests/plans has who may do what.
    plans: { input: () => ({ view: 'all' }), passes: officers },
    plan: onPlan({ passes: officers, gives: { ...given(officers, 'not-found'), ...given(alerted, 'data') } }),
    writeTownPlan: onPlan({ gives: { ...given(officers, 'not-found'), ...given(served, 'data') } }, aPlan),
    // Who wrote it last does not agree to it.
    approvePlan: onPlan({ passes: officers.filter((name) => !alerted.includes(name)) }),
    sendBackPlan: onPlan({ passes: officers.filter((name) => !alerted.includes(name)) }),
    noteTownMeasure: onPlan({ gives: { ...given(officers, 'not-found'), ...given(served, 'bad-input') } }, { n: 1, act: 'note' }),
    // What they see is empty: there is nothing to take away.
    alertsFile: {
      input: () => ({ view: 'open' }),
      passes: officers,
      gives: {
        ...given(actorNames, 'data'),
        ...given(['officer, agency unpledged', 'data officer of another town', 'head of another agency'], 'not-found'),
      },
    },
  },
  report: { part: anonymously('part'), submit: anonymously('submit'), follow: anonymously('follow'), open: anonymously('open') },
  patrol: {
    chain: { passes: [] },
    balance: { passes: [] },
    tidy: { passes: [] },
    reseal: { passes: [] },
    alerts: { passes: [] },
    ledger: { passes: [] },
    arrivals: { passes: [] },
    entitle: { passes: [] },
  },
}

let cloud: Cloud
let home: Planted
let anonymous: AnonymousInputs
let everybody: Map<ActorName, Actor> | undefined
/** All actors, made together. */
const made = async () =>
  new Map(await Promise.all(actorNames.map(async (who): Promise<[ActorName, Actor]> => [who, await actors[who](cloud, home)])))
beforeAll(async () => {
  onlyTheClockIsFake('2026-10-20T02:00:00Z')
  cloud = await startCloud()
  await pledge(cloud)
  home = await plantHousehold(cloud)
  anonymous = await anonymousInputs(cloud, actorNames.length)
}, 60_000)
afterAll(() => cloud.close())
beforeEach(() => onlyTheClockIsFake('2026-10-20T02:00:00Z'))
afterEach(() => jest.useRealTimers())

test('the matrix names every action there is, and no other', () => {
  const named = Object.fromEntries(Object.entries(matrix).map(([name, actions]) => [name, Object.keys(actions).sort()]))
  expect(named).toEqual(Object.fromEntries(Object.entries(rules).map(([name, actions]) => [name, Object.keys(actions as object).sort()])))
})

test('every action of every contract has a rule', () => {
  for (const [name, contract] of Object.entries(doors))
    expect(Object.keys(contract).sort()).toEqual(Object.keys(rules[name as DoorName]).sort())
})

const outcomeOf = (reply: Reply<{ kind?: string }>): Outcome => {
  if ('data' in reply) return reply.data?.kind === 'household' || reply.data?.kind === 'stranger' ? reply.data.kind : 'data'
  return reply.error.code === 'sign-in' || reply.error.code === 'not-allowed' ? 'no' : (reply.error.code as Outcome)
}

function expectedOf({ passes, gives = 'data', others = 'no' }: Row, who: ActorName): Outcome {
  if (passes !== 'everybody' && !passes.includes(who)) return others
  return typeof gives === 'string' ? gives : (gives[who] ?? 'data')
}

const cells = Object.entries(matrix).flatMap(([name, actions]) => Object.entries(actions).map(([action, row]) => ({ name, action, row })))

describe.each(cells.map((cell) => [`${cell.name}.${cell.action}`, cell] as const))('%s', (_, { name, action, row }) => {
  test('gives each actor what is theirs, and tells nobody anything else', async () => {
    const wrong: string[] = []
    everybody ??= await made()
    for (const [who, actor] of everybody) {
      const reply = await cloud.reply<{ kind?: string }>(name as DoorName, action, row.input?.(home, actor) ?? {}, actor.as, actor.from)
      const [expected, got] = [expectedOf(row, who), outcomeOf(reply)]
      if (got !== expected) wrong.push(`${who}: ${expected} expected, ${got} got: ${JSON.stringify(reply).slice(0, 200)}`)
      const told = toldIn(JSON.stringify(reply))
      const allowed = row.tells?.[who] ?? []
      const leaked = told.filter((one) => !allowed.includes(one))
      const missed = allowed.filter((one) => !told.includes(one))
      if (leaked.length > 0) wrong.push(`${who} was told ${leaked.join(', ')}`)
      if (missed.length > 0) wrong.push(`${who} was not told ${missed.join(', ')}`)
      if (action === 'answer') await reopenRequests(cloud)
    }
    if (row.uses === 'up') everybody = undefined
    expect(wrong).toEqual([])
  }, 60_000)
})

test('the office plane cannot be reached by callFunction, whoever calls', async () => {
  for (const [name, actions] of Object.entries(matrix).filter(([name]) => onOfficePlane[name as DoorName])) {
    for (const action of Object.keys(actions))
      expect(outcomeOf(await cloud.reply(name as DoorName, action, {}, { openid: 'anyone' }))).toBe('no')
  }
})
