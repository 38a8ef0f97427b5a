import type { DoorName, Doors } from '#contract/doors'
import { officerRoles, workerRoles } from '#domain/access/staff'
import type { Standing } from './caller'

/**
 * Who may ask an action at all. What of it they get is the action's own question: the abilities and conditions of `authorize`.
 * `anyone` needs no account; `operator` holds the deployment's keys; `timer` is the platform's clock.
 */
export type Rule = readonly (Standing | 'anyone' | 'operator' | 'timer')[]

export type Rules = { [Door in DoorName]: Record<keyof Doors[Door], Rule> }

const anyone: Rule = ['anyone']
const farmer: Rule = ['farmer']
const officers: Rule = officerRoles
/** Who answers for an agency's data. */
const duty: Rule = ['head', 'data-officer']
/** Who serves people at the counter. */
const counter: Rule = ['data-officer', 'officer']
const clock: Rule = ['operator', 'timer']
/** Where departments' files come in: which agency's, each action asks for itself. */
const desk: Rule = ['operator', 'data-officer']

/** An action without a line here does not compile. */
export const rules: Rules = {
  identity: {
    me: anyone,
    redeem: anyone,
    enter: anyone,
    leave: anyone,
    bindStart: anyone,
    bindConfirm: ['grid-worker'],
    bindRelease: ['grid-worker'],
    phones: farmer,
    unbind: farmer,
    news: farmer,
    vouch: farmer,
    stop: farmer,
  },
  household: {
    lookup: anyone,
    mine: ['farmer', 'relative'],
    work: workerRoles,
    looks: farmer,
    complain: farmer,
    correct: farmer,
    requests: farmer,
    proxies: farmer,
    allow: farmer,
    disallow: farmer,
    copy: farmer,
  },
  bulletin: {
    home: anyone,
    list: anyone,
    read: anyone,
    search: anyone,
    feedback: anyone,
    checkpoint: anyone,
    place: anyone,
    scan: anyone,
    suggest: anyone,
    suggestion: anyone,
    answers: anyone,
    figures: anyone,
    privacy: anyone,
  },
  /** Served by `anonymous`, which could not tell who asks if it wanted to. */
  report: { part: anyone, submit: anyone, follow: anyone, open: anyone },
  intake: {
    import: desk,
    progress: desk,
    cancel: desk,
    work: clock,
    original: ['data-officer'],
    direct: desk,
    headingAnswers: desk,
    forgetHeadings: desk,
    quarantine: desk,
    warned: desk,
    seen: ['data-officer'],
    mend: ['data-officer'],
    dropRows: ['data-officer'],
    mends: desk,
    quarantineFile: desk,
    life: desk,
    upload: ['data-officer'],
    look: desk,
    history: desk,
    freshness: desk,
    template: desk,
    undo: desk,
    undoProgress: desk,
  },
  office: {
    prepare: ['operator'],
    signIn: anyone,
    enrolStart: anyone,
    enrol: anyone,
    stepUp: officers,
    me: officers,
    pledge: duty,
    signOut: officers,
    invite: ['operator', 'data-officer'],
    askStaff: duty,
    decideStaff: duty,
    withdrawStaff: officers,
    seeStaff: ['head'],
    staff: duty,
    removeStaff: duty,
    findWorkers: duty,
    grants: officers,
    askGrant: officers,
    decideGrant: duty,
    revokeGrant: officers,
    acknowledge: ['head'],
    articles: officers,
    saveArticle: officers,
    submitArticle: officers,
    decideArticle: officers,
    withdrawArticle: officers,
    suggestions: officers,
    assignSuggestion: officers,
    answerSuggestion: officers,
    scans: officers,
    card: counter,
    findCards: counter,
    replaceCard: counter,
    printCard: counter,
    releaseBinding: counter,
    vouchings: officers,
    vouch: officers,
    stopVouching: officers,
    registerPhone: counter,
    unbindPhone: counter,
    allowProxy: counter,
    endProxy: counter,
  },
  supervision: {
    grants: officers,
    list: officers,
    file: officers,
    source: officers,
    export: officers,
    emergency: officers,
    requests: officers,
    openRequest: officers,
    answer: officers,
    monthly: duty,
    signMonthly: ['head'],
    reports: officers,
    reportFile: officers,
    reportPhoto: officers,
    acceptReport: officers,
    answerReport: officers,
    transferReport: officers,
    passReport: officers,
    closeReport: officers,
    spamReport: officers,
    alerts: officers,
    alert: officers,
    handAlert: officers,
    inspectAlert: officers,
    orderAlert: officers,
    rectifiedAlert: officers,
    passAlert: officers,
    failAlert: officers,
    closeAlert: officers,
    refuseAlert: officers,
    reopenAlert: officers,
    remindAlert: officers,
    alertFigures: officers,
  },
  patrol: { chain: clock, tidy: clock, reseal: clock, alerts: clock },
}

/** The office plane: reached over HTTP from the allow-listed networks only, or by the operator. */
export const onOfficePlane: Record<DoorName, boolean> = {
  identity: false,
  household: false,
  bulletin: false,
  report: false,
  intake: true,
  office: true,
  supervision: true,
  patrol: true,
}
