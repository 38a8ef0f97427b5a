import { QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { CodeToken } from '#domain/access/code-token'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { getSession } from '../../../services/wire/session'
import { Bind } from './bind'
import { dropDigits } from './kept-digits'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23' as CodeToken
const reply = (data: unknown) => ({ requestId: 'r', data })
const nobody = { signedIn: true, farmer: false, relatives: [] }
const farmer = { signedIn: true, title: '陈**（农户）', farmer: true, relatives: [] }
const digits = { session: 's1', code: '482913', until: '2020-01-01T00:00:00.000Z', minutes: 10 }

const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <Bind token={token} />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const type = (idTail: string, phoneTail: string) => {
  fireEvent.change(screen.getByLabelText('身份证号最后 6 位'), { target: { value: idTail } })
  fireEvent.change(screen.getByLabelText('登记的手机号最后 4 位'), { target: { value: phoneTail } })
}
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)

beforeEach(() => {
  queryClient.clear()
  dropDigits()
})
afterEach(() => jest.useRealTimers())

test('what cannot be right is not sent', () => {
  newPhone()
  open()
  type('12345', '0001')
  press('bind-start')
  expect(screen.getByText(/身份证号的最后 6 位/)).toBeTruthy()
  expect(phone.asked).toEqual([])
})

test('tried too often: the county’s words, and what was typed stays', async () => {
  newPhone(() => ({ requestId: 'r', error: { code: 'not-allowed', message: '今天试的次数太多了。请明天再来，或到村便民服务中心办。' } }))
  open()
  type('01123X', '0001')
  press('bind-start')
  await screen.findByText(/今天试的次数太多了/)
  expect(screen.getByLabelText<HTMLInputElement>('身份证号最后 6 位').value).toBe('01123X')
})

test('six digits are shown; asked too early it says so; once confirmed the file opens, and nobody else’s things are kept', async () => {
  let me: object = nobody
  newPhone((_fn, action) => reply(action === 'bindStart' ? digits : me))
  queryClient.setQueryData(['own', 'household', 'mine'], { head: '别人' })
  open()
  type('01123X', '0001')
  press('bind-start')
  await waitFor(() => expect(document.getElementById('digits')?.textContent).toBe('482913'))
  expect(getSession()).toBe('s1')
  expect(screen.getByText(/还有 (9|10) 分钟过期。/)).toBeTruthy()
  press('bound-check')
  await screen.findByText(/网格员还没有核对好/)
  me = farmer
  press('bound-check')
  await waitFor(() => expect(phone.visited).toEqual([`/pages/code/index?token=${token}`]))
  expect(queryClient.getQueryData(['own', 'household', 'mine'])).toBeUndefined()
  expect(queryClient.getQueryData(['own', 'me'])).toEqual(farmer)
})

test('the page asks by itself; after ten minutes the digits are over, and what was typed is still there', async () => {
  jest.useFakeTimers()
  newPhone((_fn, action) => reply(action === 'bindStart' ? digits : nobody))
  open()
  type('01123X', '0001')
  await act(async () => {
    press('bind-start')
    await jest.advanceTimersByTimeAsync(100)
  })
  await act(() => jest.advanceTimersByTimeAsync(30_500))
  expect(asked('me')).toHaveLength(3)
  expect(screen.getByText('还有 9 分钟过期。')).toBeTruthy()
  await act(() => jest.advanceTimersByTimeAsync(10 * 60_000))
  expect(document.getElementById('digits')).toBeNull()
  press('bind-again')
  expect(screen.getByLabelText<HTMLInputElement>('登记的手机号最后 4 位').value).toBe('0001')
})

test('a reload keeps the digits and their time, of this card only; filled in anew they are gone', async () => {
  newPhone((_fn, action) => reply(action === 'bindStart' ? digits : nobody))
  const { unmount } = open()
  type('01123X', '0001')
  press('bind-start')
  await waitFor(() => expect(document.getElementById('digits')?.textContent).toBe('482913'))
  unmount()
  const again = open()
  expect(document.getElementById('digits')?.textContent).toBe('482913')
  expect(screen.getByText(/还有 (9|10) 分钟过期。/)).toBeTruthy()
  again.unmount()
  const other = render(
    <QueryClientProvider client={queryClient}>
      <Bind token={'1ZYXWVTSRQPNMKJHGFEDCBA98' as CodeToken} />
    </QueryClientProvider>,
  )
  expect(document.getElementById('digits')).toBeNull()
  other.unmount()
  open()
  press('bind-again')
  expect(document.getElementById('digits')).toBeNull()
})

test('the same step carries the same key, so that a lost answer costs no try', async () => {
  newPhone(() => ({ requestId: 'r', error: { code: 'internal', message: '没有答复' } }))
  open()
  type('01123X', '0001')
  press('bind-start')
  await screen.findByText('没有答复')
  press('bind-start')
  await waitFor(() => expect(asked('bindStart')).toHaveLength(2))
  const keys = asked('bindStart').map((input) => (input as { key: string }).key)
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(keys[1]).toBe(keys[0])
})
