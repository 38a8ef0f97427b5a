import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import HomePage from './index'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23'
const home = { county: { name: '文成县', helpLine: { label: '政务服务热线', phone: '12345' }, reports: true }, policy: [], news: [] }
const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <HomePage />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)

beforeEach(() => {
  queryClient.clear()
  newPhone(() => ({ requestId: 'r', data: home }))
})

test('anyone sees the county, the way to policies, and whom to call; nobody is asked who they are', async () => {
  open()
  await screen.findByText('小康码 · 文成县')
  press('call-help')
  press('see-policy')
  press('suggest')
  press('report')
  press('mine')
  expect(phone.visited).toEqual([
    'tel:12345',
    '/bulletin/column/index?column=policy',
    '/bulletin/suggest/index',
    '/report/write/index',
    '/pages/me/index',
  ])
  expect(phone.asked.map(({ action }) => action)).toEqual(['home'])
})

test('a scanned code opens its page, a foreign one gets a sentence', async () => {
  open()
  phone.scans = 'https://pay.example/1'
  press('scan')
  await screen.findByText(/这不是小康码/)
  phone.scans = `https://xk.example/c/${token}`
  press('scan')
  await screen.findByText('小康码 · 文成县')
  expect(phone.visited).toEqual([`/household/file/index?token=${token}`])
})

test('where no office takes reports, none are offered', async () => {
  phone.answer = () => ({ requestId: 'r', data: { ...home, county: { ...home.county, reports: false } } })
  open()
  await screen.findByText('小康码 · 文成县')
  expect(document.getElementById('suggest')).toBeTruthy()
  expect(document.getElementById('report')).toBeNull()
})

test('a poster, scanned with the programme or typed by its number, opens its place', async () => {
  open()
  phone.scans = 'https://xk.example/p/330328104202'
  press('scan')
  await screen.findByText('小康码 · 文成县')
  press('type-code')
  fireEvent.change(screen.getByLabelText('卡片或海报上的号码'), { target: { value: '330328 104202' } })
  press('open-code')
  phone.scans = 'https://xk.example/r/'
  press('scan')
  await screen.findByText('小康码 · 文成县')
  const place = '/bulletin/place/index?place=330328104202&scanned=1'
  expect(phone.visited).toEqual([place, place, '/report/write/index'])
})

test('closing the camera is no fault', async () => {
  open()
  press('scan')
  await screen.findByText('小康码 · 文成县')
  expect(document.getElementById('bad-code')).toBeNull()
})

test('the printed number can be typed, in groups and in small letters; too short is counted', async () => {
  open()
  press('type-code')
  const field = screen.getByLabelText('卡片或海报上的号码')
  fireEvent.change(field, { target: { value: '1abcd efghj' } })
  press('open-code')
  expect(screen.getByText(/现在有 10 位/)).toBeTruthy()
  fireEvent.change(field, { target: { value: '1abcd efghj kmnpq rstvw xyz23' } })
  press('open-code')
  expect(phone.visited).toEqual([`/household/file/index?token=${token}`])
})

test('长辈版 is switched on for good', async () => {
  open()
  press('elder')
  expect(document.querySelector('.screen--elder')).toBeTruthy()
  expect(phone.storage.get('reading')).toEqual({ elder: true, text: 22 })
  expect(document.getElementById('see-policy')).toBeNull()
  press('more')
  expect(document.getElementById('see-policy')).toBeTruthy()
  press('elder')
})

test('offline a farmer reads yesterday’s, with a line that says so', async () => {
  newPhone(() => {
    throw noNetwork
  })
  phone.storage.set('session', 's1')
  queryClient.setQueryData(['public', 'home'], home, { updatedAt: Date.UTC(2020, 9, 12) })
  queryClient.setQueryData(['own', 'me'], { signedIn: true, farmer: true, relatives: [] })
  queryClient.setQueryData(['own', 'household', 'mine'], { head: '陈阿公', today: '2999-10-20', money: [] })
  open()
  await screen.findByText('没有网络，这是 2020年10月12日 08:00 看到的内容')
  expect(screen.getByText('近 12 个月没有发放记录')).toBeTruthy()
})

describe('a farmer whose phone is bound', () => {
  const money = [
    { id: 'a', programme: 'p', name: '低保金', month: '2999-10', period: '2999年10月', dueFen: 76200, state: 'credited' },
    {
      id: 'b',
      programme: 'q',
      name: '残疾人护理补贴',
      month: '2999-10',
      period: '2999年10月',
      dueFen: 25000,
      state: 'failed',
      reason: { text: '户名不符', advice: '请到村里改。' },
    },
  ]
  beforeEach(() => {
    phone.storage.set('session', 's1')
    phone.answer = (_fn, action) => ({
      requestId: 'r',
      data:
        action === 'me'
          ? { signedIn: true, farmer: true, relatives: [] }
          : action === 'mine'
            ? { head: '陈阿公', today: '2999-10-20', money }
            : home,
    })
  })
  const order = (...ids: string[]) =>
    ids
      .map((id) => document.getElementById(id)!)
      .every((node, i, all) => i === 0 || (all[i - 1]!.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)

  test('sees the money first, with what to do; scanning is a button below', async () => {
    open()
    await screen.findByText('到账 762 元')
    expect(screen.getByText('还差 250 元：残疾人护理补贴，银行说“户名不符”。')).toBeTruthy()
    expect(screen.getByText('请到村里改。')).toBeTruthy()
    expect(order('mine', 'scan', 'see-policy', 'call-help')).toBe(true)
    press('mine')
    expect(phone.visited).toEqual(['/household/mine/index'])
  })

  test('in 长辈版 there are the money, the call and the scan', async () => {
    open()
    await screen.findByText('到账 762 元')
    press('elder')
    expect(order('mine', 'call-help', 'scan', 'more')).toBe(true)
    expect(document.getElementById('see-policy')).toBeNull()
    press('elder')
  })
})

test('a worker’s home has the villages, the households and what waits, and no household of their own', async () => {
  const work = {
    role: 'cadre',
    villages: [{ name: '高村', households: 2, short: 1 }],
    households: [
      { head: '李**', village: '高村', lastVisit: '2020-09-30', due: true },
      { head: '王**', village: '高村', lastVisit: '2020-10-02', due: false },
    ],
    waits: { phones: 0, visits: 1 },
  }
  phone.storage.set('session', 's1')
  phone.answer = (_fn, action) => ({
    requestId: 'r',
    data:
      action === 'me'
        ? { signedIn: true, farmer: false, relatives: [], worker: { role: 'cadre', areas: [] } }
        : action === 'work'
          ? work
          : home,
  })
  open()
  await screen.findByText('1 户这个季度还没走访')
  expect(screen.getByText('1 户有钱没入账，帮着问一问')).toBeTruthy()
  expect(screen.getByText('2 户，1 户有钱没到')).toBeTruthy()
  expect(screen.getByText('李** · 高村')).toBeTruthy()
  expect(document.getElementById('mine')).toBeNull()
  expect(document.body.textContent).not.toContain('我的一户')
})
