import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Article } from '#contract/bulletin/actions'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { ShareArticle } from './share-article.h5'

const article: Article = {
  id: 'low-income',
  column: 'policy',
  title: '低保金怎么领',
  summary: '差多少补多少。',
  publishedOn: '2020-08-03',
  body: [],
}
const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <ShareArticle article={article} />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)

beforeEach(() => newPhone())

const share = (way: unknown) => Object.defineProperty(navigator, 'share', { value: way, configurable: true })
afterEach(() => share(undefined))

test('sharing goes through the browser where it can', async () => {
  const given: unknown[] = []
  share((data: unknown) => {
    given.push(data)
    return Promise.resolve()
  })
  open()
  await act(async () => press('share'))
  expect(given).toEqual([{ title: '低保金怎么领', text: '差多少补多少。', url: 'http://localhost/a/low-income' }])
  expect(document.getElementById('share-card')).toBeNull()
})

test('it shows a card with the code where it cannot, and copies the address', async () => {
  open()
  press('share')
  await screen.findByText('http://localhost/a/low-income')
  expect(document.getElementById('share-code')?.getAttribute('src')).toMatch(/^data:image\/svg/)
  press('share-copy')
  await screen.findByText(/网址已经复制/)
  expect(phone.clipboard).toBe('http://localhost/a/low-income')
})

test('a refusal shows the card, thinking better of it does not', async () => {
  share(() => Promise.reject(Object.assign(new Error(''), { name: 'AbortError' })))
  open()
  await act(async () => press('share'))
  expect(document.getElementById('share-card')).toBeNull()
  share(() => Promise.reject(new Error('no')))
  await act(async () => press('share'))
  expect(document.getElementById('share-card')).toBeTruthy()
})
