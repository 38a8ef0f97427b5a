import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { Article } from '#contract/bulletin/actions'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import ArticlePage from './index'

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
      <ArticlePage />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)

beforeEach(() => {
  queryClient.clear()
  Object.assign(answers, { home, read: article, feedback: { noted: true } })
  newPhone((_fn, action) => ({ requestId: 'r', data: answers[action] }))
  phone.params = { id: 'low-income' }
})

test('it says until when it holds, from which document and of which day', async () => {
  open()
  await screen.findByText('有效到 2998年12月31日')
  expect(screen.getByText('依据：（示例）1号（2020年7月20日）')).toBeTruthy()
  expect(document.getElementById('expired')).toBeNull()
})

test('what is over says so before anything else, in a word and a shape', async () => {
  answers['read'] = { ...article, validUntil: '2020-12-31' }
  open()
  await screen.findByText('已过期（2020年12月31日为止）')
  const banner = document.getElementById('expired')!
  expect(banner.querySelector('.status__mark')?.textContent).toBe('!')
  expect(banner.compareDocumentPosition(screen.getByText('低保金怎么领')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('“看懂了” is said once on this phone', async () => {
  const first = open()
  await screen.findByText('看懂了吗？')
  press('understood')
  await screen.findByText('您看懂了，谢谢告诉我们。')
  expect(asked('feedback')).toEqual([{ id: 'low-income', understood: true }])
  first.unmount()
  open()
  await screen.findByText('您看懂了，谢谢告诉我们。')
  expect(screen.queryByText('看懂了吗？')).toBeNull()
  expect(asked('feedback')).toHaveLength(1)
})

test('not understood: whom to call, and where to write', async () => {
  open()
  await screen.findByText('看懂了吗？')
  press('not-understood')
  await screen.findByText(/打电话问/)
  await screen.findByText('政务服务热线')
  press('call-help')
  press('suggest')
  expect(phone.visited).toEqual(['tel:12345', '/bulletin/suggest/index'])
  expect(asked('feedback')).toEqual([{ id: 'low-income', understood: false }])
})

test('an article that does not exist leads to those that do, instead of asking for it again', async () => {
  phone.answer = (_fn, action) =>
    action === 'read'
      ? { requestId: 'r', error: { code: 'not-found', message: '这篇文章已经撤下或者换了地方。' } }
      : { requestId: 'r', data: {} }
  open()
  await screen.findByText('没有找到')
  expect(document.getElementById('retry')).toBeNull()
  press('see-policy')
  press('search')
  expect(phone.visited).toEqual(['/bulletin/column/index?column=policy', '/bulletin/search/index'])
})

test('what could not be noted is asked again, with the reason', async () => {
  open()
  await screen.findByText('看懂了吗？')
  phone.answer = () => {
    throw noNetwork
  }
  press('understood')
  await screen.findByText(/还没有记上。请连上网/)
  expect(document.getElementById('understood')).toBeTruthy()
  expect(phone.storage.get('understood')).toBeUndefined()
})

test('WeChat and Alipay pass on its title and its address, and nothing of whoever shares it', async () => {
  phone.storage.set('session', 'farmers-session')
  open()
  await screen.findByText('低保金怎么领')
  expect(document.getElementById('share')?.dataset['openType']).toBe('share')
  expect(phone.share!()).toEqual({ title: '低保金怎么领', desc: '差多少补多少。', path: '/bulletin/article/index?id=low-income' })
  expect(JSON.stringify(phone.share!())).not.toContain('session')
})
