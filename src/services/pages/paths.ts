import Taro from '@tarojs/taro'
import type { ArticleCard } from '#contract/bulletin/actions'
import type { CodeToken } from '#domain/access/code-token'
import { tokenInScan } from '#domain/access/code-token'
import { placeInScan } from '#domain/place/divisions'

type Column = ArticleCard['column']

const home = '/pages/home/index'

/**
 * The page for whatever was scanned: a card's file, a poster's place, the anonymous report, or the code page, which says that
 * it is no code of ours.
 */
export function pathOfScan(scanned: string): string {
  const token = tokenInScan(scanned)
  if (token !== undefined) return paths.file(token)
  const place = placeInScan(scanned)
  if (place !== undefined) return paths.place(place, true)
  return /\/r\/?$/.test(scanned) ? paths.report : paths.code(scanned)
}

/** Where each page lives. The one list of addresses in the programme. */
export const paths = {
  home,
  /** `scanned` may be anything that a scanner hands over; the page says so if it is no code of ours. */
  code: (scanned: string) => `/pages/code/index?token=${encodeURIComponent(tokenInScan(scanned) ?? scanned.slice(0, 120))}`,
  /** `suggestion` is the column of questions answered in public. */
  bulletin: (column: Column | 'suggestion') => `/bulletin/column/index?column=${column}`,
  article: (id: string) => `/bulletin/article/index?id=${encodeURIComponent(id)}`,
  search: (words?: string) => `/bulletin/search/index${words === undefined ? '' : `?words=${encodeURIComponent(words)}`}`,
  /** What lies behind a card: the file, the question why, or the public page. */
  file: (token: CodeToken) => `/household/file/index?token=${token}`,
  /** Where a poster leads, and a village's own page. `scanned`: somebody stands before the poster. */
  place: (code: string, scanned = false) => `/bulletin/place/index?place=${code}${scanned ? '&scanned=1' : ''}`,
  /** `caseId`: against what is shown on the place's page. */
  suggest: (place?: string, caseId?: string) =>
    `/bulletin/suggest/index${place === undefined ? '' : `?place=${place}`}${caseId === undefined ? '' : `&case=${encodeURIComponent(caseId)}`}`,
  /** What became of a suggestion, by its receipt. */
  suggestion: (receipt?: string) => `/bulletin/suggestion/index${receipt === undefined ? '' : `?receipt=${receipt}`}`,
  /** 家里有困难，我要申请; begun at a poster with its place. */
  apply: (place?: string) => `/bulletin/apply/index${place === undefined ? '' : `?place=${place}`}`,
  /** How far an application is, by its receipt. */
  application: (receipt?: string) => `/bulletin/application/index${receipt === undefined ? '' : `?receipt=${receipt}`}`,
  /** 隐私说明. */
  privacy: '/bulletin/privacy/index',
  report: '/report/write/index',
  /** Answers to a report, by its receipt. */
  track: '/report/track/index',
  /** With the code that led here, so that signing in leads back to it. */
  me: (token?: string) => `/pages/me/index${token ? `?token=${token}` : ''}`,
  /** One's own household, or one that a relative lets this account see. */
  mine: (proxyId?: string) => `/household/mine/index${proxyId === undefined ? '' : `?proxyId=${encodeURIComponent(proxyId)}`}`,
  /** 我的钱, or a relative's: every line, and what can be said of it. */
  money: (proxyId?: string) => `/household/money/index${proxyId === undefined ? '' : `?proxyId=${encodeURIComponent(proxyId)}`}`,
  /** 谁来看过我们, or a relative's: who came, and what can be said of it. */
  visits: (proxyId?: string) => `/household/visits/index${proxyId === undefined ? '' : `?proxyId=${encodeURIComponent(proxyId)}`}`,
  /** Every payment of a file that was reached by its card. */
  details: (token: CodeToken) => `/household/details/index?token=${token}`,
  bind: (token: CodeToken) => `/household/bind/index?token=${token}`,
  confirm: (token: CodeToken) => `/household/confirm/index?token=${token}`,
  looks: '/household/looks/index',
  /** What was asked for and answered, and the form to ask for more. */
  requests: '/household/requests/index',
  /** What is done about the own household on the register. */
  cases: '/household/cases/index',
  proxies: '/household/proxies/index',
  phones: '/household/phones/index',
  copy: '/household/copy/index',
  /** Home checks that wait in a grid worker's villages, and one of them. */
  checks: '/field/checks/index',
  check: (id: string) => `/field/check/index?id=${encodeURIComponent(id)}`,
  /** Whom a grid worker asks whether money has come, and one of them. */
  calls: '/field/calls/index',
  call: (id: string) => `/field/call/index?id=${encodeURIComponent(id)}`,
  /** A worker's households, one of them to visit (chosen, by its card, or a visit that waits), and what has not gone yet. */
  homes: '/field/homes/index',
  visit: (id: string, by: 'home' | 'token' | 'mend' = 'home') => `/field/visit/index?${by}=${encodeURIComponent(id)}`,
  outbox: '/field/outbox/index',
  /** The plan of one of a worker's households. */
  plan: (householdId: string) => `/field/plan/index?home=${encodeURIComponent(householdId)}`,
  /** The officers' desk: H5 only. */
  office: '/office/desk/index',
}

/** Whether a scanned text is a code of ours: a household's, a place's poster, or that of the anonymous report. */
export const isOurs = (scanned: string): boolean => tokenInScan(scanned) !== undefined || pathOfScan(scanned) !== paths.code(scanned)

/** Mini-programs keep ten pages and refuse an eleventh without a word. */
const mostPages = 10

/** Goes to a page; the way back leads here, unless there is no room for one more: then it takes the place of this one. */
export const go = (url: string): void => {
  void (Taro.getCurrentPages().length < mostPages ? Taro.navigateTo({ url }) : Taro.redirectTo({ url }))
}

/** Goes to a page that takes the place of this one. */
export const goInstead = (url: string): void => {
  void Taro.redirectTo({ url })
}

/** Starts afresh at a page, with nothing behind it. */
export const goAnew = (url: string): void => {
  void Taro.reLaunch({ url })
}

/** One page back, or home where there is nothing behind. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goAnew(home)
}
