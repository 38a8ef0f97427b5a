import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import { getSession, setSession } from '../../services/wire/session'
import MePage from './index'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23'
const farmer = { signedIn: true, title: '陈**（农户）', farmer: true, relatives: [] }
const reply = (data: unknown) => ({ requestId: 'r', data })
const refusal = { requestId: 'r', error: { code: 'not-found', message: '这个登录码用过了。请到村便民服务中心重新领一个。' } }

const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <MePage />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const type = (text: string) => fireEvent.change(screen.getByLabelText('登录码（12 位）'), { target: { value: text } })

beforeEach(() => queryClient.clear())

test('a code that cannot be right is not sent', async () => {
  newPhone()
  open()
  await screen.findByText('登录', { selector: '.button' })
  type('ABCD')
  press('redeem')
  expect(screen.getByText(/现在有 4 位/)).toBeTruthy()
  expect(phone.asked).toEqual([])
})

test('a refused code says why and leaves what was typed', async () => {
  newPhone(() => refusal)
  open()
  await screen.findByText('登录', { selector: '.button' })
  type('abcd-efgh-jkmn')
  press('redeem')
  await screen.findByText('这个登录码用过了。请到村便民服务中心重新领一个。')
  expect(screen.getByLabelText<HTMLInputElement>('登录码（12 位）').value).toBe('abcd-efgh-jkmn')
  expect(phone.asked[0]?.input).toEqual({ code: 'ABCDEFGHJKMN', key: expect.stringMatching(/^[0-9a-f]{32}$/) })
})

test('signing in keeps the session, forgets whoever was here before, and leads back to the scanned code', async () => {
  newPhone((_fn, action) => reply(action === 'redeem' ? { session: 's1', me: farmer } : farmer))
  phone.params = { token }
  queryClient.setQueryData(['own', 'household', 'mine'], { head: '别人' })
  open()
  await screen.findByText('登录', { selector: '.button' })
  type('ABCDEFGHJKMN')
  press('redeem')
  await waitFor(() => expect(phone.visited).toEqual([`/pages/code/index?token=${token}`]))
  expect(getSession()).toBe('s1')
  expect(queryClient.getQueryData(['own', 'household', 'mine'])).toBeUndefined()
})

test('leaving asks first, then ends the session and erases what was kept', async () => {
  newPhone((_fn, action) => reply(action === 'leave' ? { left: true } : farmer))
  setSession('s1')
  queryClient.setQueryData(['own', 'household', 'mine'], { head: '陈阿公' })
  open()
  await screen.findByText('陈**（农户）')
  press('leave')
  expect(phone.asked.some(({ action }) => action === 'leave')).toBe(false)
  press('leave-sure')
  await screen.findByText('登录', { selector: '.button' })
  expect(getSession()).toBe('')
  expect(queryClient.getQueryData(['own', 'household', 'mine'])).toBeUndefined()
})

test('a session that has run out is forgotten with all that was kept, and the sign-in is offered', async () => {
  newPhone(() => reply({ signedIn: false, farmer: false, relatives: [] }))
  setSession('old')
  queryClient.setQueryData(['own', 'me'], farmer, { updatedAt: 1 })
  queryClient.setQueryData(['own', 'household', 'mine'], { head: '陈阿公' })
  open()
  await screen.findByText('登录', { selector: '.button' })
  expect(getSession()).toBe('')
  expect(queryClient.getQueryData(['own', 'household', 'mine'])).toBeUndefined()
})

test('an officer is told where their work is; a relative’s code can be typed by somebody who is signed in already', async () => {
  const relative = { proxyId: 'p 1', head: '陈阿公', relation: '女儿', parts: ['money'], until: '2999-10-12' }
  let me: object = { ...farmer, officer: { role: 'head', agency: '县民政局' } }
  newPhone((_fn, action) => {
    if (action !== 'redeem') return reply(me)
    me = { ...farmer, relatives: [relative] }
    return reply({ me })
  })
  setSession('s1')
  open()
  await screen.findByText(/您是县民政局的人.*内网/)
  press('another-code')
  type('ABCDEFGHJKMN')
  press('redeem')
  await screen.findByText('陈阿公一家让您看')
  expect(screen.getByText('您是女儿 · 能看钱 · 到2999年10月12日')).toBeTruthy()
  press('relative-p 1')
  expect(phone.visited).toEqual(['/household/mine/index?proxyId=p%201'])
})

test('a session that waits for its binding is kept, and the sign-in is offered', async () => {
  newPhone(() => reply({ signedIn: false, farmer: false, relatives: [] }))
  setSession('s1')
  open()
  await screen.findByText('登录', { selector: '.button' })
  expect(getSession()).toBe('s1')
})
