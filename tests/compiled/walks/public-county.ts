import { fen } from '#domain/money/money'
import type { PlacePage, SuggestionStatus } from '#contract/bulletin/actions'
import { articleCard, everyday } from '../programs/replies'
import { given, type Answers } from '../programs/wire'

/** The county as anybody meets it who is not signed in. */

export const place = '330328104202'
export const posterUrl = (of: string): string => `https://xiaokang.example/p/${of}`
export const receipt = 'ABCDEFGHJKMN'

const placePage: PlacePage = {
  place: { code: place, name: '武阳村', town: '南田镇' },
  totals: {
    people: 61,
    households: 40,
    byCategory: [
      { name: '低保户', households: 38 },
      { name: '特困户', households: 'few' },
    ],
    pairedHouseholds: 40,
    programmes: [
      { name: '低保金', receivers: 55, creditedFen: fen(2_362_200) },
      { name: '临时救助', receivers: 'few' },
    ],
    month: '2026-10',
  },
  notices: [{ name: '陈*', kind: 'entry', category: '低保户', on: '2026-10-08', reason: '收入低于低保标准' }],
  noticeDays: 30,
}

/** What became of the suggestion after a week. */
export const answered: SuggestionStatus = {
  state: 'answered',
  receivedOn: '2026-10-12',
  dueOn: '2026-10-27',
  agency: '县农业农村局',
  answer: '路灯已经修好。',
  answeredOn: '2026-10-19',
  isPublic: true,
}

export const publicCounty = () =>
  ({
    ...everyday,
    'bulletin.search': ({ words }) =>
      given(
        words === '低收入'
          ? { articles: [articleCard], also: ['低保', '最低生活保障'], near: false }
          : { articles: [], also: [], near: false },
      ),
    'bulletin.feedback': () => given({ noted: true }),
    'bulletin.place': () => given(placePage),
    'bulletin.scan': () => given({ noted: true }),
    'bulletin.suggest': () => given({ receipt, dueOn: '2026-10-17' }),
    'bulletin.suggestion': () => given({ state: 'received', receivedOn: '2026-10-12', dueOn: '2026-10-17', isPublic: false }),
    'bulletin.answers': () =>
      given({
        answers: [{ id: 'a1', question: '自来水什么时候通到岭脚？', answer: '十一月底前。', agency: '县水利局', answeredOn: '2026-09-30' }],
      }),
    'bulletin.figures': () =>
      given({
        year: '2026',
        scans: 120,
        suggestions: { received: 12, answered: 9 },
        reports: { received: 3, closed: 1, outcomes: [{ outcome: 'true', count: 1 }] },
      }),
  }) satisfies Partial<Answers>
