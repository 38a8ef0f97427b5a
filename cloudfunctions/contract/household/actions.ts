import * as z from 'zod'
import { policyIcons } from '#domain/county/policy-icons'
import { householdParts, type HouseholdPart } from '#domain/register/register'
import { membershipStates } from '#domain/work/memberships'
import { workerRoles } from '#domain/access/staff'
import { codeToken } from '../call/code-token'
import { farmer } from './farmer'
import { paymentLine, saidBy } from './payment-line'
import { ownMoney } from './own-money'
import { ownVisits } from './own-visits'
import { incomeLine } from './income'
import { plan } from '../call/plan'
import { day, month, period } from '../call/dates'
import { fen } from '../call/money'

/** What anyone may know: the page behind a code that is not yours, unknown or revoked. */
const publicCounty = z.object({
  name: z.string(),
  helpLine: z.object({ label: z.string(), phone: z.string() }),
  lostCode: z.string(),
})
const strangerPage = z.object({ kind: z.literal('stranger'), county: publicCounty })

/** A worker within their area or pairing who has not yet said why. Nothing personal in it. */
const purposeAsked = z.object({
  kind: z.literal('ask-purpose'),
  role: z.enum(workerRoles),
  village: z.string(),
  purposes: z.array(z.object({ id: z.string(), label: z.string() })),
  /** This worker may confirm a phone's binding here (grid workers). */
  confirm: z.boolean(),
})

const dividendLine = z.object({
  scheme: z.string(),
  year: z.int(),
  principalFen: fen,
  dividendFen: fen,
  said: saidBy.optional(),
})

/** A pooled scheme that the household is in, or left: written down at the office. Years the newest first. */
const schemeLine = z.object({
  scheme: z.string(),
  state: z.enum(membershipStates),
  standingFen: fen,
  years: z.array(z.object({ year: z.int(), dueFen: fen, paidFen: fen, outstandingFen: fen, dueOn: day, isOver: z.boolean() })),
  /** What it was told after it had left the register. */
  told: z.object({ on: day, words: z.string() }).optional(),
  /** Until when the principal is to be back; `dueOn` is missing while nobody knows that year's holidays. */
  returning: z.object({ workingDays: z.int(), dueOn: day.optional(), latest: day, late: z.boolean() }).optional(),
  leftOn: day.optional(),
})

/** What a department's list says somebody of the household is due. It is no payment: what is due and paid stands in `money`. */
const awardLine = z.object({
  id: z.string(),
  programme: z.string(),
  /** As the list calls it: 雨露计划. */
  name: z.string(),
  icon: z.enum(policyIcons).optional(),
  /** Masked name of the member it is for; absent when it is the household's. */
  forWhom: z.string().optional(),
  period,
  amountFen: fen,
  /** Whose list it is; empty where the list names no agency. */
  agency: z.string(),
  /** What else the list says, in words: 2.77 亩，每亩 118 元. Nothing of health. */
  facts: z.string().optional(),
  /** Where it stands, for an officer: the file, its row as Excel shows it, and the day on which the list says it was made. */
  source: z.object({ file: z.string(), sheet: z.string(), row: z.int(), day: day.optional() }).optional(),
})

const helper = z.object({
  role: z.enum(['cadre', 'doctor']),
  name: z.string(),
  unit: z.string(),
  post: z.string().optional(),
  /** For tap-to-call; absent when the department sent none. */
  phone: z.string().optional(),
  /** Where the department wrote several: the others. */
  otherPhones: z.array(z.string()).optional(),
  /** Day, or month when the department wrote no day. */
  lastVisit: z.union([day, month]).optional(),
  said: saidBy.optional(),
})

/** That somebody has left the register, when, and whether they died. */
const left = z.object({ on: z.union([day, month]), died: z.boolean() })

/** What stands in each part of a household's file. */
const fileParts = {
  /** Twelve months up to this one, newest first. */
  money: z.array(paymentLine),
  dividends: z.array(dividendLine),
  /** Whose period is not older than a year, newest first. */
  awards: z.array(awardLine),
  policies: z.array(
    z.object({ programme: z.string(), name: z.string(), icon: z.enum(policyIcons).optional(), article: z.string().optional() }),
  ),
  helpers: z.array(helper),
  members: z.array(z.object({ name: z.string(), relation: z.string(), left: left.optional() })),
  /** Of each twelve months what was said, the newest first. */
  income: z.array(incomeLine),
} satisfies Record<HouseholdPart, z.ZodType>

/** A household's file. A part that the caller may not see is absent, an empty one is an empty list. */
export const householdFile = z.object({
  kind: z.literal('household'),
  /** How the caller stands to it; the page draws itself from this and `can`. */
  relation: z.enum(['self', 'relative', ...workerRoles, 'officer']),
  head: z.string(),
  /** The head has left the register: 户主待更换. */
  headLeft: left.optional(),
  town: z.string(),
  village: z.string(),
  /** Of the part `policies`, as people call it: 低保户. */
  category: z.string().optional(),
  /** The register that the household and its members stand on. */
  said: saidBy.optional(),
  /** Day this answer was made on; “本月” is its month. */
  today: day,
  /** Instant of the newest department file behind this page. */
  updatedAt: z.iso.datetime(),
  ...z.object(fileParts).partial().shape,
  /** Of the part `dividends`. */
  schemes: z.array(schemeLine).optional(),
  /** Of the part `helpers`: the plan 一户一策 that stands. An officer's grant does not give it. */
  plan: plan.optional(),
  can: z.object({
    see: z.array(z.enum(householdParts)),
    /** See who looked, correct, complain, let relatives see, manage phones, take a copy: the person's own affairs. */
    own: z.boolean(),
    /** Confirm a phone's binding face to face. */
    confirm: z.boolean(),
  }),
})

/** What is a worker's, and what of it waits. No file: of a household its head's surname and village only. */
const work = z.object({
  role: z.enum(workerRoles),
  /**
   * The villages of a grid worker, or those in which a cadre's or doctor's households live. `short`: of how many the bank
   * refused some money; absent for whom money is no concern.
   */
  villages: z.array(z.object({ name: z.string(), households: z.int(), short: z.int().optional() })),
  /** Whom a cadre or doctor looks after by name, at most 100; whom they have not been to in this quarter (a doctor: this year) first. */
  households: z.array(z.object({ head: z.string(), village: z.string(), lastVisit: z.union([day, month]).optional(), due: z.boolean() })),
  /** How many phones wait right now to be confirmed face to face, and how many households to be visited. */
  waits: z.object({ phones: z.int(), visits: z.int() }),
})

export const household = {
  /** A scanned code. Unknown, revoked and not-yours all answer `stranger`. */
  lookup: {
    input: z.object({
      token: codeToken,
      purpose: z.string().max(40).optional(),
      /** Whose consent the worker records. */
      consent: z.enum(['self', 'family']).optional(),
    }),
    output: z.discriminatedUnion('kind', [strangerPage, purposeAsked, householdFile]),
  },
  /** The signed-in farmer's own household, or with `proxyId` one that a relative lets the caller see. Error `sign-in` for anyone else. */
  mine: { input: z.object({ proxyId: z.string().max(80).optional() }), output: householdFile },
  /** A worker's home: what is theirs. */
  work: { input: z.object({}), output: work },
  ...farmer,
  ...ownMoney,
  ...ownVisits,
}

export type { PaymentLine } from './payment-line'
export type HouseholdFile = z.output<typeof householdFile>
export type DividendLine = z.output<typeof dividendLine>
export type SchemeLine = z.output<typeof schemeLine>
export type AwardLine = z.output<typeof awardLine>
export type Helper = z.output<typeof helper>
export type StrangerPage = z.output<typeof strangerPage>
export type PurposeAsked = z.output<typeof purposeAsked>
export type Work = z.output<typeof work>
export type LookupPage = z.output<typeof household.lookup.output>
