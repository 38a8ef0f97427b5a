import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import CallsPage from '../calls/index'
import CallPage from './index'

const listed = { id: 'b/00001', who: '程**', village: '三垟坪村', what: '低保金 2026年10月', triedOn: ['2998-10-20'] }
let answers: Record<string, unknown>
const answer = (_fn: string, action: string) => ({ requestId: 'r', data: answers[action] })
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const heard = () => phone.asked.filter(({ action }) => action === 'call').map(({ input }) => input)
const open = (page = <CallPage />) => {
  phone.params = { id: 'b%2F00001' }
  return render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
}

beforeEach(() => {
  queryClient.clear()
  answers = {
    calls: { calls: [listed] },
    callAt: { ...listed, name: '程阿婆', phone: '16000000001', amountFen: 76200, tries: 3 },
    call: { noted: true, next: 'done' },
  }
  newPhone(answer)
})

test('the list says whom, what and when nobody was reached, and leads there', async () => {
  open(<CallsPage />)
  await screen.findByText('程** · 三垟坪村')
  expect(screen.getByText('低保金 2026年10月，2998年10月20日没联系上')).toBeTruthy()
  press('call-b/00001')
  expect(phone.visited).toEqual(['/field/call/index?id=b%2F00001'])
})

test('an empty list says what will stand there', async () => {
  answers = { ...answers, calls: { calls: [] } }
  open(<CallsPage />)
  await screen.findByText(/现在没有抽到您村里的/)
})

test('one tap is enough; a slip can be put right', async () => {
  open()
  await screen.findByText('三垟坪村：程阿婆')
  expect(phone.asked.find(({ action }) => action === 'callAt')!.input).toEqual({ id: 'b/00001' })
  expect(screen.getByText('762 元')).toBeTruthy()
  press('heard-not-received')
  await screen.findByText(/没收到。已经告诉发钱的单位/)
  press('call-slip')
  press('heard-received')
  await screen.findByText(/谢谢您问这一声/)
  expect(heard()).toEqual([
    { id: 'b/00001', answer: 'not-received' },
    { id: 'b/00001', answer: 'received' },
  ])
})

test('another amount is written in 元 and sent in 分', async () => {
  open()
  await screen.findByText('他怎么说？')
  press('heard-other-amount')
  press('send-came')
  expect(document.getElementById('call-came-wrong')!.textContent).toContain('例如 500')
  fireEvent.change(screen.getByLabelText('他收到了多少元'), { target: { value: '500.50' } })
  press('send-came')
  await screen.findByText(/数目不对。已经告诉/)
  expect(heard()).toEqual([{ id: 'b/00001', answer: 'other-amount', cameFen: 50050 }])
})

test('who was not reached stays; who does not want to say is followed by the next; without net nothing is lost', async () => {
  answers = { ...answers, call: { noted: true, next: 'again' } }
  const first = open()
  await screen.findByText('他怎么说？')
  phone.answer = () => {
    throw noNetwork
  }
  press('heard-unreachable')
  await screen.findByText(/还没有记下/)
  phone.answer = answer
  press('heard-unreachable')
  await screen.findByText(/试满 3 天才换人/)
  first.unmount()
  queryClient.clear()
  answers = { ...answers, call: { noted: true, next: 'replaced' }, callAt: { ...(answers['callAt'] as object), phone: undefined } }
  open()
  await screen.findByText('没有登记电话，请当面问。')
  press('heard-declined')
  await screen.findByText(/按顺序换下一位/)
})
