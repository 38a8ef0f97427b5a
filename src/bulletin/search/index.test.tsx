import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { Article } from '#contract/bulletin/actions'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import SearchPage from './index'

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
const home = { county: { name: '文成县', helpLine: { label: '政务服务热线', phone: '12345' }, reports: true }, policy: [], news: [] }
const answers: Record<string, unknown> = {}
const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <SearchPage />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)

beforeEach(() => {
  queryClient.clear()
  Object.assign(answers, { home, search: { articles: [article], also: ['最低生活保障', '低收入'], near: false } })
  newPhone((_fn, action) => ({ requestId: 'r', data: answers[action] }))
  phone.params = {}
})

test('the words are kept in the address', () => {
  phone.params = {}
  open()
  press('search')
  expect(screen.getByText('请写要找的字，例如“低保”。')).toBeTruthy()
  fireEvent.change(screen.getByLabelText(/想找什么/), { target: { value: ' 低收入 ' } })
  press('search')
  press('often-看病')
  expect(phone.visited).toEqual([
    `/bulletin/search/index?words=${encodeURIComponent('低收入')}`,
    `/bulletin/search/index?words=${encodeURIComponent('看病')}`,
  ])
  expect(phone.asked).toEqual([])
})

test('it says what was looked for besides, and leaves nothing of it on the phone', async () => {
  phone.params = { words: encodeURIComponent('低保') }
  open()
  await screen.findByText('也找了：最低生活保障、低收入')
  expect(screen.getByText('说“低保”的，找到 1 篇')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/想找什么/).value).toBe('低保')
  expect(asked('search')).toEqual([{ words: '低保' }])
  press('article-low-income')
  expect(phone.visited).toEqual(['/bulletin/article/index?id=low-income'])
  expect(
    queryClient
      .getQueryCache()
      .findAll({ queryKey: ['public'] })
      .some(({ queryKey }) => queryKey.includes('低保')),
  ).toBe(false)
})

test('what only looks like it is not called found', async () => {
  answers['search'] = { articles: [article], also: [], near: true }
  phone.params = { words: '我们家屋顶一下雨就漏水' }
  open()
  await screen.findByText('没有找到说“我们家屋顶一下雨就漏水”的，这 1 篇有点像')
})

test('whoever comes to search can write at once', () => {
  open()
  expect(document.activeElement?.id).toBe('search-words')
})

test('where nothing is found it says what to try and whom to call', async () => {
  answers['search'] = { articles: [], also: [], near: false }
  phone.params = { words: '飞机票' }
  open()
  await screen.findByText('没有找到说“飞机票”的')
  expect(screen.getByText(/换个说法/)).toBeTruthy()
  await screen.findByText('政务服务热线')
})
