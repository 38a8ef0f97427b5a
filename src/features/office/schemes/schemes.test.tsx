import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { Unfinished } from '../../../ui/desk/use-kept'
import { queryClient } from '../../../services/wire/query-client'
import { Schemes } from './schemes'

/** The room of pooled schemes, with answers as the server gives them. */
const years = [
  {
    ...{ year: 2025, due: 2, paid: 1, outstanding: 1, surplus: 0, dueFen: 160000, paidFen: 80000, outstandingFen: 80000, surplusFen: 0 },
    ...{ dueOn: '2026-03-31', isOver: true },
  },
]
const totals = {
  ...{ in: 3, agreed: 2, joined: 0, listed: 1, waiting: 0, returning: 0, left: 0, untold: 1, years },
  ...{ inFen: 1600000, returnedFen: 0, standingFen: 1600000, returningFen: 0, listedFen: 500000 },
}
const row = {
  id: 's1',
  name: '飞地产业园',
  state: 'running',
  mode: '保底增收',
  guaranteed: true,
  operator: '飞地公司',
  place: '文成县',
  rate: 1000,
  totals,
}
const listed = { id: 's2', name: '黄年糕', totals: { ...totals, in: 1, untold: 0, returning: 0, years: [] } }
const list = { rows: [row, listed], opens: { may: true, modes: [{ id: 'guaranteed', name: '保底增收', guaranteed: true }], towns: [] } }
const file = { row, terms: [{ fromYear: 2023, rate: 1000 }], unplaced: 0, history: [], can: ['change'], joins: true }
const money = { inFen: 800000, returnedFen: 0, standingFen: 800000, listedFen: 0 }
const member = { id: 's1-h1', who: '钟**', place: '南田镇三垟坪村', state: 'member', ...money, off: { since: '2026-09-01' } }
const page = {
  ...{ row: member, scheme: { id: 's1', name: '飞地产业园' }, entries: [], years: [], rows: [], history: [], reasons: [], signers: [] },
  can: ['share', 'tell'],
}
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const open = (replies: Record<string, unknown>) => {
  const all: Record<string, unknown> = {
    schemes: list,
    scheme: file,
    schemeMembers: { rows: [member], total: 1 },
    schemeMember: page,
    ...replies,
  }
  newPhone((_fn, action) => ({
    requestId: 'r',
    ...(action in all ? (isRefused(all[action]) ? all[action] : { data: all[action] }) : { data: {} }),
  }))
  queryClient.clear()
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Schemes today="2026-10-20" />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
}
const isRefused = (reply: unknown): reply is { error: object } => typeof reply === 'object' && reply !== null && 'error' in reply

test('every number opens its households; one that left the register is told, and what was typed goes as it is meant', async () => {
  open({ tellMember: { ...page, can: ['ask'], told: { on: '2026-10-20', words: '上门告诉了本人' } } })
  fireEvent.click(await screen.findByLabelText('打开飞地产业园'))
  fireEvent.click(await screen.findByText('还差（元）').then(() => at('count-outstanding-2025')))
  expect((await screen.findByText('2025年分红没发齐的户：1 户')).textContent).toBeTruthy()
  expect(asked('schemeMembers')).toEqual([{ id: 's1', view: 'outstanding', year: 2025 }])
  fireEvent.click(at('scheme-back'))
  fireEvent.click(await screen.findByText('离开名册、还没告知的户').then(() => at('count-untold')))
  fireEvent.click(await screen.findByLabelText('打开钟**'))
  expect((await screen.findByText(/离开名册不等于退出抱团/)).textContent).toContain('先告知')
  fireEvent.click(at('member-do-tell'))
  fireEvent.click(at('member-tell'))
  expect(at('member-tell-trouble').textContent).toBe('请写清楚怎么告知的、告知了谁，至少 4 个字。')
  fill('member-words', '上门告诉了本人')
  fireEvent.click(at('member-tell'))
  await screen.findByText('“记已告知”办好了。')
  expect(asked('tellMember')).toEqual([{ id: 's1-h1', words: '上门告诉了本人', on: '2026-10-20' }])
})

test('元 go as 分; what the server refuses stays typed', async () => {
  const said = { code: 'bad-input', message: '协议是2026年9月1日签的，追加的本金不会更早。您写的字还在。' }
  open({ shareMember: { error: said } })
  fireEvent.click(await screen.findByLabelText('打开飞地产业园'))
  fireEvent.click(await screen.findByText('在股的户').then(() => at('count-agreed')))
  fireEvent.click(await screen.findByLabelText('打开钟**'))
  fireEvent.click(await screen.findByText('记追加的本金'))
  fill('member-amount', '四千')
  fill('member-words', '收据 12 号')
  fireEvent.click(at('member-share'))
  expect(at('member-share-trouble').textContent).toContain('请写数字')
  fill('member-amount', '4000.50')
  fireEvent.click(at('member-share'))
  await screen.findByText(said.message)
  expect((at('member-amount') as HTMLInputElement).value).toBe('4000.50')
  expect(asked('shareMember')).toEqual([{ id: 's1-h1', words: '收据 12 号', on: '2026-10-20', amountFen: 400050 }])
})

test('a scheme that only lists name is registered under that name; a rate is typed in percent', async () => {
  open({ openScheme: file })
  fireEvent.click(await screen.findByLabelText('登记黄年糕'))
  await screen.findByText('登记一个项目')
  expect((at('scheme-name') as HTMLInputElement).value).toBe('黄年糕')
  fill('scheme-mode', 'guaranteed')
  fill('scheme-operator', '黄年糕合作社')
  fill('scheme-start', '2023-01-01')
  fill('scheme-rate', '一成')
  fireEvent.click(at('scheme-send'))
  expect(at('scheme-send-trouble').textContent).toContain('例如 8 或 8.5')
  fill('scheme-rate', '8.5')
  fill('scheme-words', '框架协议 3 号')
  fireEvent.click(at('scheme-send'))
  await screen.findByText('登记一户入股')
  expect(asked('openScheme')).toEqual([
    {
      ...{ name: '黄年糕', mode: 'guaranteed', operator: '黄年糕合作社', startOn: '2023-01-01', rate: 850, fromYear: 2026 },
      words: '框架协议 3 号',
    },
  ])
})

test('whoever signed is not there any more: who may sign instead is told, and one of them is chosen', async () => {
  const gone = {
    ...page,
    can: ['share', 'resign'],
    signer: { who: '钟**', gone: { died: true, on: '2026-09-01' } },
    signers: [{ id: 'p2', who: '叶**' }],
  }
  open({ schemeMember: gone, resignMember: { ...gone, signer: { who: '叶**' } } })
  fireEvent.click(await screen.findByLabelText('打开飞地产业园'))
  fireEvent.click(await screen.findByText('在股的户').then(() => at('count-agreed')))
  fireEvent.click(await screen.findByLabelText('打开钟**'))
  expect((await screen.findByText(/入股照旧，分红照发/)).textContent).toContain('叶**都可以')
  fireEvent.click(at('member-do-resign'))
  fill('member-words', '本人去世，妻子改签')
  fireEvent.click(at('member-resign'))
  expect(at('member-resign-trouble').textContent).toBe('请选签字的人。')
  fill('member-signer', 'p2')
  fireEvent.click(at('member-resign'))
  await screen.findByText('“记改签的人”办好了。')
  expect(asked('resignMember')).toEqual([{ id: 's1-h1', words: '本人去世，妻子改签', on: '2026-10-20', signerId: 'p2' }])
})
