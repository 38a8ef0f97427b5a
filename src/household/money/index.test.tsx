import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { OwnMoney, OwnMoneyLine } from '#contract/household/own-money'
import { fen } from '#domain/money/money'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import MoneyPage from './index'

const line = (over: Partial<OwnMoneyLine>): OwnMoneyLine => ({
  ...{ id: 'a', programme: 'minimum-living', name: '低保金', month: '2999-10', period: '2999年10月', dueFen: fen(57_000) },
  ...{ state: 'credited', creditedOn: '2999-10-15', canSay: ['received', 'not-received', 'other-amount'] },
  ...over,
})
const money: OwnMoney = {
  ...{ head: '陈阿公', relation: 'self', today: '2999-10-28', updatedAt: '2999-10-28T00:00:00.000Z' },
  lines: [
    line({
      said: { agency: '县民政局', on: '2999-10-08' },
      source: { file: '一卡通.xlsx', sheet: '南田镇', row: 12 },
      rule: { why: '名册上每月 570 元。', source: '低保名册', from: '2999-01-01', unverified: true },
    }),
    line({ id: 'b', name: '护理补贴', state: 'waiting', expectedBy: '2999-10-25', waits: '核对中，先不发' }),
    line({ id: 'c', month: '2999-09', period: '2999年9月' }),
    line({ id: 'd', month: '2999-08' }),
    line({ id: 'e', month: '2999-07', name: '老的一笔' }),
  ],
  notPlanned: [
    {
      ...{ id: 'n', programme: 'farmland', name: '耕地补贴', month: '2999-09', period: '2999', dueFen: fen(12_345) },
      rule: { why: '按 2 亩算。', source: '补贴办法', unverified: false },
    },
  ],
  years: [
    {
      ...{ year: 2999, dueFen: fen(285_000), cameFen: fen(228_000) },
      programmes: [{ programme: 'minimum-living', name: '低保金', dueFen: fen(285_000), cameFen: fen(228_000) }],
    },
    { year: 2998, dueFen: fen(0), cameFen: fen(0), programmes: [] },
  ],
}
const at = (id: string) => document.getElementById(id)
const press = (id: string) => fireEvent.click(at(id)!)
const open = (params = {}) => {
  phone.params = params
  return render(
    <QueryClientProvider client={queryClient}>
      <MoneyPage />
    </QueryClientProvider>,
  )
}
const reply = (data: unknown) => ({ requestId: 'r', data })
beforeEach(() => queryClient.clear())

test('what came, what is late, what no plan has yet, and the year; older months behind a button', async () => {
  newPhone(() => reply(money))
  open()
  await screen.findByText('陈阿公一家的钱')
  expect(screen.getByText('最晚10月25日就该到，过了还没到')).toBeTruthy()
  expect(screen.getByText('核对中，先不发')).toBeTruthy()
  expect(screen.getByText('等单位排进计划')).toBeTruthy()
  expect(at('year-2999')?.textContent).toBe('该领 2,850 元，到账 2,280 元，还没到 570 元。')
  expect(at('year-2998')).toBeNull()
  expect(screen.queryByText('老的一笔')).toBeNull()
  press('older-months')
  expect(screen.getByText('老的一笔')).toBeTruthy()
})

test('where an amount comes from is one tap away: rule and file', async () => {
  newPhone(() => reply(money))
  open()
  await screen.findByText('陈阿公一家的钱')
  press('from-a')
  expect(at('from-a-words')?.textContent).toBe(
    '名册上每月 570 元。依据：低保名册，1月1日起（待县里核定）来源：县民政局10月8日的发放计划，《一卡通.xlsx》“南田镇”第 12 行',
  )
})

test('没收到: one tap, and who has been told until when; then the answer, and a way to say otherwise', async () => {
  const told = line({
    told: { said: 'not-received', on: '2999-10-28', by: 'own' },
    asked: { to: '县民政局', dueOn: '2999-11-07' },
  })
  newPhone((_fn, action) => reply(action === 'money' ? money : { line: told }))
  open()
  await screen.findByText('陈阿公一家的钱')
  press('say-a-not-received')
  await screen.findByText('已告诉县民政局，最晚11月7日答复')
  expect(screen.getByText('您10月28日说：没收到')).toBeTruthy()
  expect(phone.asked.at(-1)?.input).toEqual({ paymentId: 'a', said: 'not-received' })
  expect(at('say-a-received')).toBeNull()
  press('say-a')
  expect(at('say-a-received')).toBeTruthy()
})

test('what the bank refused has not come, and nobody is led to say that it has: one may press for it, or say otherwise', async () => {
  newPhone(() =>
    reply({
      ...money,
      lines: [line({ state: 'failed', reason: { text: '户名不符', advice: '请到村里' }, canSay: ['received', 'not-received'] })],
    }),
  )
  open()
  await screen.findByText('陈阿公一家的钱')
  expect(at('say-a-received')).toBeNull()
  fireEvent.click(screen.getByText('催一催，或者已经收到了'))
  expect(at('say-a-not-received')?.textContent).toBe('没收到，催一催')
  expect(document.querySelectorAll('.say .button--main')).toHaveLength(0)
})

test('数目不对 asks how much came, and sends 分', async () => {
  newPhone((_fn, action) =>
    reply(
      action === 'money' ? money : { line: line({ told: { said: 'other-amount', on: '2999-10-28', by: 'own', cameFen: fen(50_050) } }) },
    ),
  )
  open()
  await screen.findByText('陈阿公一家的钱')
  press('say-a-other-amount')
  press('say-a-amount')
  expect(at('came-a-wrong')?.textContent).toBe('请写数字，例如 500 或 499.50。')
  fireEvent.change(screen.getByLabelText('实际收到多少元？'), { target: { value: '500.5' } })
  press('say-a-amount')
  await screen.findByText('您10月28日说：数目不对，收到 500.50 元')
  expect(phone.asked.at(-1)?.input).toEqual({ paymentId: 'a', said: 'other-amount', cameFen: 50_050 })
})

test('without a net the tap says that it has not gone, and what was typed stays', async () => {
  newPhone((_fn, action) => {
    if (action === 'money') return reply(money)
    throw noNetwork
  })
  open()
  await screen.findByText('陈阿公一家的钱')
  press('say-a-other-amount')
  fireEvent.change(screen.getByLabelText('实际收到多少元？'), { target: { value: '500' } })
  press('say-a-amount')
  await screen.findByText(/还没有送出去，请再点一次。/)
  expect(screen.getByLabelText<HTMLInputElement>('实际收到多少元？').value).toBe('500')
})

test('asked once, in words; without the platform’s yes nothing is sent, and a no is kept', async () => {
  newPhone((_fn, action) => reply(action === 'money' ? { ...money, arrivals: { template: 't' } } : { left: 0 }))
  open()
  await screen.findByText('钱到账了，要告诉您吗？')
  expect(screen.getByText(/不写多少钱，也不写是什么钱/)).toBeTruthy()
  press('arrivals-yes')
  await screen.findByText(/没有同意发消息/)
  expect(phone.asked.map(({ action }) => action)).toEqual(['money'])
  press('arrivals-no')
  await screen.findByText('钱到账时告诉我')
  expect(phone.asked.at(-1)).toMatchObject({ action: 'arrivals', input: { yes: false } })
})

test('how often somebody is still told, and a way to be told no more; where there are none, it says where there are', async () => {
  newPhone((_fn, action) => reply(action === 'money' ? { ...money, arrivals: { template: 't', left: 2 } } : { left: 0 }))
  const { unmount } = open()
  await screen.findByText('钱到账时会告诉您，还能告诉 2 次')
  press('arrivals-stop')
  await screen.findByText('钱到账时告诉我')
  unmount()
  queryClient.clear()
  newPhone(() => reply({ ...money, arrivals: 'elsewhere' }))
  open()
  await screen.findByText(/到账提醒这里没有/)
})

test('a relative asks for whom they look, and reads that it was said for the household', async () => {
  newPhone(() => reply({ ...money, relation: 'relative', lines: [line({ told: { said: 'received', on: '2999-10-20', by: 'own' } })] }))
  open({ proxyId: 'proxy-9' })
  await screen.findByText('本人10月20日说：收到了')
  expect(phone.asked[0]?.input).toEqual({ proxyId: 'proxy-9' })
})
