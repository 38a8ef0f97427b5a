import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import type { MoneyClaimFile, MoneyClaimRow, MoneySumRow, MoneySums } from '#contract/supervision/money'
import { sumFen, type Fen } from '#domain/money/money'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { Unfinished } from '../../../ui/desk/use-kept'
import { queryClient } from '../../../services/wire/query-client'
import { Funds } from './funds'

const yuan = (amount: number) => (amount * 100) as Fen
const living = { id: 'minimum-living', name: '低保金' }
const care = { id: 'disability-care', name: '重度残疾人护理补贴' }
const south = { id: '330328102', name: '南田镇' }
const east = { id: '330328100', name: '大峃镇' }
const none = { id: '', name: '不在名册上的人' }
const sum = (programme: typeof living, town: typeof south, over: Partial<MoneySumRow> = {}): MoneySumRow => ({
  ...{ month: '2026-10', programme, town, claims: 2, dueFen: yuan(1000), creditedFen: yuan(750), outstandingFen: yuan(250) },
  outstanding: [{ reason: 'refused', name: '银行没有入账', fen: yuan(250) }],
  ...{ surplusFen: yuan(0), disputed: 0, oldestSince: '2026-10-12', lainDays: 13, ...over },
})
const sums = [
  sum(living, east, { creditedFen: yuan(1000), outstandingFen: yuan(0), outstanding: [], surplusFen: yuan(80) }),
  sum(living, south),
  sum(care, south, { lainDays: 20, outstanding: [{ reason: 'unanswered', name: '银行没有回音', fen: yuan(250) }] }),
  sum(living, none, { claims: 1, disputed: 1 }),
]
const byMonth = [
  {
    month: '2026-10' as const,
    claims: 7,
    dueFen: yuan(4000),
    creditedFen: yuan(3250),
    outstandingFen: yuan(750),
    surplusFen: yuan(80),
    disputed: 1,
  },
  {
    month: '2026-09' as const,
    claims: 6,
    dueFen: yuan(3000),
    creditedFen: yuan(3000),
    outstandingFen: yuan(0),
    surplusFen: yuan(0),
    disputed: 0,
  },
]
const all = {
  claims: 7,
  dueFen: yuan(4000),
  creditedFen: yuan(3250),
  outstandingFen: yuan(750),
  outstanding: [],
  surplusFen: yuan(80),
  disputed: 1,
}
const told: MoneySums = {
  ...{ sums, all, byMonth, months: ['2026-10', '2026-09'], programmes: [living, care], towns: [south, east, none] },
  ...{ reconciledAt: '2026-10-25T00:10:00.000Z', counting: false, withoutPlan: { lines: 1, fen: yuan(500) } },
}
const claim: MoneyClaimRow = {
  ...{ id: 'c1', name: '陈**', whose: 'household', place: '南田镇三垟坪村', programme: living, period: '2026年10月', month: '2026-10' },
  ...{ dueFen: yuan(762), creditedFen: yuan(0), surplus: [], disputed: false },
  outstanding: [{ reason: 'refused', name: '银行没有入账', fen: yuan(762), since: '2026-10-12', days: 13 }],
}
const file: MoneyClaimFile = {
  ...{ claim, paidFen: yuan(0), recoveredFen: yuan(0), says: ['该发 762 元，一分没有到账。'] },
  why: { words: '一户三人，每人每月 254 元', rule: '低保标准', from: '2026-01-01', unverified: true },
  way: [
    { kind: 'planned', words: '县民政局的计划排了 762 元', on: '2026-10-08', source: { file: '发放计划.xlsx', sheet: '十月', row: 26 } },
    { kind: 'batch', words: '2026-10 民政局 第1批 第 3 笔 762 元：银行没有入账', on: '2026-10-12', batchId: 'b1' },
  ],
}
let answers: Record<string, unknown>
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const choose = (id: string, value: string) => fireEvent.change(document.getElementById(id)!, { target: { value } })
const open = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const cells = (row: Element) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)
const rows = () => [...document.querySelectorAll('#funds-table tbody tr')].map(cells)
const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Funds today="2026-10-25" />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )

beforeEach(() => {
  queryClient.clear()
  answers = { moneySums: told, moneyClaims: { rows: [claim], total: 1 }, moneyClaim: file, grants: { grants: [], categories: [] } }
  newPhone((_fn, action) => ({ requestId: 'r', data: answers[action] }))
})

test('due = come + not come, by town; the last row is the sum of those above', async () => {
  show()
  await screen.findByText('7 笔应发 4,000 元 = 到账 3,250 元 + 没到 750 元。')
  expect(document.getElementById('funds-updated')!.textContent).toBe('更新于 今天 08:10。')
  expect(rows()).toEqual([
    ['南田镇', '4', '2,000', '1,500', '500', '银行没有入账250银行没有回音250', '20 天', '0', '0'],
    ['大峃镇', '2', '1,000', '1,000', '0', '', '13 天', '80', '0'],
    ['不在名册上的人', '1', '1,000', '750', '250', '银行没有入账250', '13 天', '0', '1 笔'],
  ])
  expect(cells(document.querySelector('#funds-table tfoot tr')!)).toEqual([
    ...['合计', '7', '4,000', '3,250', '750', '银行没有入账500银行没有回音250', '20 天', '80', '1 笔'],
  ])
  expect(sumFen(sums.map(({ dueFen }) => dueFen))).toBe(told.all.dueFen)
  expect(screen.getByText(/另有银行付了、哪一份计划里都没有的 1 笔，500 元/)).toBeTruthy()
})

test('by programme and by month; narrowed to one programme and those on no register', async () => {
  show()
  await screen.findByText('南田镇', { selector: 'td' })
  press('tab-programme')
  expect(rows().map(([name, , due]) => [name, due])).toEqual([
    ['低保金', '3,000'],
    ['重度残疾人护理补贴', '1,000'],
  ])
  press('tab-month')
  expect(rows().map(([name, , due, came]) => [name, due, came])).toEqual([
    ['10月', '4,000', '3,250'],
    ['9月', '3,000', '3,000'],
  ])
  choose('funds-programme', 'minimum-living')
  await screen.findByText('9月', { selector: 'td' })
  choose('funds-town', 'none')
  choose('funds-month', '2026-09')
  await screen.findByText('9月', { selector: 'td' })
  expect(asked('moneySums').at(-1)).toEqual({ month: '2026-09', programme: 'minimum-living', town: '' })
})

test('a number opens its dues, one of them its whole way, and back again', async () => {
  show()
  await screen.findByText('南田镇', { selector: 'td' })
  open(/^南田镇，银行没有入账，打开明细/)
  await screen.findByText('10月，南田镇，银行没有入账')
  await screen.findByText('陈**家')
  expect(asked('moneyClaims')).toEqual([{ month: '2026-10', town: '330328102', reason: 'refused' }])
  expect(screen.getByText('762 元没到：银行没有入账，13 天了')).toBeTruthy()
  press('claim-c1')
  await screen.findByText('陈**家：低保金 2026年10月')
  expect(screen.getByText('该发 762 元，一分没有到账。')).toBeTruthy()
  expect(screen.getByText('低保标准（待核实），1月1日起')).toBeTruthy()
  const way = within(document.getElementById('claim-way')!)
  expect(way.getByText('发放计划.xlsx，十月 第 26 行')).toBeTruthy()
  expect(way.getByText('看这一批').getAttribute('href')).toContain('at=batches&batch=b1')
  press('claim-back')
  await screen.findByText('陈**家')
  press('claims-back')
  await screen.findByText('合计', { selector: 'td' })
})

test('the total opens all towns; those on no register open theirs', async () => {
  show()
  await screen.findByText('南田镇', { selector: 'td' })
  open(/^合计，没到，打开明细/)
  await screen.findByText('10月，没到')
  expect(asked('moneyClaims')).toEqual([{ month: '2026-10', only: 'outstanding' }])
  press('claims-back')
  await screen.findByText('合计', { selector: 'td' })
  open(/^不在名册上的人，农户说没收到、数目不对，打开明细/)
  await screen.findByText('10月，不在名册上的人，农户说没收到、数目不对')
  expect(asked('moneyClaims').at(-1)).toEqual({ month: '2026-10', town: '', only: 'disputed' })
})

test('names in full under a grant that sees money', async () => {
  const grant = { id: 'g1', purposeLabel: '资金发放核查', areaName: '南田镇', area: '330328102', parts: ['money'] }
  answers = { ...answers, grants: { grants: [grant, { ...grant, id: 'g2', parts: ['members'] }], categories: [] } }
  show()
  await screen.findByText('南田镇', { selector: 'td' })
  open(/^南田镇，应发，打开明细/)
  await screen.findByLabelText('按哪一项授权看')
  expect(within(screen.getByLabelText('按哪一项授权看')).getAllByRole('option')).toHaveLength(2)
  choose('funds-grant', 'g1')
  await screen.findByText('陈**家')
  expect(asked('moneyClaims').at(-1)).toEqual({ month: '2026-10', town: '330328102', grantId: 'g1' })
})

test('nothing yet: what to do', async () => {
  answers = { ...answers, moneySums: { ...told, sums: [], withoutPlan: undefined } }
  show()
  await screen.findByText(/10月还没有该发的钱。请在上面选9月/)
  queryClient.clear()
  answers = { ...answers, moneySums: { ...told, sums: [], months: [], withoutPlan: undefined, reconciledAt: undefined } }
  show()
  await screen.findByText(/到“收文件”里导入发放计划和银行回执/)
  expect(screen.getAllByText('这个月还没有对过账。')).toHaveLength(1)
})
