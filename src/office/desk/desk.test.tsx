import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { DeskMe } from '#contract/office/desk'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import { getSession, setSession } from '../../services/wire/session'
import { Desk } from './desk'
import { rooms } from './room-list'

const me: DeskMe = {
  name: '周敏',
  role: 'data-officer',
  agency: '县民政局',
  agencyId: 'civil-affairs',
  until: '2999-10-20T10:00:00.000Z',
  sections: ['requests', 'pledge'],
  agencyReady: { head: true, dataOfficer: true },
  resets: [],
  waiting: {
    staff: 0,
    grants: 0,
    requests: 1,
    emergencies: 0,
    articles: 0,
    suggestions: 0,
    reports: 0,
    cases: 0,
    batches: 0,
    schemes: 0,
    refused: 0,
  },
}
const request = {
  id: 'r1',
  kind: 'correction',
  about: '钱',
  words: '没有到。',
  at: '2999-10-19T01:00:00.000Z',
  place: '高村',
  from: '陈**',
}
const reply = (data: unknown) => ({ requestId: 'r', data })
const refusal = (code: string, message: string) => ({ requestId: 'r', error: { code, message } })

const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <Desk />
    </QueryClientProvider>,
  )
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const signIn = (totp: string) => {
  fill('office-login', 'zhoumin')
  fill('office-passphrase', 'a passphrase that is long')
  fill('office-totp', totp)
  fireEvent.click(at('office-sign-in'))
}

beforeEach(() => {
  queryClient.clear()
  window.location.hash = ''
})

test('outside the intranet there is the sentence and nothing to fill in', async () => {
  newPhone(() => refusal('not-allowed', '办公页面只能在政务内网打开。'))
  open()
  await screen.findByText('办公页面只能在政务内网打开。')
  expect(document.querySelector('input, main')).toBeNull()
})

test('a dynamic code that cannot be right is not sent', async () => {
  newPhone(() => refusal('sign-in', '请登录。'))
  open()
  await screen.findByLabelText('登录名')
  signIn('12345')
  expect(at('office-sign-in-trouble').textContent).toContain('6 位数字')
  expect(phone.asked.map(({ action }) => action)).toEqual(['me'])
})

test('a refused sign-in keeps name and passphrase, and asks for a fresh dynamic code', async () => {
  newPhone((_fn, action) => (action === 'me' ? refusal('sign-in', '请登录。') : refusal('sign-in', '登录名、口令或动态码不对。')))
  open()
  await screen.findByLabelText('登录名')
  signIn('123 456')
  await screen.findByText('登录名、口令或动态码不对。')
  const values = ['office-login', 'office-passphrase', 'office-totp'].map((id) => (at(id) as HTMLInputElement).value)
  expect(values).toEqual(['zhoumin', 'a passphrase that is long', ''])
})

test('signing in replaces the farmer’s session, keeps the device for the next time, and opens with what waits', async () => {
  newPhone((_fn, action) => {
    if (action === 'signIn') return reply({ session: 's1', device: 'd1', me })
    if (action === 'requests') return reply({ requests: [request] })
    return getSession() === 's1' ? reply(me) : refusal('sign-in', '请登录。')
  })
  setSession('farmer')
  queryClient.setQueryData(['own', 'household', 'mine'], { head: '别人' })
  open()
  await screen.findByLabelText('登录名')
  signIn('123456')
  await screen.findByText('等着办的')
  expect(at('today-requests').textContent).toBe('1件更正和投诉，等答复')
  expect(at('today-requests').getAttribute('href')).toContain('at=requests')
  expect(at('today-pledge')).toBeNull()
  expect(phone.storage.get('office-device')).toBe('d1')
  expect(queryClient.getQueryData(['own', 'household', 'mine'])).toBeUndefined()
  expect(at('menu-requests').textContent).toBe('办理1')
})

test('a session that runs out shows the door, and what was half written is still there after it', async () => {
  let signedIn = true
  newPhone((_fn, action) => {
    if (action === 'signIn') signedIn = true
    if (!signedIn) return refusal('sign-in', '请登录。')
    if (action === 'signIn') return reply({ session: 's2', device: 'd1', me })
    return reply(action === 'requests' ? { requests: [request] } : me)
  })
  window.location.hash = '#/office/desk/index?at=requests'
  open()
  fireEvent.click(await screen.findByText('写答复'))
  fill('request-words-r1', '已查，户名写错。')
  signedIn = false
  fireEvent.click(at('request-answer-r1'))
  await screen.findByText(/登录到时间了/)
  expect(screen.queryByRole('navigation')).toBeNull()
  signIn('123456')
  await waitFor(() => expect(screen.getByRole('navigation')).toBeTruthy())
  expect((at('request-words-r1') as HTMLTextAreaElement).value).toBe('已查，户名写错。')
})

test('signing out forgets the session, but not the device', async () => {
  newPhone((_fn, action) => reply(action === 'me' ? me : action === 'signOut' ? { left: true } : { requests: [] }))
  setSession('s1')
  phone.storage.set('office-device', 'd1')
  open()
  fireEvent.click(await screen.findByText('退出'))
  await waitFor(() => expect(phone.visited).toEqual(['/office/desk/index']))
  expect([getSession(), phone.storage.get('office-device')]).toEqual(['', 'd1'])
})

test('the first page counts what waits and opens each list; with nothing to do it says so and leads to the rooms', async () => {
  const waiting = {
    staff: 7,
    grants: 2,
    requests: 0,
    emergencies: 3,
    articles: 4,
    suggestions: 5,
    reports: 6,
    cases: 0,
    batches: 0,
    schemes: 0,
    refused: 0,
  }
  const head: DeskMe = {
    ...me,
    role: 'head',
    sections: ['grants', 'suggestions', 'publish', 'pledge'],
    pledge: { text: '承诺', hash: 'h' },
    waiting,
  }
  newPhone(() => reply(head))
  open()
  await screen.findByText('等着办的')
  const cards = [...document.querySelectorAll('.today__waits')].map((card) => [
    card.textContent,
    /at=(\w+)/.exec(card.getAttribute('href')!)?.[1],
  ])
  // Reports and people wait too, but not for whoever has no room for them.
  expect(cards).toEqual([
    ['3次紧急查阅，等您看', 'grants'],
    ['2件授权，等您批', 'grants'],
    ['5条意见，等办', 'suggestions'],
    ['4篇文章，等人审', 'publish'],
    ['1份责任书，还没签', 'pledge'],
  ])
  cleanup()
  queryClient.clear()
  newPhone(() =>
    reply({
      ...me,
      waiting: {
        ...waiting,
        staff: 0,
        grants: 0,
        emergencies: 0,
        articles: 0,
        suggestions: 0,
        reports: 0,
        cases: 0,
        batches: 0,
        schemes: 0,
        refused: 0,
      },
    }),
  )
  open()
  await screen.findByText('现在没有等着办的')
  expect(at('today-room-requests').getAttribute('href')).toContain('at=requests')
  expect(document.querySelectorAll('.side-menu svg').length).toBe(3)
})

test('what is half written waits while another room is open, and is gone after signing out', async () => {
  const publisher: DeskMe = { ...me, sections: ['publish', 'posters'] }
  newPhone((_fn, action) =>
    reply(action === 'me' ? publisher : action === 'signOut' ? { left: true } : { articles: [], total: 0, days: [], places: [] }),
  )
  const enter = async (room: string) => {
    window.location.hash = `#/office/desk/index?at=${room}`
    open()
    await screen.findByText('退出')
  }
  const title = async () => ((await screen.findByLabelText('标题')) as HTMLInputElement).value
  await enter('publish')
  fireEvent.click(await screen.findByText('写一篇'))
  fill('article-title', '取暖补贴')
  // A browser opens each room as a new page.
  cleanup()
  await enter('posters')
  await screen.findByText('最近 30 天')
  cleanup()
  await enter('publish')
  expect(await title()).toBe('取暖补贴')
  fireEvent.click(screen.getByText('退出'))
  await waitFor(() => expect(phone.visited).toEqual(['/office/desk/index']))
  cleanup()
  await enter('publish')
  fireEvent.click(await screen.findByText('写一篇'))
  expect(await title()).toBe('')
})

test('the menu stands in groups, each with what this officer has in it; one with nothing is not there', async () => {
  newPhone(() => reply({ ...me, sections: ['counter', 'look', 'requests', 'grants'] }))
  open()
  await screen.findByText('等着办的')
  const groups = screen.getAllByRole('group').map((group) => [group.getAttribute('aria-label'), group.textContent])
  expect(groups).toEqual([
    [null, '待办'],
    ['办事', '办事查阅办理1窗口'],
    // A heading over a single room would say it twice.
    ['授权和人员', '授权'],
  ])
})

test('a room whose file does not come says what to do, and comes when asked again', async () => {
  const { load } = rooms.pledge
  rooms.pledge.load = () => Promise.reject(new Error('Loading chunk failed'))
  newPhone(() => reply({ ...me, pledge: { text: '承诺不外传', hash: 'h' } }))
  window.location.hash = '#/office/desk/index?at=pledge'
  open()
  expect((await screen.findByText(/“责任书”这一页没有取到/, {}, { timeout: 5_000 })).textContent).toContain('F5')
  rooms.pledge.load = load
  fireEvent.click(screen.getByText('再试一次'))
  await screen.findByText('承诺不外传', {}, { timeout: 10_000 })
})
