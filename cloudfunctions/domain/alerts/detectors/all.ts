import type { AlertWord } from '../finding'

/** What there is to be known of a detector without running it. */
interface DetectorFacts {
  word: AlertWord
  /** What it is called in a list. */
  name: string
  /** What it looks for, in one sentence: an officer who doubts an alert reads this first. */
  looksFor: string
}

/** Every detector there is. A new one is a line here, its rule beside, and how its facts are brought in affairs/alerts/detectors. */
export const detectors = {
  duplicate_payment: {
    word: '错',
    name: '同一笔钱排了两次',
    looksFor: '发放计划里，同一个人、同一个项目、同一个所属期，排了不止一次。补发以前月份的，所属期不同，不算。',
  },
  not_on_register: {
    word: '错',
    name: '不在名册上，排了低保金',
    looksFor: '发放计划里有低保金，人不在低保名册的任何一户里。',
  },
  account_name_mismatch: {
    word: '错',
    name: '户名和人名对不上',
    looksFor: '发放计划里的银行户名不是这个人，也不是他家里人。间隔号写法不同的，算同一个名字。',
  },
  amount_mismatch: {
    word: '错',
    name: '排的钱和名册上的不一样',
    looksFor: '这个月排的低保金，和名册上的月保障金不相等。',
  },
  receipt_without_plan: {
    word: '错',
    name: '银行发了，计划里没有',
    looksFor: '银行回执里的一行，卡号和金额在发放计划里找不到。',
  },
  bank_failed: { word: '少', name: '银行退回，没有到账', looksFor: '银行回执说没有入账，后来也没有补发到账。' },
  plan_without_receipt: {
    word: '少',
    name: '排了，银行没有回音',
    looksFor: '发放计划里有，这个月的回执已经来了，里面没有这一笔。',
  },
  missing_payment: {
    word: '漏',
    name: '名册上有，没有排钱',
    looksFor: '名册上的低保户有月保障金，这个月的发放计划里没有他家的低保金。',
  },
} as const satisfies Record<string, DetectorFacts>

export type DetectorName = keyof typeof detectors
export const detectorNames = Object.keys(detectors) as [DetectorName, ...DetectorName[]]
