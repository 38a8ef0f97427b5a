import * as z from 'zod'
import { staffRoles } from '#domain/access/staff'
import { caseActs, caseKinds, caseSources, caseStates } from '#domain/work/cases'
import { typedCode } from '#domain/text/typed'
import { day, month } from '../call/dates'
import { homeCheckFound } from '../call/home-check'

/** Cases 办件 of the register: from a clue to its end. Names are masked; what opens the household's file is a grant. */

const id = z.string().min(1).max(80)
const instant = z.iso.datetime()
const words = (hint: string) => z.string().trim().min(4, { error: hint }).max(500, { error: '最多写 500 个字，请再短一些。' })
const idNumber = z
  .string()
  .transform((text) => typedCode(text).toUpperCase())
  .pipe(z.string().regex(/^\d{17}[\dX]$/, { error: '身份证号是 18 位，请再核对。' }))

const caseRow = z.object({
  id,
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  source: z.enum(caseSources),
  /** 陈**（户主），3 人: masked. */
  who: z.string(),
  people: z.int(),
  place: z.string(),
  /** What the category is called that is proposed. */
  category: z.string().optional(),
  raisedOn: day,
  dueOn: day.optional(),
  late: z.boolean(),
  /** What is to be done next, by whom: 等县民政局的一把手或管理专员批准. */
  next: z.string(),
  endedOn: day.optional(),
})

const historyLine = z.object({
  at: instant,
  act: z.enum([...caseActs, 'open', 'added', 'written', 'unwritable']),
  to: z.enum(caseStates),
  by: z.object({
    as: z.enum(['staff', 'farmer', 'relative', 'villager', 'itself']),
    name: z.string().optional(),
    role: z.enum(staffRoles).optional(),
    agency: z.string().optional(),
  }),
  words: z.string().optional(),
})

const person = z.object({ personId: id.optional(), name: z.string(), relation: z.string(), onRegister: z.boolean() })

const caseFile = z.object({
  row: caseRow,
  /** What it would change, in a sentence: 列入低保户，从批准之日起. */
  proposes: z.string(),
  members: z.array(person),
  /** The reason of an exit as the household is told it. */
  told: z.string().optional(),
  applicant: z.object({ words: z.string(), hardship: z.string().optional(), phone: z.string().optional() }).optional(),
  /** The home check that it rests on; `reusable`: one of the same household that may be used again. */
  check: z.object({ on: day, by: z.string(), found: homeCheckFound }).optional(),
  reusable: z.object({ id, on: day, by: z.string() }).optional(),
  notice: z.object({ from: day, until: day, isOver: z.boolean() }).optional(),
  /** What villagers said against it while it was shown. */
  objections: z.array(z.object({ on: day, words: z.string() })),
  days: z.object({
    wholeDueOn: day,
    decidedOn: day.optional(),
    toldOn: day.optional(),
    appealUntil: day.optional(),
    watchUntil: day.optional(),
  }),
  history: z.array(historyLine),
  can: z.array(z.enum(caseActs)),
  /** Somebody who would come on the register is like somebody who is known already. */
  alike: z.string().optional(),
  /** Why the next act waits, where it does: 公示到 7月3日，第二天才能报批. */
  waits: z.string().optional(),
  /** To choose from in the forms. */
  choices: z.object({
    categories: z.array(z.object({ id, name: z.string(), /** Months that it is valid at most. */ months: z.int().optional() })),
    reasons: z.array(z.object({ id, name: z.string() })),
  }),
  /** Whose it is, for those whose grant covers it: opened by `supervision.file`. */
  household: z.object({ id, grantId: id }).optional(),
})

/** Somebody who comes on the register: known already, or named. */
const coming = z.object({
  personId: id.optional(),
  name: z.string().trim().min(1).max(40).optional(),
  idNumber: idNumber.optional(),
  relation: z.string().trim().min(1).max(20),
})

/** What is proposed: given when the case is opened as far as it is known, and again when it is put forward. */
const proposed = {
  category: id.optional(),
  until: month.optional(),
  reasonId: id.optional(),
  /** Who comes on the register, the head first. */
  coming: z.array(coming).max(20).optional(),
}

const acted = (hint: string) => z.object({ id, words: words(hint) })

export const caseDesk = {
  /**
   * By what is due first, 50 a page. `waiting`: those in which the next step is the caller's agency's; `open` and `ended`: all that it
   * sees; `late`: open ones whose day is over.
   */
  cases: {
    input: z.object({
      view: z.enum(['waiting', 'open', 'late', 'ended']),
      kind: z.enum(caseKinds).optional(),
      state: z.enum(caseStates).optional(),
      town: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      after: z.string().max(120).optional(),
    }),
    output: z.object({
      rows: z.array(caseRow),
      total: z.int(),
      next: z.string().optional(),
      /** Where the caller may open one; nowhere: others do. */
      areas: z.array(z.object({ code: id, name: z.string(), villages: z.array(z.object({ code: id, name: z.string() })) })),
      towns: z.array(z.object({ id, name: z.string() })),
    }),
  },
  case: { input: z.object({ id }), output: caseFile },
  /**
   * Whom a case could be about: a household by an identity number or id under a grant, or whom an alert is about. Masked, and on record.
   * `not-found` alike for unknown and not covered.
   */
  caseSubject: {
    input: z.object({
      grantId: id.optional(),
      householdId: id.optional(),
      idNumber: idNumber.optional(),
      alertId: id.optional(),
      caseId: id.optional(),
    }),
    output: z.object({
      householdId: id.optional(),
      place: z.string(),
      villageCode: z.string(),
      category: z.string().optional(),
      members: z.array(person),
      /** Of an alert: what it speaks for. */
      kind: z.enum(caseKinds).optional(),
      choices: caseFile.shape.choices,
      /** What is going on about it already. */
      going: z.array(z.object({ id, kind: z.enum(caseKinds), state: z.enum(caseStates) })),
    }),
  },
  openCase: {
    input: z.object({
      kind: z.enum(caseKinds),
      /** Of a household on the register: what lets the caller open it, as in `caseSubject`. */
      grantId: id.optional(),
      alertId: id.optional(),
      /** `restore`: the case that took them off the register. */
      caseId: id.optional(),
      householdId: id.optional(),
      /** `exit`, `died`, `restore`, `join`, `split`: of whom. */
      personIds: z.array(id).max(20).optional(),
      /** `head`, `split`: the head to be. */
      headId: id.optional(),
      /** `join`: into which household, by somebody's identity number. */
      intoIdNumber: idNumber.optional(),
      /** `recognise` of a new household, `move`: twelve digits. */
      villageCode: z
        .string()
        .regex(/^\d{12}$/)
        .optional(),
      ...proposed,
      source: z.enum(['officer', 'farmer', 'grid-worker', 'villager']),
      words: words('请写清楚是怎么一回事、从哪里知道的。'),
    }),
    output: caseFile,
  },
  takeCase: { input: acted('请写清楚请谁去、核什么。'), output: caseFile },
  reuseCheck: { input: z.object({ id, checkId: id }), output: caseFile },
  checkedCase: { input: z.object({ id, on: day, found: homeCheckFound }), output: caseFile },
  postCase: { input: z.object({ ...acted('请写清楚意见和依据。').shape, ...proposed }), output: caseFile },
  proposeCase: {
    input: z.object({
      ...acted('请写清楚意见和依据；有不同意见的，写怎么核的。').shape,
      ...proposed,
      evidence: z.string().trim().min(2, { error: '请写清楚凭什么材料。' }).max(300, { error: '最多写 300 个字，请再短一些。' }),
    }),
    output: caseFile,
  },
  /** `approve`: the register has it in the same moment. */
  decideCase: {
    input: z.object({ id, act: z.enum(['approve', 'refuse', 'sendBack']), words: words('请写清楚理由；不批准的，申请的人看得到。') }),
    output: caseFile,
  },
  dropCase: { input: acted('请写清楚为什么不办，申请的人看得到。'), output: caseFile },
  withdrawCase: { input: acted('请写清楚为什么撤回。'), output: caseFile },
  tellCase: { input: z.object({ ...acted('请写清楚怎么告知的、告知了谁。').shape, on: day }), output: caseFile },
  appealCase: { input: acted('请把他的话写下来。'), output: caseFile },
  answerAppeal: {
    input: z.object({ id, act: z.enum(['stand', 'overturn']), words: words('请写清楚查了什么、为什么这样定，本人看得到。') }),
    output: caseFile,
  },
  /** `fallen`: it needs help again, and a case to bring it back on the register is opened with it. */
  endCase: { input: z.object({ ...acted('请写清楚现在过得怎样。').shape, fallen: z.boolean() }), output: caseFile },
}

export type CaseRow = z.output<typeof caseRow>
export type CaseFile = z.output<typeof caseFile>
export type CaseHistoryLine = z.output<typeof historyLine>
export type CaseList = z.output<typeof caseDesk.cases.output>
export type CaseView = z.input<typeof caseDesk.cases.input>['view']
export type CaseSubject = z.output<typeof caseDesk.caseSubject.output>
