import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Cases } from './cases'

const row = {
  ...{ id: 'c1', kind: 'exit', state: 'notice', source: 'officer', who: '钟**', people: 2, place: '南田镇三垟坪村' },
  ...{ raisedOn: '2026-10-10', dueOn: '2026-10-19', late: true, next: '公示满了，等南田镇人民政府报批' },
}
const file = {
  row,
  ...{ proposes: '2 人退出名册', members: [{ name: '钟**', relation: '户主', onRegister: true }] },
  objections: [{ on: '2026-10-15', words: '他家在镇上有店面' }],
  notice: { from: '2026-10-12', until: '2026-10-16', isOver: true },
  days: { wholeDueOn: '2026-10-25' },
  history: [{ at: '2026-10-10T01:00:00.000Z', act: 'open', to: 'clue', by: { as: 'itself' }, words: '收入稳定了' }],
  can: ['propose', 'drop'],
  choices: { categories: [{ id: 'rigid', name: '刚性支出困难户', months: 12 }], reasons: [{ id: 'steady', name: '收入稳定' }] },
}
const areas = [{ code: '330328102', name: '南田镇', villages: [{ code: '330328102201', name: '三垟坪村' }] }]
const lists = { rows: [row], total: 1, areas, towns: [] }
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const open = (replies: Record<string, unknown>, hash = '') => {
  newPhone((_fn, action) =>
    action in replies ? { requestId: 'r', ...(replies[action] as { data: unknown }) } : { requestId: 'r', data: {} },
  )
  queryClient.clear()
  window.location.hash = hash
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Cases today="2026-10-20" />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
}

test('what waits comes by its day; one is opened, says what villagers said against it, and its next act is the main button', async () => {
  open({
    cases: { data: lists },
    case: { data: file },
    proposeCase: { data: { ...file, can: [], row: { ...row, state: 'decision', late: false } } },
  })
  expect((await screen.findByText('10月19日到期，过了 1 天')).textContent).toBeTruthy()
  expect(asked('cases')).toEqual([{ view: 'waiting' }])
  fireEvent.click(at('case-open-c1'))
  expect((await screen.findByText(/有 1 条不同意见/)).textContent).toContain('报批前请核实')
  expect([...at('case-acts').querySelectorAll('button')].map(({ textContent, className }) => [textContent, className])).toEqual([
    ['提出意见，报批', 'press press--main'],
    ['不予办理', 'press press--second'],
  ])
  fireEvent.click(at('case-do-propose'))
  // What was shown in the village is asked no more.
  expect(at('case-reason')).toBeNull()
  fill('case-words', '去店里看过，是他侄子的')
  fireEvent.click(at('case-propose'))
  expect(at('case-propose-trouble').textContent).toBe('请写清楚凭什么材料。')
  fill('case-evidence', '店面的证')
  fireEvent.click(at('case-propose'))
  await screen.findByText('“提出意见，报批”办好了。')
  expect(asked('proposeCase')).toEqual([{ id: 'c1', words: '去店里看过，是他侄子的', evidence: '店面的证' }])
})

test('another room opens one by its address; gone back from, the list is there', async () => {
  open({ cases: { data: lists }, case: { data: file } }, '#/office/desk/index?at=cases&case=c1')
  await screen.findByText('2 人退出名册')
  fireEvent.click(at('case-back'))
  await waitFor(() => expect(at('cases-table')).toBeTruthy())
})

test('somebody new: what is missing is named, what was typed stays when it is refused', async () => {
  const refused = { error: { code: 'bad-input', message: '程阿婆的身份证号不对，请照着身份证再核对一遍。您填的内容还在。' } }
  open({ cases: { data: lists }, openCase: refused })
  fireEvent.click(await screen.findByText('新开一件'))
  await waitFor(() => expect(at('case-open')).toBeTruthy())
  fireEvent.click(at('case-open'))
  expect(at('case-open-trouble').textContent).toBe('请选住在哪个村。')
  fill('case-village', '330328102201')
  fireEvent.click(at('case-open'))
  expect(at('case-open-trouble').textContent).toContain('第 1 个人的姓名')
  fill('case-name-0', '程阿婆')
  fill('case-number-0', '330399195501010011')
  fill('case-open-words', '老伴去世，没有收入')
  fireEvent.click(at('case-open'))
  await screen.findByText(refused.error.message)
  expect((at('case-number-0') as HTMLInputElement).value).toBe('330399195501010011')
  expect(asked('openCase')).toEqual([
    {
      ...{ kind: 'recognise', villageCode: '330328102201', source: 'farmer', words: '老伴去世，没有收入' },
      coming: [{ name: '程阿婆', idNumber: '330399195501010011', relation: '户主' }],
    },
  ])
})

test('a home check takes 元 and sends 分; what nobody could say is not sent as nothing', async () => {
  const check = { ...file, objections: [], can: ['checked', 'drop'], row: { ...row, state: 'check' } }
  open({ cases: { data: lists }, case: { data: check }, checkedCase: { data: { ...check, can: [] } } })
  fireEvent.click(await screen.findByText('打开'))
  fireEvent.click(await screen.findByText('记入户核查结果'))
  fill('check-met', '本人')
  fill('check-consent', 'yes')
  fill('check-wagesFen', '一万')
  fill('check-seen', '房子漏雨，没有别的收入')
  fill('check-opinion', 'fits')
  fireEvent.click(at('case-checked'))
  expect(at('case-checked-trouble').textContent).toContain('“工资”请写数字')
  fill('check-wagesFen', '1200.50')
  fireEvent.click(at('case-checked'))
  await screen.findByText('入户核查记下来了。')
  expect(asked('checkedCase')).toEqual([
    {
      ...{ id: 'c1', on: '2026-10-20' },
      found: { met: '本人', consent: true, people: 2, income: { wagesFen: 120050 }, seen: '房子漏雨，没有别的收入', opinion: 'fits' },
    },
  ])
})
