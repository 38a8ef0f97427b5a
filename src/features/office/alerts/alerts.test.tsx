import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Alerts } from './alerts'
import { precisionOf } from './figures-view'

const row = {
  ...{
    id: 'a1',
    detector: 'bank_failed',
    name: '银行退回，没有到账',
    word: '少',
    state: 'found',
    why: '2026年10月的低保金 762 元没有到账。',
    amountFen: 76200,
  },
  ...{ place: '南田镇高村', first: '县民政局', holder: '县民政局', raisedOn: '2026-10-15', dueOn: '2026-10-20', late: false },
}
const words = [
  { word: '错', open: 3, late: 0 },
  { word: '少', open: 41, late: 2 },
  { word: '落', open: 0, late: 0 },
  { word: '漏', open: 1, late: 0 },
]
const lists = { total: 57, behind: 37, aDay: 20, words, agencies: [{ id: 'finance', name: '县财政局' }], towns: [], rows: [row] }
const file = {
  row,
  looksFor: '银行回执说没有入账。',
  whys: [row.why],
  records: [{ words: '银行回执：762 元，户名不符', source: { file: '回执.txt', row: 273 } }],
  recordCount: 1,
  history: [{ at: '2026-10-15T01:00:00.000Z', act: 'raise', to: 'found' }],
  can: ['hand', 'refuse'],
  agencies: lists.agencies,
  days: { usual: 30, most: 90 },
}
const handed = {
  ...file,
  row: { ...row, state: 'handed', holder: '县财政局' },
  can: [],
  history: [
    ...file.history,
    {
      ...{ at: '2026-10-16T01:00:00.000Z', act: 'hand', to: 'handed', words: '请改户名后补发', toAgency: '县财政局' },
      by: { name: '周敏', role: 'officer', agency: '县民政局' },
    },
  ],
}
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const open = (hash = '') => {
  queryClient.clear()
  window.location.hash = hash
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Alerts today="2026-10-16" draw={(told) => <p>{`${told.head}的档案`}</p>} />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
}

test('what a day can hold, and how many wait behind; one press shows all', async () => {
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'alerts' ? lists : file }))
  open()
  expect((await screen.findByText(/还有 37 条排在后面，先办这些/)).textContent).toContain('一天最多排 20 条')
  expect(asked('alerts')).toEqual([{ view: 'today' }])
  fireEvent.click(at('alerts-all'))
  await waitFor(() => expect(asked('alerts')).toContainEqual({ view: 'waiting' }))
  fireEvent.click(at('alerts-word-少'))
  await waitFor(() => expect(asked('alerts')).toContainEqual({ view: 'waiting', word: '少' }))
})

test('a word of the first page opens its list', async () => {
  newPhone(() => ({ requestId: 'r', data: { ...lists, behind: 0 } }))
  open(`#/office/desk/index?at=alerts&word=${encodeURIComponent('漏')}`)
  await waitFor(() => expect(asked('alerts')).toEqual([{ view: 'open', word: '漏' }]))
})

test('an alert says what it rests on; handing it over asks to whom and for what, keeps what was typed, and stands in the history', async () => {
  let through = false
  newPhone((_fn, action) => {
    if (action === 'alerts') return { requestId: 'r', data: lists }
    if (action !== 'handAlert') return { requestId: 'r', data: through ? handed : file }
    return through
      ? { requestId: 'r', data: handed }
      : { requestId: 'r', error: { code: 'bad-input', message: '刚刚有人动过这条预警。您写的字还在。' } }
  })
  open()
  fireEvent.click(await screen.findByText('打开'))
  await screen.findByText('银行回执：762 元，户名不符')
  expect(screen.getByText('来自《回执.txt》，第 273 行')).toBeTruthy()
  expect([...at('alert-acts').querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['交办', '退回'])
  fireEvent.click(at('alert-do-hand'))
  fireEvent.click(at('alert-hand'))
  expect(at('alert-hand-trouble').textContent).toBe('请选交给哪个单位。')
  fill('alert-agency', 'finance')
  fireEvent.click(at('alert-hand'))
  expect(at('alert-hand-trouble').textContent).toContain('请写清楚要他们办什么')
  fill('alert-words', '请改户名后补发')
  fireEvent.click(at('alert-hand'))
  await screen.findByText('刚刚有人动过这条预警。您写的字还在。')
  expect((at('alert-words') as HTMLTextAreaElement).value).toBe('请改户名后补发')
  through = true
  fireEvent.click(at('alert-hand'))
  await screen.findByText('“交办”办好了。')
  expect(asked('handAlert')).toEqual(Array(2).fill({ id: 'a1', words: '请改户名后补发', agencyId: 'finance' }))
  expect(at('alert-history').textContent).toContain('周敏（县民政局工作人员）交办（给县财政局）')
  expect(screen.getByText('这一步不用您办。谁手上在办，上面写着。')).toBeTruthy()
})

test('an outcome takes money in 元 and sends 分; what is no amount is not sent', async () => {
  const recheck = { ...file, row: { ...row, state: 'recheck' }, can: ['pass', 'fail'] }
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'alerts' ? lists : recheck }))
  open()
  fireEvent.click(await screen.findByText('打开'))
  fireEvent.click(await screen.findByText('复查通过'))
  fill('alert-outcome', 'fund')
  fill('alert-moved', '七百')
  fill('alert-words', '户名改好，补发到账')
  fireEvent.click(at('alert-pass'))
  expect(at('alert-pass-trouble').textContent).toContain('请写数字')
  fill('alert-moved', '762.50')
  fireEvent.click(at('alert-pass'))
  await waitFor(() => expect(asked('passAlert')).toEqual([{ id: 'a1', words: '户名改好，补发到账', outcome: 'fund', movedFen: 76250 }]))
})

test('precision counts what was looked into to the end', () => {
  const sums = {
    detector: 'bank_failed' as const,
    name: '银行退回',
    word: '少' as const,
    raised: 9,
    open: 2,
    gone: 3,
    movedFen: 0 as never,
  }
  expect(precisionOf({ ...sums, confirmed: 1, nothing: 2, refused: 1 })).toBe('25%（4 条里 1 条）')
  expect(precisionOf({ ...sums, confirmed: 0, nothing: 0, refused: 0 })).toBe('还没有办完的')
})
