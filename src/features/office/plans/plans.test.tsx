import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { Unfinished } from '../../../ui/desk/use-kept'
import { queryClient } from '../../../services/wire/query-client'
import { Plans } from './plans'

/** The room of plans, with answers as the server gives them. */
const measure = {
  id: 'doctor-follow-up',
  name: '家庭医生随访',
  words: '每月量血压',
  who: 'doctor',
  hand: '家庭医生',
  until: '2026-12-01',
  proof: '血压稳住',
}
const causes = [{ id: 'illness', name: '因病', nature: 'shock' }]
const row = {
  householdId: 'h',
  who: '钟**',
  place: '南田镇三垟坪村',
  state: 'revising',
  causes: ['因病'],
  open: 1,
  done: 0,
  nextUntil: '2026-12-01',
  late: true,
}
const view = {
  ...{ householdId: 'h', who: '钟**', village: '三垟坪村', category: '低保户', state: 'revising', ended: false, unanswered: ['因学'] },
  plan: { agreedOn: '2026-01-10', causes, measures: [{ ...measure, n: 1, state: 'open', late: true, notes: [] }] },
  wanted: {
    draft: { causes: [], measures: [] },
    causes,
    measures: [{ ...measure, n: 1, words: '改成每周' }],
    by: '网格员 小王',
    on: '2026-12-09',
  },
  reviews: [{ why: '家里有人去世或者迁移', dueOn: '2026-11-30', late: true }],
  history: [
    { at: '2026-01-09T02:00:00.000Z', act: 'write', by: { name: '小王', role: 'grid-worker', agency: '南田镇' }, words: '上门商量过' },
  ],
  can: ['approve', 'sendBack', 'note', 'done', 'drop'],
}
const at = (id: string) => document.getElementById(id)!
const open = () => {
  let now: object = view
  newPhone((_fn, action) => {
    if (action === 'plans') return { requestId: 'r', data: { rows: [row], total: 1, towns: [], causes: [] } }
    if (action !== 'plan') now = { ...view, state: 'standing', wanted: undefined, can: ['note'] }
    return { requestId: 'r', data: now }
  })
  queryClient.clear()
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Plans today="2026-12-10" />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
}

test('what waits is read beside what stands, and agreed to with a word', async () => {
  open()
  fireEvent.click(await screen.findByLabelText('打开钟**'))
  expect((await screen.findByText('等审批的一版')).textContent).toBeTruthy()
  for (const words of ['因学没有对应的措施', '该重看了：家里有人去世或者迁移', '改成每周', '每月量血压', '12月1日，过了'])
    expect(document.body.textContent).toContain(words)
  fireEvent.click(at('plan-do-approve'))
  fireEvent.click(at('plan-act'))
  expect(at('plan-act-trouble').textContent).toBe('请写清楚，至少 4 个字。')
  fireEvent.change(at('plan-words'), { target: { value: '看过，同意' } })
  fireEvent.click(at('plan-act'))
  await screen.findByText('在办')
  expect(phone.asked.filter(({ action }) => action === 'approvePlan').map(({ input }) => input)).toEqual([
    { householdId: 'h', words: '看过，同意' },
  ])
})

test('a measure that is done is noted with how that is known', async () => {
  open()
  fireEvent.click(await screen.findByLabelText('打开钟**'))
  fireEvent.click(await screen.findByText('措施').then(() => at('measure-done-1')))
  fireEvent.change(at('plan-words'), { target: { value: '血压三个月都正常' } })
  fireEvent.click(at('plan-act'))
  await screen.findByText('在办')
  expect(phone.asked.filter(({ action }) => action === 'noteTownMeasure').map(({ input }) => input)).toEqual([
    { householdId: 'h', words: '血压三个月都正常', n: 1, act: 'done' },
  ])
})
