import type { OfficerRole } from '#domain/access/staff'
import type { LineAct, LineState } from '#domain/work/batch-lines'
import type { BatchAct, BatchState } from '#domain/work/batches'

/** Who may do what with a batch and its lines, where, and where it leads: written by hand, as an official would read it. */

export const agencies = {
  payer: 'disabled',
  finance: 'finance',
  overseer: 'discipline',
  town: 'town-330328102',
  'other town': 'town-330328100',
  other: 'education',
}
export type Party = keyof typeof agencies
export const parties = Object.keys(agencies) as Party[]
const posts: OfficerRole[] = ['head', 'data-officer', 'officer']
export const everybody = parties.flatMap((party) => posts.map((post) => ({ party, post })))

/** What a frozen batch may wait for: somebody has asked to thaw it, or something became known about a line since. */
export type Waiting = '' | 'asked' | 'found'

const working = ['payer *', 'finance *']
const deciding = ['payer head', 'payer data-officer', 'finance head', 'finance data-officer']
interface Right<State extends string> {
  who: string[]
  leads: Partial<Record<State, State>>
  /** Only after somebody has asked for it, or only before; both where it is not said. */
  asked?: boolean
  /** Of a frozen batch: in which of its ways of waiting; in none but the plain one where it is not said. */
  when?: readonly Waiting[]
  /** What is sent. */
  by: [action: string, more: object]
}

export const ofBatch: Record<BatchAct, Right<BatchState>> = {
  submit: { who: working, leads: { draft: 'review' }, by: ['submitBatch', {}] },
  sendBack: { who: deciding, leads: { review: 'draft' }, by: ['sendBackBatch', {}] },
  approve: { who: deciding, leads: { review: 'frozen' }, by: ['approveBatch', {}] },
  askReset: { who: working, leads: { frozen: 'frozen' }, when: ['', 'found'], by: ['askResetBatch', {}] },
  refuseReset: { who: deciding, leads: { frozen: 'frozen' }, when: ['asked'], by: ['decideResetBatch', { act: 'refuseReset' }] },
  reset: { who: deciding, leads: { frozen: 'draft' }, when: ['asked'], by: ['decideResetBatch', { act: 'reset' }] },
  confirm: { who: deciding, leads: { frozen: 'frozen' }, when: ['found'], by: ['confirmBatch', { lines: 1 }] },
  handOver: { who: working, leads: { frozen: 'sent' }, by: ['handOverBatch', { on: '2026-10-12' }] },
  close: { who: working, leads: { answered: 'closed' }, by: ['closeBatch', {}] },
  cancel: { who: deciding, leads: { draft: 'cancelled', review: 'cancelled' }, by: ['cancelBatch', {}] },
}

const card = { accountName: '赵新户', card: '6200000099999999990' }
export const ofLine: Record<LineAct, Right<LineState>> = {
  pay: { who: working, leads: { planned: 'planned', held: 'planned', 'left-out': 'planned' }, by: ['decideLines', { act: 'pay' }] },
  hold: { who: working, leads: { planned: 'held', 'left-out': 'held' }, by: ['decideLines', { act: 'hold' }] },
  leaveOut: { who: working, leads: { planned: 'left-out', held: 'left-out' }, by: ['decideLines', { act: 'leaveOut' }] },
  settle: { who: working, leads: { planned: 'refused', unclear: 'refused' }, by: ['settleLine', { said: 'refuse' }] },
  mend: { who: [...working, 'town *'], leads: { refused: 'mending', returned: 'mending' }, by: ['mendLine', card] },
  agreeMend: { who: deciding, leads: { mending: 'mended' }, by: ['decideMend', { act: 'agreeMend' }] },
  refuseMend: { who: deciding, leads: { mending: 'refused' }, by: ['decideMend', { act: 'refuseMend' }] },
  askGiveUp: {
    ...{ who: working, asked: false, by: ['giveUpLine', { act: 'askGiveUp' }] },
    leads: { refused: 'refused', returned: 'returned', mended: 'mended' },
  },
  giveUp: {
    ...{ who: deciding, asked: true, by: ['giveUpLine', { act: 'giveUp' }] },
    leads: { refused: 'left-out', returned: 'left-out', mended: 'left-out' },
  },
  recover: {
    ...{ who: deciding, by: ['recoverLine', {}] },
    leads: { credited: 'recovering', reissued: 'recovering', 'left-out': 'recovering' },
  },
  tookBack: { who: working, leads: { recovering: 'recovering' }, by: ['tookBackLine', { amountFen: 1 }] },
  unrecoverable: { who: deciding, leads: { recovering: 'unrecoverable' }, by: ['unrecoverableLine', {}] },
}
/** Of the acts with lines, those before the batch is submitted; the others are for what the bank has. */
export const beforehand: LineAct[] = ['pay', 'hold', 'leaveOut']

const who = ({ who }: Pick<Right<string>, 'who' | 'asked'>, party: Party, post: OfficerRole): boolean =>
  who.includes(`${party} *`) || who.includes(`${party} ${post}`)
const now = ({ asked }: Pick<Right<string>, 'who' | 'asked'>, isAsked: boolean): boolean => asked === undefined || asked === isAsked

export const mayWithBatch = (act: BatchAct, state: BatchState, waits: Waiting, party: Party, post: OfficerRole): boolean =>
  ofBatch[act].leads[state] !== undefined && (ofBatch[act].when ?? ['']).includes(waits) && who(ofBatch[act], party, post)

const atBank: BatchState[] = ['sent', 'answered', 'closed']
export const lineIsThere = (act: LineAct, batch: BatchState, state: LineState, isAsked: boolean): boolean =>
  (beforehand.includes(act) ? batch === 'draft' : atBank.includes(batch)) &&
  ofLine[act].leads[state] !== undefined &&
  now(ofLine[act], isAsked) &&
  // What was left out, or sent again, is taken back where it came all the same: here, where something was asked.
  (act !== 'recover' || state === 'credited' || isAsked)
export const mayWithLine = (
  act: LineAct,
  batch: BatchState,
  state: LineState,
  isAsked: boolean,
  party: Party,
  post: OfficerRole,
): boolean => lineIsThere(act, batch, state, isAsked) && who(ofLine[act], party, post)

/** A town sees what has gone its way; the discipline office has no work for those who keep data. */
export const isSeen = (state: BatchState, party: Party, post: OfficerRole): boolean =>
  ['payer', 'finance'].includes(party) ||
  (party === 'overseer' && post !== 'data-officer') ||
  (party.endsWith('town') && ['frozen', ...atBank].includes(state))
