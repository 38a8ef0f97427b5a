import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
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
  ...{ source: { from: 'plan', importId: 'i1', fileName: '一卡通发放计划.xlsx', apart: [] }, bank: '文成农商银行' },
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
  towns: [
    { id: '330328102', name: '南田镇', lines: 390 },
    { id: '330328103', name: '黄坦镇', lines: 6 },
  ],
}
const agencies = [{ id: 'civil-affairs', name: '县民政局', pays: true }]
const list = { rows: [row], total: 1, agencies, banks: [{ id: 'rural', name: '文成农商银行' }] }
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const data = (answer: unknown) => ({ data: answer })
/** One answer after the other; the last one stays. */
const inTurn =
  (...answers: unknown[]) =>
  () =>
    data(answers.length > 1 ? answers.shift() : answers[0])
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

test('an answered batch opens on what is not done yet; where all of it is, on all', async () => {
  const answered = (state: string) => ({
    batch: data({
      ...file,
      row: { ...file.row, state: 'answered', undecided: 0 },
      states: [{ state, name: '', lines: 3, fen: 1 }],
      can: [],
    }),
  })
  await openBatch(answered('refused'))
  expect(asked('batchLines')).toEqual([{ id: 'b1', view: 'open' }])
  cleanup()
  await openBatch(answered('credited'))
  expect(asked('batchLines').at(-1)).toEqual({ id: 'b1', view: 'all' })
})

test('a draft says how much it is, whose turn it is, and shows first what somebody has to decide', async () => {
  await openBatch({})
  expect(at('batch-where').textContent).toBe('396 行、287,512 元还有 2 行要人定，定完才能提交。')
  expect(asked('batchLines')).toEqual([{ id: 'b1', view: 'undecided' }])
  expect(at('batch-lines-table').textContent).toContain('这个月不在名册上。')
  // What does not bring it on is never the main button.
  expect([...at('batch-acts').querySelectorAll('button')].map(({ className }) => className)).toEqual(Array(3).fill('press press--second'))
})

test('all of a kind are decided with their number said again; when there are others by now, nothing is lost', async () => {
  const refused = { error: { code: 'bad-input', message: '现在是 3 行，和您看到的 2 行不一样，请再看一遍。' } }
  await openBatch({ decideLines: refused })
  fill('lines-flag', 'not_on_register')
  await waitFor(() => expect(at('decide-kind')).toBeTruthy())
  expect(screen.getByText(/还没定的 2 行、1,524 元，一起定/)).toBeTruthy()
  fireEvent.click(at('decide-kind'))
  expect(at('decide-kind-trouble').textContent).toBe('请选照发、先不发，还是不发。')
  fill('decide-act-kind', 'hold')
  fill('decide-words-kind', '镇里去核实')
  expect(at('decide-kind').textContent).toBe('先不发：2 行、1,524 元')
  fireEvent.click(at('decide-kind'))
  await waitFor(() => expect(at('decide-kind-trouble').textContent).toContain('现在是 3 行'))
  expect(asked('decideLines')).toEqual([{ id: 'b1', flag: 'not_on_register', count: 2, act: 'hold', words: '镇里去核实' }])
  expect((at('decide-words-kind') as HTMLTextAreaElement).value).toBe('镇里去核实')
})

test('one line is decided in its place', async () => {
  await openBatch({ decideLines: data({ decided: 1, undecided: 1 }) })
  fireEvent.click(at('line-decide-l1'))
  fill('decide-act-l1', 'pay')
  fill('decide-words-l1', '问过村里，上个月才退')
  fireEvent.click(at('decide-l1'))
  await waitFor(() => expect(at('decide-l1')).toBeNull())
  expect(asked('decideLines')).toEqual([{ id: 'b1', lineIds: ['l1'], count: 1, act: 'pay', words: '问过村里，上个月才退' }])
})

test('the second person approves the count and total that are shown', async () => {
  const review = { ...file, row: { ...row, state: 'review', undecided: 0 }, can: ['sendBack', 'approve'], waits: undefined }
  await openBatch({ batch: data(review), approveBatch: data({ ...review, row: { ...review.row, state: 'frozen' }, can: [] }) })
  expect(at('batch-do-approve').className).toBe('press press--main')
  fireEvent.click(at('batch-do-approve'))
  expect(at('batch-asks').textContent).toContain('396 行、287,512 元。批准以后冻结')
  expect(at('batch-approve').textContent).toBe('批准并冻结：396 行、287,512 元')
  fireEvent.click(at('batch-approve'))
  expect(at('batch-approve-trouble').textContent).toBe('请写清楚复核的话。')
  fill('batch-words', '逐行看过')
  fireEvent.click(at('batch-approve'))
  await screen.findByText('“批准并冻结”办好了。')
  expect(asked('approveBatch')).toEqual([{ id: 'b1', words: '逐行看过', lines: 396, fen: 28_751_200 }])
})

test('handing over wants the bank’s own count and total; the file wants a fresh code and is saved in one piece', async () => {
  HTMLAnchorElement.prototype.click = () => undefined
  const made = { fileName: '县民政局202610.txt', pieces: 2, digest: 'ab12', ...totals }
  const frozen = {
    ...file,
    row: { ...row, state: 'frozen', undecided: 0 },
    can: ['handOver', 'askReset', 'bankFile'],
    file: made,
    waits: undefined,
  }
  await openBatch({
    batch: inTurn({ ...frozen, file: undefined }, frozen),
    bankFilePart: data({ base64: 'AAA=' }),
    stepUp: data({}),
    bankFile: data(frozen),
    handOverBatch: data(frozen),
  })
  // Nothing is handed over that has not been made.
  expect([at('batch-do-handOver'), at('batch-do-bankFile')].map(({ className }) => className)).toEqual([
    'press press--second',
    'press press--main',
  ])
  fireEvent.click(at('batch-do-bankFile'))
  fill('batch-words', '交文成农商银行')
  fireEvent.click(at('batch-bankFile'))
  expect(at('batch-bankFile-trouble').textContent).toContain('6 位数字')
  fill('batch-totp', '123456')
  fireEvent.click(at('batch-bankFile'))
  await screen.findByText('“生成报盘文件”办好了。')
  fireEvent.click(at('bank-file-download'))
  await screen.findByText(/浏览器的“下载”里/)
  expect(asked('bankFilePart')).toEqual([
    { id: 'b1', piece: 0 },
    { id: 'b1', piece: 1 },
  ])
  expect(at('batch-do-handOver').className).toBe('press press--main')
  fireEvent.click(at('batch-do-handOver'))
  fill('batch-words', '送到柜台')
  fill('batch-lines-repeated', '395')
  fill('batch-amount-repeated', '286750')
  fireEvent.click(at('batch-handOver'))
  expect(at('batch-handOver-trouble').textContent).toContain('对不上')
  expect(asked('handOverBatch')).toEqual([])
  fill('batch-lines-repeated', '396')
  fill('batch-amount-repeated', '287512.00')
  fireEvent.click(at('batch-handOver'))
  await waitFor(() =>
    expect(asked('handOverBatch')).toEqual([{ id: 'b1', words: '送到柜台', lines: 396, fen: 28_751_200, on: '2026-10-20' }]),
  )
})

test('long work is asked on until it is done, and the lines are asked anew then', async () => {
  const waiting = {
    ...file,
    row: { ...row, totals: { lines: 0, fen: 0 }, undecided: 0 },
    work: [{ what: 'draft', name: '编行、核对', state: 'waiting', done: 100, of: 396 }],
    can: ['cancel'],
  }
  const done = { ...file, work: [{ ...waiting.work[0], state: 'done', done: 396 }] }
  await openBatch({ batch: inTurn(waiting, done), batchProgress: data(done) })
  await waitFor(() => expect(at('batch-work')).toBeNull())
  expect(at('batch-where').textContent).toContain('396 行、287,512 元')
  expect(asked('batchProgress')).toEqual([{ id: 'b1' }])
  await waitFor(() => expect(asked('batchLines').length).toBeGreaterThan(1))
  // What the checks found while the page was open comes first, too.
  expect(asked('batchLines').at(-1)).toMatchObject({ view: 'undecided' })
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

test('a refused line shows its whole way; another account asks for name, number and evidence, and stays typed when refused', async () => {
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
    mendLine: { error: { code: 'bad-input', message: '这张卡已经是另一户的，请再核对。您填的内容还在。' } },
  })
  fireEvent.click(at('line-open-l1'))
  await waitFor(() => expect(at('line-way')).toBeTruthy())
  expect([...at('line-way').children].map(({ textContent }) => textContent)).toEqual([
    '计划：一卡通发放计划.xlsx，南田镇 第 26 行',
    '批次：2026-10 县民政局 第1批，第 7 号，10月12日报银行',
    '银行10月14日说：没有入账 762 元，户名不符（回执.csv，第 9 行）',
    '10月20日，本人说没收到',
  ])
  fireEvent.click(at('line-do-mend'))
  fill('line-account', '陈阿公')
  fill('line-card', '6230')
  fill('line-words', '看过新卡')
  fireEvent.click(at('line-mend'))
  expect(at('line-mend-trouble').textContent).toContain('12 到 22 位')
  fill('line-card', '6230 3999 0000 0017')
  fireEvent.click(at('line-mend'))
  await screen.findByText(/已经是另一户的/)
  expect(asked('mendLine')).toEqual([{ lineId: 'l1', words: '看过新卡', accountName: '陈阿公', card: '6230 3999 0000 0017' }])
  expect((at('line-card') as HTMLInputElement).value).toBe('6230 3999 0000 0017')
  fireEvent.click(at('line-back'))
  await waitFor(() => expect(at('batch-lines-table')).toBeTruthy())
})

test('a new one is drafted from a plan, with how much that is; nothing to draft from says what to do', async () => {
  const sources = {
    plans: [{ importId: 'i1', fileName: '一卡通发放计划.xlsx', totals }],
    ...{ entitlements: { lines: 0, fen: 0 }, returned: { lines: 3, fen: 228_600 }, programmes: [{ id: 'minimum-living', name: '低保金' }] },
  }
  open({ batches: data(list), batchSources: data(sources), draftBatch: data(file), batch: data(file), batchLines: data(lines) })
  fireEvent.click(await screen.findByText('编一批'))
  await waitFor(() => expect(at('batch-draft')).toBeTruthy())
  expect([...at('batch-from').children].map(({ textContent }) => textContent)).toEqual([
    '部门的计划“一卡通发放计划.xlsx”：396 行、287,512 元',
    '没到账、账户改好了要重发的：3 行、2,286 元',
  ])
  fill('batch-funded', '2026-10-21')
  fireEvent.click(at('batch-draft'))
  expect(at('batch-draft-trouble').textContent).toContain('今天或以前')
  fill('batch-funded', '2026-10-05')
  fireEvent.click(at('batch-draft'))
  await waitFor(() => expect(at('batch-where')).toBeTruthy())
  expect(asked('draftBatch')).toEqual([
    { agencyId: 'civil-affairs', month: '2026-10', bankId: 'rural', from: 'plan', importId: 'i1', fundedOn: '2026-10-05' },
  ])
})

test('lines are shown of one town; all of a kind are decided together only while all of them are in sight', async () => {
  await openBatch({})
  fill('lines-flag', 'not_on_register')
  await waitFor(() => expect(at('decide-kind')).toBeTruthy())
  fill('lines-town', '330328103')
  await waitFor(() => expect(at('decide-kind')).toBeNull())
  expect(asked('batchLines').at(-1)).toEqual({ id: 'b1', view: 'undecided', flag: 'not_on_register', town: '330328103' })
})

test.each([
  ['close', 'answered', 'closeBatch', '请写清楚办结的话。'],
  ['cancel', 'draft', 'cancelBatch', '请写清楚为什么作废。'],
])('%s asks for words, and nothing is left to do then', async (act, state, action, fault) => {
  const before = { ...file, row: { ...row, state, undecided: 0 }, can: [act], waits: undefined }
  const after = { ...before, row: { ...before.row, state: act === 'close' ? 'closed' : 'cancelled' }, can: [] }
  await openBatch({ batch: inTurn(before, after), [action]: data(after) })
  fireEvent.click(at(`batch-do-${act}`))
  fireEvent.click(at(`batch-${act}`))
  expect(at(`batch-${act}-trouble`).textContent).toBe(fault)
  fill('batch-words', '和财政对过')
  fireEvent.click(at(`batch-${act}`))
  await waitFor(() => expect(at('batch-done')).toBeTruthy())
  expect(asked(action)).toEqual([{ id: 'b1', words: '和财政对过' }])
  expect(at('batch-acts').textContent).not.toContain('轮到谁')
})

const openLine = async (changes: object, replies: Record<string, unknown>) => {
  const of = { ...line, flags: [], ...changes }
  const way = { row: of, batch: { id: 'b1', name: row.name, handedOn: '2026-10-12' }, from: {}, receipts: [], said: [], history: [] }
  await openBatch({ batchLine: data(way), ...Object.fromEntries(Object.keys(replies).map((action) => [action, data(way)])) })
  fireEvent.click(at('line-open-l1'))
  await waitFor(() => expect(at('line-way')).toBeTruthy())
}

test('what came back is never more than what came; what is asked back says from whom', async () => {
  await openLine({ state: 'recovering', creditedFen: 76_200, recoveredFen: 70_000, can: ['tookBack'] }, { tookBackLine: true })
  fireEvent.click(at('line-do-tookBack'))
  fill('line-words', '村里代收的单子')
  fireEvent.click(at('line-tookBack'))
  expect(at('line-tookBack-trouble').textContent).toBe('追回的不会比到账的多，请再核对。')
  fill('line-amount', '62')
  fireEvent.click(at('line-tookBack'))
  await waitFor(() => expect(asked('tookBackLine')).toEqual([{ lineId: 'l1', words: '村里代收的单子', amountFen: 6_200 }]))
})

test('an unclear answer is settled by what the bank says on paper', async () => {
  await openLine({ state: 'unclear', can: ['settle'] }, { settleLine: true })
  fireEvent.click(at('line-do-settle'))
  fill('line-words', '10月16日的对账单')
  fireEvent.click(at('line-settle'))
  expect(at('line-settle-trouble').textContent).toBe('请选银行怎么说。')
  fill('line-said', 'refuse')
  fireEvent.click(at('line-settle'))
  await waitFor(() => expect(asked('settleLine')).toEqual([{ lineId: 'l1', words: '10月16日的对账单', said: 'refuse' }]))
})
