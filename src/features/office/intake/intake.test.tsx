import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { intake } from '#contract/intake/actions'
import type { Look } from '#contract/intake/look'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { saveBytes } from '../../../services/share/save-file'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Intake } from './intake'
import { answerOf } from './opened-file'
import { sayEffects } from './effects-list'

jest.mock('../../../services/share/save-file')

const at = (id: string) => document.getElementById(id)!
const press = (id: string) => fireEvent.click(at(id))
const sha256 = 'a'.repeat(64)
const agencies = [{ value: 'finance', label: '县财政局' }]
const kinds = [
  { value: 'payment-plan', label: '一卡通发放计划' },
  { value: 'register', label: '低保低边特困名册' },
]

const column = (i: number, heading: string, key: string | null, label: string | null, over = {}) => ({
  ...{ column: i, heading, key, label, confidence: 'sure', because: `表头写“${heading}”`, ask: false },
  ...over,
})
const look = {
  sha256,
  fileName: '计划.xlsx',
  agencyId: 'finance',
  kind: 'payment-plan',
  spokenOn: '2026-10-31',
  period: '2026年10月',
  sheets: [
    {
      name: '10月',
      hidden: false,
      read: true,
      headingRow: 2,
      headings: '姓名|身份证号|金额',
      unit: '元',
      rowsInAll: 40,
      columns: [
        column(0, '姓名', 'name', '姓名'),
        column(1, '证号', 'id', '身份证号', { confidence: 'likely', because: '这一列 38 个都是有效的身份证号' }),
        column(2, '备用', null, null, { confidence: 'unknown' }),
      ],
      first: [
        { row: 1, cells: ['发放计划'] },
        { row: 2, cells: ['姓名', '证号', '备用'] },
        { row: 3, cells: ['陈佳', '330399193809248149', 'x'] },
      ],
    },
  ],
  questions: [],
  choices: {
    kinds,
    keys: [
      { value: 'name', label: '姓名', required: true },
      { value: 'amount', label: '金额', required: true },
    ],
    agencies,
    units: [],
  },
  rows: 38,
  accepted: 37,
  quarantined: 1,
  warned: 0,
  amountFen: 123400,
  reasons: [{ sheet: '10月', row: 9, outcome: 'quarantined', field: 'id', code: 'id_check_digit', message: '校验位不对，请核对身份证。' }],
  effects: {
    households: 37,
    outside: 0,
    less: 4,
    more: 1,
    joined: 0,
    left: 0,
    list: [{ name: '陈**', place: '南田镇', words: '10月应发少 120 元', beforeFen: 20000, afterFen: 8000 }],
  },
} as unknown as Look
const question = {
  id: 'q1',
  words: '“备用”这一列是不是金额？',
  about: 'column' as const,
  sheet: '10月',
  column: 2,
  headings: '姓名|身份证号|金额',
  choices: [
    { value: 'amount', label: '是金额' },
    { value: '', label: '都不是' },
  ],
}
const done = {
  file: '计划.xlsx',
  sha256,
  rows: 38,
  accepted: 37,
  quarantined: 1,
  warned: 0,
  amountFen: 123400,
  seenBefore: false,
  added: 37,
  changed: 0,
}

type Answer = (input: Record<string, unknown>) => unknown
/** A server that understands every question, or fails the test; what it answers is what the contract lets through. */
function open(answers: Partial<Record<keyof typeof intake, Answer>>): void {
  queryClient.clear()
  newPhone((_, action, input) => {
    const contract = intake[action as keyof typeof intake]
    expect(contract.input.safeParse(input).error).toBeUndefined()
    return { requestId: 'r', data: contract.output.parse(answers[action as keyof typeof intake]!(input)) }
  })
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Intake />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
}
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const drop = () => fireEvent.change(at('files'), { target: { files: [new File(['x'], '计划.xlsx')] } })
const uploaded: Answer = () => ({ received: 1, sha256 })

test('a file is looked at before anything is written: what it is, over the sheet, and what would change', async () => {
  open({ upload: uploaded, look: () => ({ sha256, state: 'done', look }) })
  expect(document.body.textContent).toContain('先看清楚，再导入')
  drop()
  fireEvent.click(await screen.findByRole('button', { name: '看一遍' }))
  expect(at('look-words').textContent).toContain('一卡通发放计划 · 2026年10月')
  expect(at('look-words').textContent).toContain('38 行，收下 37，退回 1，共 1,234 元')
  expect(at('effects-words').textContent).toBe('37 户农户的页面会变，其中 4 个比原来少、1 个比原来多。')
  expect(within(at('effects')).getByText('10月应发少 120 元')).toBeTruthy()
  expect([0, 1, 2].map((i) => at(`column-${i}`).textContent)).toEqual(['✓ 姓名', '～ 身份证号', '– 不用'])
  expect(screen.getByText('校验位不对，请核对身份证。')).toBeTruthy()
  expect(asked('import')).toEqual([])
})

test('what is not certain is asked, the likeliest first; the answer goes back with the shape of its headings, and it is looked at anew', async () => {
  const asking = { ...look, questions: [question], blocked: '先说清楚上面那一处，才能导入。', effects: undefined }
  open({ upload: uploaded, direct: () => ({ sha256 }), look: ({ again }) => ({ sha256, state: 'done', look: again ? look : asking }) })
  drop()
  fireEvent.click(await screen.findByRole('button', { name: '看一遍' }))
  expect(at('take-in')).toBeNull()
  expect(at('look-blocked').textContent).toContain('先说清楚')
  fireEvent.click(screen.getByRole('button', { name: '是金额' }))
  await waitFor(() => expect(at('take-in')).not.toBeNull())
  expect(asked('direct')).toEqual([{ sha256, columns: [{ sheet: '10月', headings: question.headings, column: 2, key: 'amount' }] }])
  expect(answerOf(question, '')).toEqual({ columns: [{ sheet: '10月', headings: question.headings, column: 2, key: null }] })
  expect(answerOf({ ...question, about: 'agency' }, 'finance')).toEqual({ agencyId: 'finance' })
})

test('a meaning that was understood wrongly is put right over the sheet', async () => {
  open({ upload: uploaded, direct: () => ({ sha256 }), look: () => ({ sha256, state: 'done', look }) })
  drop()
  fireEvent.click(await screen.findByRole('button', { name: '看一遍' }))
  press('column-2')
  fireEvent.change(at('column-key'), { target: { value: 'amount' } })
  press('column-set')
  await waitFor(() =>
    expect(asked('direct')).toEqual([{ sha256, columns: [{ sheet: '10月', headings: '姓名|身份证号|金额', column: 2, key: 'amount' }] }]),
  )
})

test('taking in shows how far it is and what came of it; it goes on by itself', async () => {
  let turns = 0
  open({
    upload: uploaded,
    look: () => ({ sha256, state: 'done', look }),
    import: () => ({ sha256, state: 'waiting', done: 0, of: null }),
    progress: () =>
      ++turns < 2 ? { sha256, state: 'waiting', done: 20, of: 38 } : { sha256, state: 'done', done: 38, of: 38, result: done },
  })
  drop()
  fireEvent.click(await screen.findByRole('button', { name: '看一遍' }))
  press('take-in')
  await screen.findByText(/20 \/ 38 行/)
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('52')
  await screen.findByText(/《计划.xlsx》导入好了：38 行，收下 37，退回 1/, undefined, { timeout: 5000 })
  expect(asked('import')).toEqual([{ sha256 }])
})

test('a second quick press does not stop an import; stopping it is asked about first', async () => {
  open({
    upload: uploaded,
    look: () => ({ sha256, state: 'done', look }),
    import: () => ({ sha256, state: 'waiting', done: 0, of: null }),
    progress: () => ({ sha256, state: 'waiting', done: 0, of: 38 }),
    cancel: () => ({ sha256, state: 'cancelled', done: 0, of: 38 }),
  })
  drop()
  fireEvent.click(await screen.findByRole('button', { name: '看一遍' }))
  press('take-in')
  fireEvent.click(await screen.findByText('不导入了'))
  expect(asked('cancel')).toEqual([])
  press('import-go-on')
  fireEvent.click(await screen.findByText('不导入了'))
  press('import-cancel')
  await waitFor(() => expect(asked('cancel')).toEqual([{ sha256 }]))
})

test('what was taken in stands with who did it; the whole of it is taken back with a reason, or it is said what stands on it', async () => {
  const line = {
    ...{ sha256, fileName: '计划.xlsx', kind: 'payment-plan', kindLabel: '一卡通发放计划', agencyId: 'finance', agency: '县财政局' },
    ...{ at: '2026-11-20T01:00:00.000Z', by: '冯专员', spokenOn: '2026-10-31', state: 'done', undone: [], can: { undo: true } },
    ...{ rows: 38, accepted: 37, quarantined: 1, warned: 0, amountFen: 123400 },
  }
  const fresh = {
    agencyId: 'disabled',
    agency: '县残联',
    kind: 'register',
    kindLabel: '名册',
    lastFile: 'x.xls',
    spokenOn: '2026-08-27',
    days: 94,
    everyDays: 90,
    late: true,
    words: '县残联的名册已 94 天未更新',
  }
  let fault: string | undefined = '10 月的银行回执已经按它对过账，要撤先撤那一份。'
  open({
    history: () => ({ imports: [line] }),
    freshness: () => ({ lines: [fresh], kinds: [{ kind: 'register', label: '低保低边特困名册' }] }),
    progress: () => ({ sha256, state: 'done', done: 38, of: 38, result: done }),
    undo: () => ({ sha256, state: fault ? 'failed' : 'done', done: 1, of: 1, ...(fault && { fault }) }),
    undoProgress: () => ({ sha256, state: fault ? 'failed' : 'done', done: 1, of: 1, ...(fault && { fault }) }),
    template: () => ({ fileName: '名册模板.xlsx', base64: 'QQ==' }),
  })
  press('tab-history')
  await screen.findByText('县残联的名册已 94 天未更新')
  press(`history-${sha256}`)
  await screen.findByText(/导入好了/)
  press('undo')
  press('undo-send')
  expect(at('undo-send-trouble').textContent).toContain('请写明')
  fireEvent.change(at('undo-reason'), { target: { value: '财政局说发错了' } })
  press('undo-send')
  await screen.findByText(fault)
  fault = undefined
  press('undo-send')
  await screen.findByText(/撤销了。这份表写进去的都拿掉了/)
  press('tab-templates')
  fireEvent.click(await screen.findByRole('button', { name: '低保低边特困名册' }))
  await waitFor(() => expect(saveBytes).toHaveBeenCalledWith('名册模板.xlsx', ['QQ=='], expect.any(String)))
})

test('what was answered about headings stands agency by agency, and is forgotten with a reason', async () => {
  const answer = {
    ...{ id: `finance/${'b'.repeat(24)}`, agency: '县财政局', kind: 'payment-plan', kindLabel: '一卡通发放计划' },
    columns: [
      { heading: '到手', label: '应发金额' },
      { heading: '标准', label: null },
    ],
    at: '2026-11-20T01:00:00.000Z',
  }
  let answers = [answer]
  open({
    headingAnswers: () => ({ answers }),
    forgetHeadings: () => {
      answers = []
      return {}
    },
  })
  press('tab-remembered')
  await screen.findByText('“到手”是应发金额')
  expect(screen.getByText('“标准”不用')).toBeTruthy()
  press(`forget-${answer.id}`)
  press('forget-send')
  expect(at('forget-send-trouble').textContent).toContain('请写明')
  fireEvent.change(at('forget-reason'), { target: { value: '两列答反了' } })
  press('forget-send')
  await screen.findByText(/还没有记住的表头/)
  expect(at('remembered-news').textContent).toContain('会再问一次')
  expect(asked('forgetHeadings')).toEqual([{ id: answer.id, reason: '两列答反了' }])
})

test('effects are said in people', () => {
  expect(sayEffects({ households: 0, outside: 0, less: 0, more: 0, joined: 0, left: 0, list: [] })).toBe('没有哪一户的页面会变。')
  expect(sayEffects({ households: 2, outside: 0, less: 0, more: 0, joined: 3, left: 1, list: [] })).toBe(
    '2 户农户的页面会变。3 人进名册，1 人出名册。',
  )
})
