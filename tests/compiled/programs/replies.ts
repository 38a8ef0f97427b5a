import { fen } from '#domain/money/money'
import type { Article, BulletinHome, BulletinPage } from '#contract/bulletin/actions'
import type { OwnMoney } from '#contract/household/own-money'
import type { HouseholdFile, PaymentLine, PurposeAsked, StrangerPage } from '#contract/household/actions'
import type { Me } from '#contract/identity/actions'
import { given, type Answers } from './wire'

/** Two cards as they would be printed; nobody's. Form: version 1, 16 + 8 characters of Crockford base32. */
export const token = '17K3QZ9M4XW2TDR8HVBN6YCE5'
export const otherToken = '1P0FJ6ZK3S9AQ7XGM2WT4DHRV'
export const cardUrl = (of: string): string => `https://xiaokang.example/c/${of}`

const helpLine = { label: '文成县小康码服务台', phone: '0577-00000000' }

const line = (over: Partial<PaymentLine> & Pick<PaymentLine, 'id' | 'name' | 'dueFen' | 'state'>): PaymentLine => ({
  programme: 'minimum-living',
  month: '2026-10',
  period: '2026年10月',
  ...over,
})

/** 陈阿公's household on 12 October 2026: one payment came, one was refused by the bank. */
export const farmerFile: HouseholdFile = {
  kind: 'household',
  relation: 'self',
  head: '陈阿公',
  town: '南田镇',
  village: '武阳村',
  category: '低保户',
  today: '2026-10-12',
  updatedAt: '2026-10-12T00:00:00.000Z',
  money: [
    line({ id: 'p1', name: '低保金', dueFen: fen(76200), state: 'credited', creditedOn: '2026-10-12' }),
    line({
      id: 'p2',
      programme: 'disability-care',
      name: '残疾人护理补贴',
      forWhom: '李**',
      dueFen: fen(25000),
      state: 'failed',
      reason: { text: '户名不符', advice: '请带身份证到南田镇便民中心改正' },
    }),
    line({
      id: 'p3',
      name: '低保金',
      month: '2026-09',
      period: '2026年9月',
      dueFen: fen(76250),
      state: 'credited',
      creditedOn: '2026-09-11',
    }),
  ],
  dividends: [{ scheme: '飞地产业园', year: 2025, principalFen: fen(1000000), dividendFen: fen(80000) }],
  awards: [
    {
      id: 'a1',
      programme: 'disability-care',
      name: '重度残疾人护理补贴',
      icon: 'disability',
      forWhom: '李**',
      period: '2026-Q3',
      amountFen: fen(75000),
      agency: '县残疾人联合会',
    },
  ],
  policies: [{ programme: 'minimum-living', name: '最低生活保障', article: 'minimum-living' }],
  helpers: [
    { role: 'cadre', name: '林建国', unit: '县农业农村局', post: '科员', phone: '16000000001', lastVisit: '2026-09-28' },
    { role: 'doctor', name: '周敏', unit: '南田镇卫生院', phone: '16000000002' },
  ],
  members: [
    { name: '陈**', relation: '户主' },
    { name: '李**', relation: '配偶' },
  ],
  can: { see: ['money', 'dividends', 'awards', 'policies', 'helpers', 'members'], own: true, confirm: false },
}

const sums = { dueFen: fen(177450), cameFen: fen(152450) }
/** Its money, of which the refused line can be said something about. */
export const farmerMoney: OwnMoney = {
  ...{ head: farmerFile.head, relation: 'self', today: farmerFile.today, updatedAt: farmerFile.updatedAt },
  lines: farmerFile.money!.map((one) => ({
    ...one,
    canSay: one.state === 'failed' ? ['received', 'not-received'] : ['received', 'not-received', 'other-amount'],
    ...(one.state === 'failed' && { source: { file: '残联.xls', sheet: '十月', row: 7 } }),
  })),
  notPlanned: [],
  years: [{ year: 2026, ...sums, programmes: [{ programme: 'minimum-living', name: '低保金', ...sums }] }],
}

/** Another household, to tell two scans apart. */
export const otherFile: HouseholdFile = {
  ...farmerFile,
  head: '王阿婆',
  village: '驮湖村',
  helpers: [{ role: 'cadre', name: '赵小芳', unit: '县民政局' }],
}

/** What a grid worker sees of the first one after saying why. */
export const workerFile: HouseholdFile = {
  kind: 'household',
  relation: 'grid-worker',
  head: '陈阿公',
  town: '南田镇',
  village: '武阳村',
  category: '低保户',
  today: farmerFile.today,
  updatedAt: farmerFile.updatedAt,
  helpers: farmerFile.helpers!,
  members: farmerFile.members!,
  can: { see: ['helpers', 'members'], own: false, confirm: true },
}

export const stranger: StrangerPage = {
  kind: 'stranger',
  county: { name: '文成县', helpLine, lostCode: '码坏了、丢了：到村便民服务中心免费换，原来的码马上作废。' },
}

export const purposeAsked: PurposeAsked = {
  kind: 'ask-purpose',
  role: 'grid-worker',
  village: '武阳村',
  purposes: [
    { id: 'visit', label: '巡访' },
    { id: 'help-requested', label: '本人要求帮查' },
    { id: 'verify', label: '核实情况' },
  ],
  confirm: true,
}

export const article: Article = {
  id: 'minimum-living',
  column: 'policy',
  title: '家里困难，怎么领低保',
  summary: '收入低于低保线的家庭，每月补足差额。',
  who: '家庭人均月收入低于低保线的本县户籍家庭',
  howMuch: '补足到低保线',
  howToAsk: '到村便民服务中心交一张申请表',
  publishedOn: '2026-08-03',
  validUntil: '2027-12-31',
  sourceDocument: '文成县最低生活保障办法',
  sourceDate: '2026-07-20',
  body: ['先到村便民服务中心说明情况，由村里帮着填表。', '镇里三十天以内上门看过，结果贴在村务公开栏。'],
}

const { body: _body, sourceDocument: _source, sourceDate: _date, ...card } = article
export const articleCard = card
const news: BulletinHome['news'][number] = {
  id: 'clinic-week',
  column: 'news',
  title: '下周三卫生院到村里量血压',
  summary: '上午八点半，在文化礼堂。',
  publishedOn: '2026-10-10',
}
const policyPage: BulletinPage = { articles: [articleCard] }

export const nobody: Me = { signedIn: false, farmer: false, relatives: [] }

/** 陈阿公's phone once it is bound. */
export const farmer: Me = { signedIn: true, farmer: true, title: '陈**（农户）', relatives: [] }

/** What the county answers everybody on an ordinary day. */
export const everyday = {
  'identity.me': () => given(nobody),
  'bulletin.home': () => given({ county: { name: '文成县', helpLine, reports: true }, policy: [articleCard], news: [news] }),
  'bulletin.list': ({ column }) => given(column === 'policy' ? policyPage : { articles: [news] }),
  'bulletin.read': () => given(article),
} satisfies Partial<Answers>
