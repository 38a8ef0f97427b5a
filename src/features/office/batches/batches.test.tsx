import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Batches } from './batches'

const totals = { lines: 396, fen: 28_751_200 }
const row = {
  ...{ id: 'b1', name: '2026-10 县民政局 第1批', state: 'draft', month: '2026-10', agency: '县民政局', agencyId: 'civil-affairs' },
  ...{ totals, undecided: 2, since: '2026-10-08', next: '还有 2 行要县民政局的人定：照发、先不发还是不发。', daysHeld: 3 },
}
const file = {
  row,
  ...{ source: { from: 'plan', importId: 'i1', fileName: '一卡通发放计划.xlsx' }, bank: '文成农商银行' },
  ...{ programmes: [{ id: 'minimum-living', name: '低保金', lines: 396, fen: 28_751_200 }], fundedOn: '2026-10-05' },
  ...{
    drafter: '县民政局的工作人员',
    resetAsked: false,
    states: [{ state: 'planned', name: '待发', lines: 396, fen: 28_751_200 }],
    wrong: [],
  },
  ...{ overlap: { lines: 0, fen: 0, batches: [] }, differences: { added: 0, gone: 0, changed: 0, fen: 0 }, work: [] },
  history: [
    {
      at: '2026-10-08T01:00:00.000Z',
      act: 'open',
      name: '编批次',
      to: 'draft',
      by: { as: 'staff', name: '吴科员', role: 'officer', agency: '县民政局' },
    },
  ],
  ...{ can: ['cancel', 'redraft', 'decideLines', 'fund'], waits: '还有 2 行要人定，定完才能提交。' },
}
const line = {
  ...{ id: 'l1', n: 7, who: '陈**', place: '南田镇三垟坪村', programme: '低保金', period: '2026年10月', amountFen: 76_200 },
  ...{ account: '陈**', card: '尾号 0017', state: 'planned', since: '2026-10-08', creditedFen: 0, recoveredFen: 0 },
  flags: [{ code: 'not_on_register', name: '名册上没有的人', why: '这个月不在名册上。' }],
  can: ['pay', 'hold', 'leaveOut'],
}
const lines = {
  ...{ rows: [line], total: 2, totalFen: 152_400 },
  flags: [{ code: 'not_on_register', name: '名册上没有的人', lines: 3, undecided: 2 }],
  states: [{ state: 'planned', lines: 396, fen: 28_751_200 }],
}
const agencies = [{ id: 'civil-affairs', name: '县民政局', pays: true }]
const list = { rows: [row], total: 1, agencies, banks: [{ id: 'rural', name: '文成农商银行' }] }
const at = (id: string) => document.getElementById(id)!
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const data = (answer: unknown) => ({ data: answer })
const open = (replies: Record<string, unknown>) => {
  newPhone((_fn, action) => {
    const reply = replies[action] ?? data({})
    return { requestId: 'r', ...((typeof reply === 'function' ? (reply as () => object)() : reply) as { data: unknown }) }
  })
  queryClient.clear()
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Batches today="2026-10-20" sampleOf={() => null} />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
}
const openBatch = async (replies: Record<string, unknown>) => {
  open({ batches: data(list), batch: data(file), batchLines: data(lines), ...replies })
  fireEvent.click(await screen.findByText('打开'))
  await waitFor(() => expect(at('batch-where')).toBeTruthy())
  await waitFor(() => expect(at('batch-lines-table')).toBeTruthy())
}

test('a draft says how much it is, whose turn it is, and what is wrong with its lines', async () => {
  await openBatch({})
  expect(at('batch-where').textContent).toBe('396 行、287,512 元还有 2 行要人定，定完才能提交。')
  expect(asked('batchLines')).toEqual([{ id: 'b1', view: 'all' }])
  expect(at('batch-lines-table').textContent).toContain('这个月不在名册上。')
})

test('what a corrected plan changes is shown before and after', async () => {
  const changed = {
    ...file,
    differences: { added: 0, gone: 0, changed: 1, fen: 5000 },
    overlap: { lines: 2, fen: 152_400, batches: ['第0批'] },
  }
  const rows = [
    { kind: 'changed', who: '陈**', programme: '低保金', period: '2026年10月', beforeFen: 76_200, afterFen: 81_200, account: true },
  ]
  await openBatch({ batch: data(changed), batchDifferences: data({ rows }) })
  fireEvent.click(at('tab-differences'))
  await waitFor(() => expect(at('batch-differences')).toBeTruthy())
  expect(at('batch-difference').textContent).toBe('重新编以后变了：变了的 1 行，合计多 50 元。')
  expect(at('batch-overlap').textContent).toBe('有 2 行、1,524 元已经在“第0批”里，没有再编进来。')
  expect(at('batch-differences').querySelector('tbody')!.textContent).toContain('762812账户也变了')
})

test('a refused line shows its whole way', async () => {
  const refused = { ...line, state: 'refused', flags: [], bankWords: '户名不符', can: ['mend', 'askGiveUp'] }
  const way = {
    row: refused,
    ...{ batch: { id: 'b1', name: row.name, handedOn: '2026-10-12' }, from: { file: '一卡通发放计划.xlsx', sheet: '南田镇', row: 26 } },
    receipts: [{ on: '2026-10-14', amountFen: 76_200, says: '户名不符', file: '回执.csv', row: 9, credited: false }],
    said: [{ on: '2026-10-20', words: '本人说没收到' }],
    history: [],
  }
  await openBatch({
    batchLine: data(way),
  })
  fireEvent.click(at('line-open-l1'))
  await waitFor(() => expect(at('line-way')).toBeTruthy())
  expect([...at('line-way').children].map(({ textContent }) => textContent)).toEqual([
    '计划：一卡通发放计划.xlsx，南田镇 第 26 行',
    '批次：2026-10 县民政局 第1批，第 7 号，10月12日报银行',
    '银行10月14日说：没有入账 762 元，户名不符（回执.csv，第 9 行）',
    '10月20日，本人说没收到',
  ])
  fireEvent.click(at('line-back'))
  await waitFor(() => expect(at('batch-lines-table')).toBeTruthy())
})
