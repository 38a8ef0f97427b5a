import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import FilePage from './index'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23'
const county = { name: '文成县', helpLine: { label: '政务服务热线', phone: '12345' }, lostCode: '码坏了、丢了：到村便民服务中心免费换。' }
const reply = (data: unknown) => ({ requestId: 'r', data })
const stranger = { kind: 'stranger', county }
const asked = {
  kind: 'ask-purpose',
  role: 'grid-worker',
  village: '高村',
  purposes: [
    { id: 'visit', label: '巡访' },
    { id: 'verify', label: '核实情况' },
  ],
  confirm: true,
}
const household = {
  kind: 'household',
  relation: 'self',
  head: '陈阿公',
  town: '南田镇',
  village: '高村',
  category: '低保户',
  today: '2999-10-20',
  updatedAt: '2999-10-20T00:00:00.000Z',
  money: [],
  can: { see: [], own: false, confirm: false },
}

const open = (scanned: string) => {
  phone.params = { token: scanned }
  return render(
    <QueryClientProvider client={queryClient}>
      <FilePage />
    </QueryClientProvider>,
  )
}
const press = (id: string) => fireEvent.click(document.getElementById(id)!)

beforeEach(() => queryClient.clear())

test('a stranger sees nothing personal; family has two ways, workers sign in, each with the code remembered', async () => {
  newPhone(() => reply(stranger))
  open(token)
  await screen.findByText('这是文成县的小康码')
  press('i-am-worker')
  press('i-am-family')
  press('bind-myself')
  press('have-code')
  expect(phone.visited).toEqual([
    `/pages/me/index?token=${token}`,
    `/household/bind/index?token=${token}`,
    `/pages/me/index?token=${token}`,
  ])
})

test.each([
  ['worker', { worker: { role: 'grid-worker', areas: ['高村'] } }, '这张码不归您看'],
  ['farmer', { farmer: true }, '这不是您家的码'],
  ['officer', { officer: { role: 'officer', agency: '县民政局' } }, '手机上不看农户'],
])('a signed-in %s is told that the code is not theirs, and not asked to sign in', async (_, is, title) => {
  newPhone((_fn, action) => reply(action === 'me' ? { signedIn: true, farmer: false, relatives: [], ...is } : stranger))
  phone.storage.set('session', 's1')
  open(token)
  await screen.findByText(title)
  expect(document.getElementById('i-am-worker')).toBeNull()
  expect(document.getElementById('i-am-family')).toBeNull()
  press('go-home')
  expect(phone.visited).toEqual(['/pages/home/index'])
})

test('a stranger may do what anybody may: read, suggest, report', async () => {
  newPhone(() => reply(stranger))
  open(token)
  await screen.findByText('不登录也可以')
  for (const id of ['see-policy', 'see-news', 'suggest', 'report']) press(id)
  expect(phone.visited).toEqual([
    '/bulletin/column/index?column=policy',
    '/bulletin/column/index?column=news',
    '/bulletin/suggest/index',
    '/report/write/index',
  ])
  expect(phone.asked.map(({ action }) => action)).toEqual(['lookup'])
})

test('a grid worker can go and confirm a phone, before looking and without saying why', async () => {
  newPhone(() => reply(asked))
  open(token)
  await screen.findByText('为什么查？')
  press('confirm-phone')
  expect(phone.visited).toEqual([`/household/confirm/index?token=${token}`])
})

test('whoever may not confirm is not offered it', async () => {
  newPhone(() => reply({ ...asked, role: 'cadre', confirm: false }))
  open(token)
  await screen.findByText('为什么查？')
  expect(document.getElementById('confirm-phone')).toBeNull()
})

test('a worker says why and with whose consent before anything of the household is asked for; nothing of it is kept', async () => {
  newPhone((_fn, _action, input) => reply(input['purpose'] ? { ...household, relation: 'grid-worker' } : asked))
  open(token)
  await screen.findByText('为什么查？')
  press('purpose-visit')
  press('consent-family')
  await screen.findByText('陈阿公一家')
  expect(phone.asked.map(({ input }) => input)).toEqual([{ token }, { token, purpose: 'visit', consent: 'family' }])
  expect(
    queryClient
      .getQueryCache()
      .findAll({ queryKey: ['own'] })
      .some(({ state }) => JSON.stringify(state.data).includes('陈阿公')),
  ).toBe(false)
})

test('without a net the file seen before is shown, with its day and a way to try again', async () => {
  newPhone(() => {
    throw noNetwork
  })
  queryClient.setQueryData(['own', 'household', token], household, { updatedAt: Date.UTC(2020, 9, 12) })
  open(token)
  await screen.findByText('没有网络，这是 2020年10月12日 08:00 看到的内容')
  expect(screen.getByText('陈阿公一家')).toBeTruthy()
  phone.answer = () => reply(household)
  press('retry')
  await waitFor(() => expect(screen.queryByText(/没有网络/)).toBeNull())
})

test('when the server says no, what was kept is no longer shown', async () => {
  newPhone(() => ({ requestId: 'r', error: { code: 'sign-in', message: '请先登录，再看自家的情况。' } }))
  queryClient.setQueryData(['own', 'household', token], household, { updatedAt: 0 })
  open(token)
  await screen.findByText('请先登录，再看自家的情况。')
  expect(screen.queryByText('陈阿公一家')).toBeNull()
})

test('without a net and with nothing kept: words and a button, never a blank page', async () => {
  newPhone(() => {
    throw noNetwork
  })
  open(token)
  await screen.findByText('没有网络')
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})
