import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import ApplicationPage from '../application/index'
import ApplyPage from './index'

const code = '330328102201'
const idNumber = '330399195001011017'
const answers: Record<string, unknown> = {
  place: { place: { code, name: '三垟坪村', town: '南田镇' } },
  apply: { receipt: 'ABCDEFGHJKMN', dueOn: '2998-10-22' },
  application: {
    receivedOn: '2998-10-20',
    told: {
      ...{ title: '申请帮扶', standing: 'going', now: '最迟10月22日有人受理', wholeDueOn: '2998-11-09' },
      steps: [{ on: '2998-10-20', what: '收到' }],
    },
  },
  home: { county: { name: '文成县', helpLine: { label: '热线', phone: '12345' }, reports: true }, policy: [], news: [] },
}
const answer = (_fn: string, action: string, input: { town?: string }) => ({
  requestId: 'r',
  data:
    action === 'applyForm'
      ? {
          hardships: [{ id: 'illness', name: '家里有人生病，花钱多' }],
          towns: [{ id: '330328102', name: '南田镇' }],
          villages: input.town === undefined ? [] : [{ id: code, name: '三垟坪村' }],
        }
      : answers[action],
})
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const field = (id: string) => document.querySelector<HTMLInputElement>(`[aria-label="${id}"]`)!
const write = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })
const wrong = (id: string) => document.getElementById(`${id}-wrong`)?.textContent
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const open = (params = {}, page = <ApplyPage />) => {
  phone.params = params
  return render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
}
const [name, id, tel] = ['姓名（替家人填的，写他的）', '身份证号', '电话']

beforeEach(() => {
  queryClient.clear()
  newPhone(answer)
})

test('from a poster: four things, and the receipt with the day until when somebody takes it up', async () => {
  open({ place: code })
  await screen.findByText('住在：南田镇三垟坪村')
  await screen.findByText('家里有人生病，花钱多')
  write(name!, '程阿婆')
  write(id!, idNumber.slice(0, 17))
  write(tel!, '16000000001')
  press('send-application')
  expect(wrong('apply-id')).toBe('身份证号是 18 位，现在有 17 位。')
  write(id!, `${idNumber.slice(0, 16)}0${idNumber[17]}`)
  press('send-application')
  expect(wrong('apply-id')).toBe('有一位不对，请照着身份证再核对一遍。')
  write(id!, idNumber)
  press('send-application')
  expect(wrong('apply-hardship')).toBe('请选一样现在最难的。')
  press('apply-hardship-illness')
  press('send-application')
  await screen.findByText('送到了，这是回执号')
  expect(document.getElementById('apply-due')?.textContent).toBe('最迟2998年10月22日有人受理，会打您留的电话。')
  expect(asked('apply')).toEqual([
    {
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      name: '程阿婆',
      idNumber,
      phone: '16000000001',
      hardship: 'illness',
      place: code,
    },
  ])
  expect(JSON.stringify([...phone.storage])).not.toContain(idNumber)
})

test('without a poster the town and then the village are chosen; what could not be sent is there when one comes back', async () => {
  const first = open()
  await screen.findByText('南田镇')
  press('apply-place-330328102')
  await screen.findByText('三垟坪村')
  press(`apply-place-${code}`)
  await screen.findByText('住在：南田镇三垟坪村')
  write(name!, '程阿婆')
  write(id!, idNumber)
  write(tel!, '16000000001')
  press('apply-hardship-illness')
  phone.answer = () => {
    throw noNetwork
  }
  press('send-application')
  await screen.findByText(/还没有送出去，填的还在/)
  first.unmount()
  phone.answer = answer
  open()
  expect([field(name!).value, field(id!).value]).toEqual(['程阿婆', idNumber])
  press('send-application')
  await screen.findByText('送到了，这是回执号')
  expect(asked('apply').map((input) => (input as { key: string }).key)).toEqual(Array(2).fill((asked('apply')[0] as { key: string }).key))
})

test('the receipt says how far it is', async () => {
  open({ receipt: 'ABCDEFGHJKMN' }, <ApplicationPage />)
  await screen.findByText('最迟10月22日有人受理')
  expect(screen.getByText(/整件事最迟2998年11月9日有结果/)).toBeTruthy()
  write('回执号（12 位，大小写都行）', 'ABCD')
  press('find-application')
  expect(document.getElementById('receipt-fault')?.textContent).toMatch(/现在有 4 位/)
})
