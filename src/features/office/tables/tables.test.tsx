import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Tables } from './tables'

const grant = {
  ...{ id: 'g1', holder: '县民政局', agency: '县民政局', purpose: 'funds-check', purposeLabel: '资金发放核查', area: '330328101' },
  ...{ areaName: '南田镇', parts: ['money', 'policies'], fields: [], from: '2020-01-01', until: '2999-12-31', state: 'approved' },
  ...{ usable: true, emergency: false, reason: '', askedBy: '', askedAt: '2999-10-19T01:00:00.000Z' },
  can: { decide: false, revoke: false, acknowledge: false },
}
const columns = [
  { id: 'head', heading: ['户主', '姓名'] },
  { id: 'monthly', heading: ['月保障金（元）'] },
]
const register = { id: 'register', name: '在册名册', what: '一户一户排', unit: '户', ofTime: false, columns }
const exited = { id: 'exited', name: '退出名单', what: '谁退出', unit: '人次', ofTime: true, columns }
const waiting = {
  ...{ id: 't1', table: 'register', fileName: '南田镇在册名册.xlsx', which: '南田镇', reason: '报县里核对', state: 'waiting' },
  ...{ done: 500, of: 1200, unit: '户', columns: ['户主 姓名'], at: '2999-10-19T01:00:00.000Z' },
}
const made = { ...waiting, state: 'done', done: 1200, rows: 1200, pieces: 2 }
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const inputs = (action: string) => phone.asked.filter((asked) => asked.action === action).map(({ input }) => input)
let answers: Record<string, unknown>

beforeEach(async () => {
  queryClient.clear()
  answers = {
    ...{ grants: { grants: [grant], categories: [{ id: 'destitute', name: '特困户' }] } },
    ...{ tables: { tables: [register, exited], places: [] }, exports: { exports: [] }, stepUp: { until: '2999-10-19T01:00:00.000Z' } },
    ...{ exportProgress: made, export: waiting, cancelExport: { ...waiting, state: 'cancelled' }, exportPart: { base64: 'AAA=' } },
    tablePreview: {
      ...{ title: '南田镇在册名册', total: 1200, unit: '户', rows: [['陈**', '762']] },
      columns: columns.map((column) => ({ ...column, numeric: column.id === 'monthly' })),
    },
  }
  newPhone((_fn, action) => ({ requestId: 'r', data: answers[action] }))
  render(
    <QueryClientProvider client={queryClient}>
      <Tables />
    </QueryClientProvider>,
  )
  await screen.findByText('先看前几行')
})

test('nobody’s data is asked for before somebody presses; then the first rows, and of how many', async () => {
  expect(inputs('tablePreview')).toEqual([])
  fireEvent.click(at('tables-columns-monthly'))
  fireEvent.click(at('tables-preview'))
  await screen.findByText('一共 1,200 户，下面是前几行。')
  expect(inputs('tablePreview')).toEqual([{ grantId: 'g1', table: 'register', area: '330328101', columns: ['head'] }])
})

test('the number that is shown is what is taken away, with a reason and a fresh code; it goes on until the file is there', async () => {
  HTMLAnchorElement.prototype.click = () => undefined
  fireEvent.click(at('tables-preview'))
  await screen.findByText('导出这 1,200 户')
  fireEvent.click(at('tables-take'))
  expect(at('tables-take-trouble').textContent).toContain('做什么用')
  fill('tables-reason', '报县里核对')
  fill('tables-totp', '123456')
  fireEvent.click(at('tables-take'))
  await waitFor(() => expect(at('tables-download-t1')).toBeTruthy())
  expect(inputs('export')).toEqual([expect.objectContaining({ count: 1200, reason: '报县里核对', table: 'register' })])
  fireEvent.click(at('tables-download-t1'))
  await screen.findByText(/浏览器的“下载”里/)
  expect(inputs('exportPart')).toEqual([
    { id: 't1', piece: 0 },
    { id: 't1', piece: 1 },
  ])
})

test('a table of what happened wants a time', async () => {
  fireEvent.click(at('tab-exited'))
  fireEvent.click(at('tables-preview'))
  expect(at('tables-preview-trouble').textContent).toContain('从哪天到哪天')
  fill('tables-from', '2026-10-01')
  fill('tables-until', '2026-10-31')
  fireEvent.click(at('tables-preview'))
  await waitFor(() => expect(inputs('tablePreview')).toEqual([expect.objectContaining({ from: '2026-10-01', until: '2026-10-31' })]))
})
