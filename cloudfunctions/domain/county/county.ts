import type { ArrivalTexts } from '../money/arrivals'
import type { BankLists } from '../money/bank-results'
import type { Day } from '../time/dates'
import type { LikenessRules } from '../people/alike/described'
import type { Precedence, StatedField } from '../people/stated'
import type { CategoryRule } from './categories'
import type { DueRule, Exclusion } from './due-rules'
import type { IncomeRules } from './incomes'
import type { PolicyIcon } from './policy-icons'
import type { Category, HouseholdPart } from '../register/register'
import type { RetentionKind } from './retention'
import type { DutyRole, WorkerRole } from '../access/staff'
import type { Measure } from './measures'
import type { ReportRules } from './report-rules'
import type { CaseRules } from './case-rules'
import type { SchemeRules } from './scheme-rules'
import type { VisitRules } from './visit-rules'

/** The county pack: everything that differs from county to county, as dated data with a source. Files under `config/counties/<name>/`. */
export interface County {
  /** Six-digit division code, e.g. 330328. */
  code: string
  name: string
  /** Where printed codes point: `https://<host>/c/<token>`. */
  codeHost: string
  /** Agencies with a duty of their own: who takes complaints, who runs the data platform, who sees all money. */
  duties: { discipline: string; data: string; finance: string }
  /** The agency that a part of a household's file comes from: it answers corrections. Money goes to its programme's own agency first. */
  sources: Record<HouseholdPart, string>
  towns: Town[]
  agencies: Agency[]
  /** What a household may be on the register as, in the order in which they are told. */
  categories: CategoryRule[]
  programmes: Programme[]
  /** How banks say what became of a payment. */
  banks: BankLists
  lines: Parameter[]
  /** How a household's income is counted and held against the lines. */
  incomes: IncomeRules
  norms: Parameter[]
  causes: Cause[]
  /** What a household's plan may have done, and which causes it answers. */
  measures: Measure[]
  purposes: Purpose[]
  /** Who decides about the register, what a case of each kind needs, and why somebody may leave it. */
  cases: CaseRules
  /** Pooled schemes 抱团增收: whose they are, of what modes, why a household may leave. */
  schemes: SchemeRules
  /** Visits 走访: what is asked, what people may need, how often. */
  visits: VisitRules
  texts: CountyTexts
  privacy: PrivacyNotice
  /** Who takes anonymous reports, about what, and how long each step may take. */
  reports: ReportRules
  /** How this county's departments and banks write their files. */
  columns: FileColumns
  /** Whose word goes first where several departments say something of a person. */
  precedence: Partial<Record<StatedField, Precedence>>
  /** How two people are compared who may be one. */
  likeness: LikenessRules
  articles: Article[]
}

/**
 * `headings`: by kind of file and column, what may stand over it, the surest first. 成员>姓名 means: 姓名 below a heading with 成员 in it;
 * /…/ is a pattern. A pack writes its own; once loaded, those that counties have in common follow.
 */
export interface FileColumns {
  headings: Record<string, Record<string, string[]>>
  receiptLayouts: ReceiptLayout[]
}

/** The columns of a bank's receipt that comes without headings, from the left; `-` is one that nobody needs. */
export interface ReceiptLayout {
  bank: string
  /** As it stands in file names. */
  names?: string[]
  columns: ReceiptColumn[]
  unit?: '分' | '元'
  source: string
}
type ReceiptColumn = 'serial' | 'card' | 'account_name' | 'amount' | 'result_code' | 'result_text' | 'posting_date' | 'remark' | '-'

/** Town or township, nine-digit code. */
export interface Town {
  code: string
  name: string
  /** Where the code and the list of villages come from. */
  source?: string
  /** Other spellings in department files, e.g. 西坑镇. */
  aliases: Alias[]
  villages: Village[]
}

interface Alias {
  name: string
  from?: Day
  until?: Day
  source: string
}

/** Village, community or residents' committee, twelve-digit code. */
export interface Village {
  code: string
  name: string
  kind: 'village' | 'community' | 'residents-committee'
  aliases: string[]
}

/**
 * `area`: the division that a town's government or health centre serves; its data officer invites grid workers there and serves
 * its people.
 */
export interface Agency {
  id: string
  name: string
  aliases: string[]
  area?: string
  /** The files it sends, and a newer one after how many days. */
  files?: AgencyFile[]
}

interface AgencyFile {
  kind: string
  everyDays: number
  source: string
  unverified?: boolean
}

export interface Programme {
  id: string
  /** As the farmer should read it. */
  name: string
  /** As files write it. */
  aliases: string[]
  interval: 'monthly' | 'quarterly' | 'term' | 'yearly' | 'once'
  /** A personal benefit goes to the person's own card, a household's to the head's card. */
  paidTo: 'person' | 'head'
  agency: string
  /** The category whose households' monthly amount on the register this pays. */
  paysCategory?: Category
  /** Who is due how much, by time. None: what its plan says is due, and nothing more is known. */
  due?: DueRule[]
  /** What cannot be drawn with it. */
  excludes?: Exclusion[]
  /** Id of the article that explains it. */
  article?: string
  /** The drawing beside it. */
  icon?: PolicyIcon
  source: string
}

/** A dated number with its source: lines, standards, norms. `unverified` numbers are shown to nobody as fact. */
export interface Parameter {
  id: string
  name: string
  unit: string
  values: { from: Day; value: number; source: string; unverified?: boolean }[]
}

interface Cause {
  id: string
  name: string
  nature: 'permanent' | 'shock' | 'stage'
  strategy: string
  source: string
  unverified?: boolean
}

/** Why a worker (or, under a grant, an officer) may look at a household, and which parts of its file that purpose needs. */
interface Purpose {
  id: string
  label: string
  roles: (WorkerRole | 'officer')[]
  parts: HouseholdPart[]
}

/** 隐私说明: what is kept of people, why, how long, who sees it, and their rights (PIPL §17); and the rule for each kind of data (§19, §47). */
interface PrivacyNotice {
  updatedOn: Day
  sections: { title: string; lines: string[] }[]
  /** `days` from what `since` names; null where nothing is removed, and `why` says so. */
  retention: { id: RetentionKind; what: string; since: string; days: number | null; why: string; source: string; unverified?: boolean }[]
}

interface CountyTexts {
  /** 有困难找谁. */
  helpLine: { label: string; phone: string }
  /** 码坏了、丢了. */
  lostCode: string
  /** What to do with a card, printed on it. */
  cardAdvice: string[]
  /** What the bank's codes mean to a farmer, e.g. E101 → 户名不符, and where to go. */
  bankReasons: { code: string; reason: string; advice: string }[]
  /** What the head and the data officer of an agency sign before it may be granted anything. */
  pledges: Record<DutyRole, string>
  /** The three lines on a poster, in its order. */
  poster: [string, string, string]
  /** Words that mean the same to whoever searches: 低保 finds 最低生活保障. */
  sameWords: string[][]
  /** The message that money has come; without it nobody is asked whether they want one. */
  arrivals?: ArrivalTexts
}

/** What of the pack is built into the programme on the phone: what reporting needs without asking anybody. */
export interface BuiltInCounty {
  code: string
  name: string
  codeHost: string
  towns: string[]
  reports: ReportRules
}

/** What a visit asks, built in for a phone without signal; apart from the rest, since it is in the workers' pages only. */
export interface BuiltInVisits extends Pick<VisitRules, 'fields' | 'needs'> {
  purposes: Purpose[]
}

export type ArticleColumn = 'policy' | 'news'

export interface Article {
  id: string
  column: ArticleColumn
  title: string
  summary: string
  /** 谁能领 · 领多少 · 怎么领, for policies. */
  who?: string
  howMuch?: string
  howToAsk?: string
  body: string[]
  sourceDocument?: string
  /** The source document's own date. */
  sourceDate?: Day
  publishedOn: Day
  validUntil?: Day
}
