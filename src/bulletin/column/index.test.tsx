import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Article } from '#contract/bulletin/actions'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import ColumnPage from './index'

const article: Article = {
  id: 'low-income',
  column: 'policy',
  title: '低保金怎么领',
  summary: '差多少补多少。',
  who: '收入低的',
  howMuch: '补到标准',
  howToAsk: '到村里填表',
  publishedOn: '2020-08-03',
  validUntil: '2998-12-31',
  sourceDocument: '（示例）1号',
  sourceDate: '2020-07-20',
  body: ['第一段。'],
}
const answers: Record<string, unknown> = {}
const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <ColumnPage />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)

beforeEach(() => {
  queryClient.clear()
  Object.assign(answers, { list: { articles: [article] } })
  newPhone((_fn, action) => ({ requestId: 'r', data: answers[action] }))
  phone.params = { column: 'policy' }
})

test('a card says what is over', async () => {
  answers['list'] = { articles: [{ ...article, validUntil: '2020-12-31' }] }
  phone.params = { column: 'policy' }
  open()
  await screen.findByText('已过期（2020年12月31日为止）')
  press('search-entry')
  expect(phone.visited).toEqual(['/bulletin/search/index'])
})

test('the third column is what people asked and were told', async () => {
  Object.assign(answers, {
    answers: {
      answers: [{ id: 'a1', question: '路灯坏了，谁来修？', answer: '已经修好。', agency: '县农业农村局', answeredOn: '2020-10-02' }],
    },
    figures: {
      year: '2020',
      scans: 8,
      suggestions: { received: 12, answered: 9 },
      reports: {
        received: 3,
        closed: 1,
        outcomes: [
          { outcome: 'true', count: 1 },
          { outcome: 'untrue', count: 0 },
        ],
      },
    },
  })
  phone.params = { column: 'suggestion' }
  open()
  await screen.findByText('路灯坏了，谁来修？')
  expect(screen.getByText('县农业农村局 · 2020年10月2日答复')).toBeTruthy()
  await screen.findByText('收到意见 12 件，答复 9 件')
  expect(screen.getByText('属实，已处理：1 件')).toBeTruthy()
  expect(screen.queryByText(/不属实/)).toBeNull()
  press('suggest')
  press('find-answer')
  expect(phone.visited).toEqual(['/bulletin/suggest/index', '/bulletin/suggestion/index'])
  press('tab-policy')
  await waitFor(() => expect(asked('list')).toEqual([{ column: 'policy' }]))
})
