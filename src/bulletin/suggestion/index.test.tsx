import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { SuggestionStatus } from '#contract/bulletin/actions'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import SuggestionPage from './index'

const home = { county: { name: '文成县', helpLine: { label: '政务服务热线', phone: '12345' }, reports: true }, policy: [], news: [] }
let status: SuggestionStatus
const answer = (_fn: string, action: string) => ({ requestId: 'r', data: action === 'home' ? home : status })
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const field = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label)
const write = (label: RegExp, value: string) => fireEvent.change(field(label), { target: { value } })
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const open = (params = {}) => {
  phone.params = params
  return render(
    <QueryClientProvider client={queryClient}>
      <SuggestionPage />
    </QueryClientProvider>,
  )
}

beforeEach(() => {
  queryClient.clear()
  status = { state: 'received', receivedOn: '2020-10-01', dueOn: '2998-10-20', isPublic: false }
  newPhone(answer)
})

test('with a receipt in any form', async () => {
  open()
  write(/回执号/, 'abcd-efgh jkmn')
  press('find-suggestion')
  await screen.findByText('收到了')
  expect(asked('suggestion')).toEqual([{ receipt: 'ABCDEFGHJKMN' }])
  expect(screen.getByText('最迟 2998年10月20日 转给管这件事的单位')).toBeTruthy()
  expect(queryClient.getQueryCache().findAll({ queryKey: ['public', 'suggestion'] })).toEqual([])
})

test('too short is counted, and nobody is asked', async () => {
  open()
  write(/回执号/, 'ABCD')
  press('find-suggestion')
  expect(screen.getByText(/现在有 4 位/)).toBeTruthy()
  expect(asked('suggestion')).toEqual([])
})

test('an answer says who gave it and when, and that it stands in public too', async () => {
  status = {
    state: 'answered',
    receivedOn: '2020-10-01',
    dueOn: '2020-10-16',
    agency: '县农业农村局',
    answer: '路灯已经修好。',
    answeredOn: '2020-10-09',
    isPublic: true,
  }
  open({ receipt: 'ABCDEFGHJKMN' })
  await screen.findByText('县农业农村局2020年10月9日答复：路灯已经修好。')
  expect(document.querySelector('#suggestion-state .status__mark')?.textContent).toBe('✓')
  expect(screen.getByText(/答复也登在“意见”里/)).toBeTruthy()
  expect(screen.queryByText(/已经过了/)).toBeNull()
})

test('a promise that was not kept is called so, and there is a telephone', async () => {
  status = { state: 'assigned', receivedOn: '2020-10-01', dueOn: '2020-10-16', agency: '县农业农村局', isPublic: false }
  open({ receipt: 'ABCDEFGHJKMN' })
  await screen.findByText(/说好 2020年10月16日 给答复，已经过了/)
  expect(screen.getByText('2020年10月1日收到，交给县农业农村局办')).toBeTruthy()
  await screen.findByText('政务服务热线')
})

test('an unknown receipt: the county’s words, and what was typed stays', async () => {
  phone.answer = (fn, action) =>
    action === 'suggestion'
      ? { requestId: 'r', error: { code: 'not-found', message: '没有这个回执号。请对照着再看一遍。' } }
      : answer(fn, action)
  open()
  write(/回执号/, 'ABCDEFGHJKMN')
  press('find-suggestion')
  await screen.findByText('没有这个回执号。请对照着再看一遍。')
  expect(field(/回执号/).value).toBe('ABCDEFGHJKMN')
  await waitFor(() => expect(asked('suggestion')).toHaveLength(1))
})
