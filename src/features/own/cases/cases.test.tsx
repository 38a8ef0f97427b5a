import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { ToldCase } from '#contract/call/told-case'
import { newPhone, noNetwork, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { AllCases } from './all-cases'
import { GoingOn } from './going-on'

const out: ToldCase = {
  id: 'c1',
  title: '退出名册',
  standing: 'told',
  now: '已经退出名册',
  told: ['因为你家近一年的收入稳定超过了现在的标准，从10月25日起，不再列入低收入农户名册。', '要是不对，11月9日以前可以申诉。'],
  steps: [
    { on: '2998-10-20', what: '收到' },
    { on: '2998-10-25', what: '批准' },
  ],
  appeal: { until: '2998-11-09' },
}
const { appeal: _, ...silent } = out
const appealed: ToldCase = { ...silent, standing: 'going', now: '申诉收到了，由另外的人查，最迟11月20日答复', told: [] }
const over: ToldCase = { ...silent, id: 'c2', title: '换户主', standing: 'done', now: '办好了：换户主', told: [] }
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const show = (page: React.JSX.Element) => render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
const answer = (_fn: string, action: string) => ({ requestId: 'r', data: action === 'cases' ? { cases: [out, over] } : { case: appealed } })

beforeEach(() => {
  queryClient.clear()
  newPhone(answer)
})

test('taken off the register: why, until when, and in one press the words of an appeal; its answer is promised with a day', async () => {
  show(<GoingOn />)
  await screen.findByText(/因为你家近一年的收入/)
  expect(screen.queryByText('换户主')).toBeNull()
  press('appeal-c1')
  press('send-appeal')
  expect(screen.getByText('请多写几个字，说说哪里不对。')).toBeTruthy()
  fireEvent.change(screen.getByLabelText(/哪里不对？用自己的话写/), { target: { value: '儿子的钱没有给我' } })
  press('send-appeal')
  await screen.findByText(/申诉收到了，由另外的人查/)
  expect(phone.asked.at(-1)).toMatchObject({ action: 'appeal', input: { id: 'c1', words: '儿子的钱没有给我' } })
  expect(document.getElementById('appeal-c1')).toBeNull()
})

test('what could not be sent is still there', async () => {
  show(<GoingOn proxyId="p1" />)
  await screen.findByText(/因为你家近一年的收入/)
  expect(phone.asked[0]?.input).toEqual({ proxyId: 'p1' })
  phone.answer = () => {
    throw noNetwork
  }
  press('appeal-c1')
  const field = screen.getByLabelText<HTMLTextAreaElement>(/哪里不对？用自己的话写/)
  fireEvent.change(field, { target: { value: '儿子的钱没有给我' } })
  press('send-appeal')
  await screen.findByText(/还没有送出去，写的还在/)
  expect(field.value).toBe('儿子的钱没有给我')
})

test('all of them on a page of their own, also what is over; with none, what will stand there', async () => {
  const first = show(<AllCases />)
  await screen.findByText('办好了：换户主')
  expect(screen.getAllByText('10月20日', { exact: false }).length).toBeGreaterThan(0)
  first.unmount()
  queryClient.clear()
  phone.answer = () => ({ requestId: 'r', data: { cases: [] } })
  show(<AllCases />)
  await screen.findByText(/没有正在办的事/)
})

test('in new need, only what is hard is asked', async () => {
  phone.answer = (_fn, action) => ({
    requestId: 'r',
    data:
      action === 'applyForm'
        ? { hardships: [{ id: 'illness', name: '家里有人生病' }], towns: [], villages: [] }
        : action === 'apply'
          ? { case: over }
          : { cases: [] },
  })
  show(<AllCases />)
  await screen.findByText(/没有正在办的事/)
  press('need')
  await screen.findByText('家里有人生病')
  press('send-need')
  expect(screen.getByText('请选一样现在最难的。')).toBeTruthy()
  press('need-hardship-illness')
  press('send-need')
  await screen.findByText(/送到了。办到哪一步/)
  expect(phone.asked.find(({ action }) => action === 'apply')?.input).toEqual({ hardship: 'illness' })
})
