import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { intake } from '#contract/intake/actions'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { saveBytes } from '../../../services/share/save-file'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Refused } from './refused'
import { rowOf } from './mend-row'

jest.mock('../../../services/share/save-file')

const at = (id: string) => document.getElementById(id)!
const press = (id: string) => fireEvent.click(at(id))
const type = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })

const sha256 = 'a'.repeat(64)
const place = {
  sha256,
  fileName: '助学名单.xlsx',
  agencyId: 'education',
  agency: '县教育局',
  sheet: '秋季',
  since: '2026-11-20' as never,
  days: 9,
}
const lost = {
  ...place,
  id: 'r1',
  row: 4,
  kind: 'register' as const,
  code: 'id_precision_lost',
  label: '身份证号丢了后三位',
  reason: '身份证号被存成了数字，后三位丢了。请向本人核对。',
  underway: false,
  cells: [
    { column: 0, heading: '姓名', text: '陈佳', failed: false },
    { column: 2, heading: '身份证号', text: '330399193809248000', failed: true },
  ],
  offer: { id: 'o1', column: 2, question: '是不是 330399********8149？' },
}
const blank = {
  ...lost,
  id: 'r2',
  row: 8,
  code: 'amount_missing',
  label: '金额空着',
  reason: '金额空着。',
  offer: undefined,
  underway: true,
}
const counts = [
  { agencyId: 'education', agency: '县教育局', code: lost.code, label: lost.label, rows: 11 },
  { agencyId: 'education', agency: '县教育局', code: blank.code, label: blank.label, rows: 1 },
]

/** What the server would answer; every question must be one that it understands. */
function open(answers: Partial<Record<keyof typeof intake, unknown>>): void {
  queryClient.clear()
  newPhone((_, action, input) => {
    const contract = intake[action as keyof typeof intake]
    expect(contract.input.safeParse(input).error).toBeUndefined()
    const data = answers[action as keyof typeof intake]
    return { requestId: 'r', data: contract.output.parse(data) }
  })
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Refused />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
}
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)

test('each row says where it stands, since when, why, and which cell is at fault', async () => {
  open({ quarantine: { rows: [lost, blank], counts } })
  await screen.findByText(lost.reason)
  expect(at('refused-r1').textContent).toContain('《助学名单.xlsx》秋季 第 4 行')
  expect(at('refused-r1').textContent).toContain('退回 9 天了')
  expect(at('refused-r1').querySelector('.refused__failed')!.textContent).toBe('身份证号330399193809248000')
  expect(at('refused-r2').textContent).toContain('有人改好了，正在收进去')
  expect(at('mend-r2')).toBeNull()
  expect([...at('refused-agency').querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    '全部（12 行）',
    '县教育局（12 行）',
  ])
})

test('what it may be is offered with its number masked, and taken only when somebody says so', async () => {
  open({
    quarantine: { rows: [lost], counts },
    mend: { rows: [{ sheet: '秋季', row: 4, state: 'mended', words: '收下了。' }], done: true },
  })
  await screen.findByText(lost.offer.question)
  expect(asked('mend')).toEqual([])
  press('accept-r1')
  await screen.findByText(/第 4 行：收下了/)
  expect(asked('mend')).toEqual([{ sha256, rows: [{ sheet: '秋季', row: 4, accept: 'o1' }] }])
})

test('of several who may be meant a person chooses one, or none', async () => {
  const choices = ['8149', '8152'].map((tail) => ({ id: `c${tail}`, column: 2, question: `陈佳 330399********${tail}` }))
  open({
    quarantine: { rows: [{ ...lost, offer: undefined, choices }], counts },
    mend: { rows: [{ sheet: '秋季', row: 4, state: 'mended', words: '收下了。' }], done: true },
  })
  await screen.findByText('是陈佳 330399********8149')
  expect(document.getElementById('accept-r1')).toBeNull()
  press('choose-c8152')
  await screen.findByText(/第 4 行：收下了/)
  expect(asked('mend')).toEqual([{ sha256, rows: [{ sheet: '秋季', row: 4, accept: 'c8152' }] }])
})

test('a row mended here goes with all its cells; one that is still wrong says why and stays as typed', async () => {
  open({
    quarantine: { rows: [lost], counts },
    mend: { rows: [{ sheet: '秋季', row: 4, state: 'wrong', words: '身份证号的校验位不对。' }], done: true },
  })
  await screen.findByText(lost.reason)
  press('mend-r1')
  press('mend-send-r1')
  expect(at('mend-send-r1-trouble').textContent).toContain('还没有改')
  type('cell-r1-2', '330399193809248140')
  press('mend-send-r1')
  await screen.findByText('还是收不下：身份证号的校验位不对。')
  expect(asked('mend')).toEqual([{ sha256, rows: [{ sheet: '秋季', row: 4, cells: ['陈佳', null, '330399193809248140'] }] }])
  expect((at('cell-r1-2') as HTMLInputElement).value).toBe('330399193809248140')
})

test('a row is put aside with a reason only', async () => {
  open({ quarantine: { rows: [lost], counts }, dropRows: { dropped: 1 } })
  await screen.findByText(lost.reason)
  press('drop-r1')
  press('drop-send-r1')
  expect(at('drop-send-r1-trouble').textContent).toContain('请写明')
  type('drop-why-r1', '单位另发了一份')
  press('drop-send-r1')
  await screen.findByText(/放下了，记了原因/)
  expect(asked('dropRows')).toEqual([{ ids: ['r1'], why: '单位另发了一份' }])
})

test('the workbook comes part by part', async () => {
  open({ quarantine: { rows: [lost], counts }, quarantineFile: { fileName: '退回.xlsx', rows: 12, parts: 2, base64: 'QQ==' } })
  await screen.findByText(lost.reason)
  press('refused-download')
  await screen.findByText(/“退回.xlsx”在浏览器的“下载”里，12 行/)
  expect(asked('quarantineFile')).toEqual([{ part: 0 }, { part: 1 }])
  expect(saveBytes).toHaveBeenCalledWith('退回.xlsx', ['QQ==', 'QQ=='], expect.any(String))
})

test('warnings are looked at with a word; each agency sees how long its rows wait', async () => {
  const warned = { ...place, id: 'w1', row: 45, code: 'area_x_price_not_amount', message: '亩数乘单价不等于金额。' }
  open({
    quarantine: { rows: [], counts: [] },
    warned: { rows: [warned], counts: [{ ...counts[0]!, rows: 1 }] },
    seen: { seen: 1 },
    life: {
      agencies: [{ agencyId: 'education', agency: '县教育局', open: 12, mended: 3, unseen: 1, oldest: '2026-11-20', medianDays: 2.5 }],
    },
  })
  await screen.findByText(/没有退回的行/)
  press('tab-warned')
  await screen.findByText(warned.message)
  press('seen-w1')
  press('seen-send-w1')
  await screen.findByText('记下了。')
  expect(asked('seen')).toEqual([{ ids: ['w1'], words: '没有错' }])
  press('tab-life')
  await waitFor(() => expect(at('life').textContent).toContain('2.5 天'))
})

test('cells keep their columns, blank ones are empty', () => {
  expect(rowOf([{ column: 3, heading: '', text: 'x', failed: false }], { 3: ' ' })).toEqual([null, null, null, null])
})
