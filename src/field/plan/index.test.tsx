import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import PlanPage from './index'

const choices = {
  causes: [
    { id: 'illness', name: '因病', nature: 'shock', strategy: '' },
    { id: 'schooling', name: '因学', nature: 'stage', strategy: '' },
  ],
  measures: [
    { id: 'doctor', name: '医生随访', answers: ['illness'], proof: '医生来过' },
    { id: 'school-aid', name: '助学', answers: ['schooling'], proof: '钱到账' },
  ],
  hands: ['grid-worker', 'cadre', 'doctor', 'self', 'health'].map((id) => ({ id, name: `由${id}` })),
  suggestions: [{ measure: 'doctor', cause: 'illness', why: '情况相近、同样因病的 12 户做过“医生随访”，9 户做成。' }],
}
const none = {
  householdId: 'h',
  who: '陈阿公',
  village: '高村',
  category: '低保户',
  ended: false,
  unanswered: [],
  reviews: [],
  history: [],
  can: ['write'],
  choices,
}
const measure = {
  n: 1,
  id: 'doctor',
  name: '医生随访',
  words: '每月来',
  who: 'doctor',
  hand: '家庭医生',
  until: '2999-12-31',
  proof: '来过',
  notes: [],
}
const stands = {
  ...none,
  ...{ state: 'standing', can: ['write', 'note', 'done', 'drop'] },
  plan: {
    agreedOn: '2999-01-10',
    causes: [{ id: 'illness', name: '因病', nature: 'shock' }],
    measures: [{ ...measure, state: 'open', late: false }],
  },
}
const at = (id: string) => document.getElementById(id)!
const press = (id: string) => fireEvent.click(at(id))
const fill = (id: string, value: string) => fireEvent.input(at(id), { target: { value }, detail: { value } })
const sent = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const open = (view: object, then: (action: string) => object) => {
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'planAt' ? view : then(action) }))
  queryClient.clear()
  phone.params = { home: 'h' }
  render(
    <QueryClientProvider client={queryClient}>
      <PlanPage />
    </QueryClientProvider>,
  )
}

test('a cause, what answers it, what worked elsewhere; what is missing says so at its field; sent, it waits for the town', async () => {
  open(none, () => ({ ...none, state: 'asked' }))
  await screen.findByText('还没有写计划')
  press('write-plan')
  press('plan-causes-illness')
  expect(screen.getByText(/12 户做过/)).toBeTruthy()
  expect(at('plan-add-school-aid')).toBeNull()
  press('plan-add-doctor')
  press('send-plan')
  expect(at('plan-words-0-wrong').textContent).toContain('具体做什么')
  fill('plan-words-0', '每月上门')
  press('plan-agencies-0')
  press('plan-who-0-health')
  fill('plan-until-0', '明年')
  fill('plan-why', '和本人商量过')
  press('send-plan')
  expect(at('plan-until-0-wrong').textContent).toContain('年月日')
  fill('plan-until-0', '2999年6月30日')
  press('send-plan')
  await screen.findByText(/送到镇里了/)
  expect(sent('writePlan')).toEqual([
    {
      ...{ householdId: 'h', words: '和本人商量过' },
      draft: {
        causes: [{ id: 'illness' }],
        measures: [{ id: 'doctor', words: '每月上门', who: 'health', until: '2999-06-30', proof: '医生来过' }],
      },
    },
  ])
})

test('a measure is noted where it stands', async () => {
  open(stands, () => ({ ...stands, plan: { ...stands.plan, measures: [{ ...measure, state: 'done', late: false }] } }))
  await screen.findByText('医生随访')
  press('done-1')
  press('send-note-1')
  expect(at('note-1-wrong').textContent).toContain('至少 4 个字')
  fill('note-1', '血压三个月都正常')
  press('send-note-1')
  await screen.findByText('做成了')
  expect(sent('noteMeasure')).toEqual([{ householdId: 'h', n: 1, act: 'done', words: '血压三个月都正常' }])
})
