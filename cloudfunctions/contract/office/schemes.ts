import * as z from 'zod'
import { bookViewNames } from '#domain/money/scheme-book'
import { membershipActs, membershipStates } from '#domain/work/memberships'
import { schemeActs, schemeStates } from '#domain/work/schemes'
import { staffRoles } from '#domain/access/staff'
import { typedCode } from '#domain/text/typed'
import { day, month } from '../call/dates'
import { fen } from '../call/money'
import { id, instant } from './words'

/** Pooled schemes 抱团增收. Names are masked; what opens a household's file is a grant. Amounts in 分, rates in hundredths of a percent. */

const words = (hint: string) => z.string().trim().min(4, { error: hint }).max(500, { error: '最多写 500 个字，请再短一些。' })
const amount = z
  .int()
  .min(1, { error: '金额要大于 0。' })
  .max(100_000_000_000, { error: '金额太大了，请再核对。' }) as unknown as typeof fen
const memberId = z.string().min(1).max(120)
const year = z.int().min(2000, { error: '年份请写四位，例如 2026。' }).max(2100, { error: '年份请写四位，例如 2026。' })
const rate = z.int().min(1, { error: '分红标准要大于 0。' }).max(10_000, { error: '分红标准最多是本金的 100%。' })
const terms = z.object({ fromYear: year, rate })

const yearTotals = z.object({
  year: z.int(),
  ...{ due: z.int(), paid: z.int(), outstanding: z.int(), surplus: z.int() },
  ...{ dueFen: fen, paidFen: fen, outstandingFen: fen, surplusFen: fen },
  /** Until when it is to be paid, and whether that day is over. */
  dueOn: day,
  isOver: z.boolean(),
})
/** Each number is the length of the list of the same name (`schemeMembers`). */
const totals = z.object({
  ...{ in: z.int(), agreed: z.int(), joined: z.int(), listed: z.int(), waiting: z.int(), returning: z.int(), left: z.int() },
  untold: z.int(),
  ...{ inFen: fen, returnedFen: fen, standingFen: fen, returningFen: fen },
  /** What lists say of those who have no agreement here. */
  listedFen: fen,
  years: z.array(yearTotals),
})
const schemeRow = z.object({
  id,
  name: z.string(),
  /** Nothing: lists name it, and nobody has registered it. */
  state: z.enum(schemeStates).optional(),
  /** Registered ones that are called alike but for a place before the name: somebody has to say whether they are one. */
  like: z.array(z.string()).optional(),
  mode: z.string().optional(),
  guaranteed: z.boolean().optional(),
  operator: z.string().optional(),
  place: z.string().optional(),
  startOn: day.optional(),
  /** Of this year. */
  rate: z.int().optional(),
  totals,
})
const by = z.object({
  as: z.enum(['staff', 'farmer', 'relative', 'villager', 'itself']),
  name: z.string().optional(),
  role: z.enum(staffRoles).optional(),
  agency: z.string().optional(),
})
const historyLine = z.object({
  at: instant,
  act: z.enum([...schemeActs, ...membershipActs, 'returned', 'follow']),
  by,
  on: day.optional(),
  amountFen: fen.optional(),
  words: z.string().optional(),
})
const schemeFile = z.object({
  row: schemeRow,
  terms: z.array(terms),
  wanted: terms.optional(),
  /** Rows of lists whose person has no household here. */
  unplaced: z.int(),
  history: z.array(historyLine),
  can: z.array(z.enum(schemeActs)),
  /** Whether the caller may bring a household in. */
  joins: z.boolean(),
})

const settled = z.object({ year: z.int(), dueFen: fen, paidFen: fen, outstandingFen: fen, surplusFen: fen })
/** Until when the principal is to be back; `dueOn` is missing while nobody knows that year's holidays: not after `latest` by any. */
const returning = z.object({ exitOn: day, workingDays: z.int(), dueOn: day.optional(), latest: day, late: z.boolean() })
const memberRow = z.object({
  id: memberId,
  who: z.string(),
  place: z.string(),
  state: z.enum(membershipStates),
  ...{ inFen: fen, returnedFen: fen, standingFen: fen, listedFen: fen },
  /** Of the year asked for, else the newest. */
  year: settled.optional(),
  /** Since when it is off the register, and whether it was told since. */
  off: z.object({ since: day, toldOn: day.optional() }).optional(),
  returning: returning.optional(),
})
const memberFile = z.object({
  row: memberRow,
  scheme: z.object({ id, name: z.string(), mode: z.string().optional(), state: z.enum(schemeStates).optional() }),
  signedOn: day.optional(),
  /** Who signed; `gone`: died, or lives in another household by now. Names are masked. */
  signer: z.object({ who: z.string(), gone: z.object({ died: z.boolean(), on: z.union([day, month]).optional() }).optional() }).optional(),
  /** People of the household who may sign: alive and of age. */
  signers: z.array(z.object({ id, who: z.string() })),
  /** `at`: where it may be mistyped still, what `correctMember` calls it by. */
  entries: z.array(z.object({ on: day, amountFen: fen, what: z.enum(['in', 'out', 'returned']), at: z.int().optional() })),
  /** What waits for a second person; `instead` of an entry that was mistyped. */
  wanted: z.object({ on: day, amountFen: fen, instead: z.object({ on: day, amountFen: fen }).optional() }).optional(),
  years: z.array(z.object({ ...settled.shape, dueOn: day, isOver: z.boolean() })),
  /** Rows of lists of dividends, the newest first, with the file in which each stands. */
  rows: z.array(z.object({ year: z.int(), principalFen: fen, dividendFen: fen, file: z.string().optional(), row: z.int().optional() })),
  told: z.object({ on: day, words: z.string() }).optional(),
  reason: z.string().optional(),
  history: z.array(historyLine),
  can: z.array(z.enum(membershipActs)),
  reasons: z.array(z.object({ id, name: z.string() })),
  /** Whose it is, for those whose grant covers it: opened by `supervision.file`. */
  household: z.object({ id, grantId: id }).optional(),
})

const acted = (hint: string) => z.object({ id: memberId, words: words(hint) })

export const schemeDesk = {
  /** Every scheme that the caller may see, registered or only named by lists, each with its numbers. */
  schemes: {
    input: z.object({}),
    output: z.object({
      rows: z.array(schemeRow),
      /** Whether the caller may register one, and what of. */
      opens: z.object({
        may: z.boolean(),
        modes: z.array(z.object({ id, name: z.string(), guaranteed: z.boolean() })),
        towns: z.array(z.object({ id, name: z.string() })),
      }),
    }),
  },
  scheme: { input: z.object({ id }), output: schemeFile },
  /** The households behind one number of a scheme, by place, 50 a page. */
  schemeMembers: {
    input: z.object({ id, view: z.enum(bookViewNames), year: year.optional(), after: memberId.optional() }),
    output: z.object({ rows: z.array(memberRow), total: z.int(), next: z.string().optional() }),
  },
  schemeMember: { input: z.object({ id: memberId }), output: memberFile },
  openScheme: {
    input: z.object({
      name: z.string().trim().min(2, { error: '请写项目名称，和分红表上一样。' }).max(60, { error: '项目名称最多 60 个字。' }),
      mode: id,
      operator: z.string().trim().min(2, { error: '请写谁在经营：公司、合作社或村集体。' }).max(80),
      town: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      startOn: day,
      ...terms.shape,
      words: words('请写清楚凭什么文件、协议。'),
    }),
    output: schemeFile,
  },
  changeTerms: { input: z.object({ id, ...terms.shape, words: words('请写清楚为什么改、凭什么文件。') }), output: schemeFile },
  decideScheme: { input: z.object({ id, act: z.enum(['approve', 'refuse']), words: words('请写清楚理由。') }), output: schemeFile },
  endScheme: { input: z.object({ id, words: words('请写清楚为什么结束。') }), output: schemeFile },
  /** A household found by somebody's identity number, under a grant. */
  joinScheme: {
    input: z.object({
      id,
      grantId: id,
      idNumber: z
        .string()
        .transform((text) => typedCode(text).toUpperCase())
        .pipe(z.string().regex(/^\d{17}[\dX]$/, { error: '身份证号是 18 位，请再核对。' })),
      words: words('请写清楚是谁要入股、怎么说的。'),
    }),
    output: memberFile,
  },
  /** `signerId`: of those who may sign (`signers`); the head of the household where nothing is said. */
  signMember: {
    input: acted('请写清楚协议编号、谁签的字、存在哪里。').extend({ on: day, amountFen: amount, signerId: id.optional() }),
    output: memberFile,
  },
  shareMember: { input: acted('请写清楚凭什么收据、回单。').extend({ on: day, amountFen: amount }), output: memberFile },
  /** An entry of principal that was mistyped: what it should have been, nothing where it was never paid. A second person agrees. */
  correctMember: {
    input: acted('请写清楚哪里记错了、凭什么改。').extend({ at: z.int().min(0), on: day, amountFen: fen }),
    output: memberFile,
  },
  /** Somebody else of the household signs, where whoever signed died or lives elsewhere: the agreement goes on. */
  resignMember: { input: acted('请写清楚为什么改签、新协议的编号、存在哪里。').extend({ on: day, signerId: id }), output: memberFile },
  tellMember: { input: acted('请写清楚怎么告知的、告知了谁；农户看得到这些话。').extend({ on: day }), output: memberFile },
  askLeave: { input: acted('请写清楚是谁提的、怎么说的。').extend({ reasonId: id }), output: memberFile },
  decideMember: { input: acted('请写清楚理由。').extend({ act: z.enum(['approve', 'refuse']) }), output: memberFile },
  withdrawMember: { input: acted('请写清楚为什么撤回。'), output: memberFile },
  returnPrincipal: { input: acted('请写清楚凭什么回单、收条。').extend({ on: day, amountFen: amount }), output: memberFile },
  dropMember: { input: acted('请写清楚为什么划掉。'), output: memberFile },
}

export type SchemeRow = z.output<typeof schemeRow>
export type SchemeFile = z.output<typeof schemeFile>
export type SchemeMemberRow = z.output<typeof memberRow>
export type SchemeMemberFile = z.output<typeof memberFile>
export type SchemeHistoryLine = z.output<typeof historyLine>
