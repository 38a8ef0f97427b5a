import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import SuggestPage from './index'

const code = '330328104202'
/** Of the phone, so that sent twice it is one. */
const onceKey = expect.stringMatching(/^[0-9a-f]{32}$/) as string
const words = '村口的路灯坏了三个月'
const answers: Record<string, unknown> = {
  place: { place: { code, name: '武阳村', town: '南田镇' } },
  suggest: { receipt: 'ABCDEFGHJKMN', dueOn: '2998-10-20' },
}
const answer = (_fn: string, action: string) => ({ requestId: 'r', data: answers[action] })
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const field = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label)
const write = (label: RegExp, value: string) => fireEvent.change(field(label), { target: { value } })
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const open = (params = {}) => {
  phone.params = params
  return render(
    <QueryClientProvider client={queryClient}>
      <SuggestPage />
    </QueryClientProvider>,
  )
}

beforeEach(() => {
  queryClient.clear()
  newPhone(answer)
})

test('from a poster: what and where go along, the telephone only where one is given; the receipt stands in groups', async () => {
  open({ place: code })
  await screen.findByText('说的是：南田镇武阳村')
  write(/什么事/, words)
  expect(screen.getByText('写了 10 字，最多 500 字')).toBeTruthy()
  press('send-suggestion')
  await screen.findByText(/最迟 2998年10月20日 转给管这件事的单位/)
  expect(asked('suggest')).toEqual([{ key: onceKey, words, place: code }])
  expect([...document.querySelectorAll('.big-code__group')].map(({ textContent }) => textContent)).toEqual(['ABCD', 'EFGH', 'JKMN'])
  press('copy-receipt')
  await screen.findByText(/已经复制/)
  expect(phone.clipboard).toBe('ABCD EFGH JKMN')
  expect(JSON.stringify([...phone.storage])).not.toContain(words)
})

test('a place that is not meant is left out', async () => {
  open({ place: code })
  await screen.findByText('说的是：南田镇武阳村')
  press('not-this-place')
  write(/什么事/, words)
  write(/留个电话/, ' 16000000001 ')
  press('send-suggestion')
  await screen.findByText('送到了，这是回执号')
  expect(asked('suggest')).toEqual([{ key: onceKey, words, contact: '16000000001' }])
})

test('too little gets a sentence at its field, which is brought into sight, and is not sent', () => {
  open()
  write(/什么事/, ' 路灯 ')
  press('send-suggestion')
  expect(document.getElementById('suggest-words-wrong')?.textContent).toBe('请多写几个字，说清楚是什么事。')
  expect([field(/什么事/).getAttribute('aria-invalid'), phone.shown]).toEqual(['true', ['#suggest-words-field']])
  write(/什么事/, words)
  expect([field(/什么事/).getAttribute('aria-invalid'), document.getElementById('suggest-words-wrong')?.textContent]).toEqual([null, ''])
  write(/留个电话/, '12')
  press('send-suggestion')
  expect(document.getElementById('suggest-contact-wrong')?.textContent).toMatch(/只有 2 位/)
  expect(phone.shown.at(-1)).toBe('#suggest-contact-field')
  expect(asked('suggest')).toEqual([])
})

test('what could not be sent is still there, also after leaving and coming back', async () => {
  phone.answer = () => {
    throw noNetwork
  }
  const first = open()
  write(/什么事/, words)
  write(/留个电话/, '16000000001')
  const above = () => [...document.querySelectorAll('*')].indexOf(document.getElementById('send-suggestion')!)
  const before = above()
  press('send-suggestion')
  await screen.findByText(/还没有送出去，写的还在。请连上网/)
  // What went wrong stands below the button, which has not moved under the finger.
  expect(above()).toBe(before)
  first.unmount()
  phone.answer = answer
  open()
  expect([field(/什么事/).value, field(/留个电话/).value]).toEqual([words, '16000000001'])
  press('send-suggestion')
  await screen.findByText('送到了，这是回执号')
})

test('whoever leaves before the county has answered finds the receipt on coming back', async () => {
  let arrive: (reply: unknown) => void = () => undefined
  phone.answer = () =>
    new Promise((resolve) => {
      arrive = resolve
    })
  const first = open()
  write(/什么事/, words)
  press('send-suggestion')
  await waitFor(() => expect(asked('suggest')).toHaveLength(1))
  first.unmount()
  arrive(answer('bulletin', 'suggest'))
  await waitFor(() => expect(phone.storage.get('suggestion-sent')).toBeTruthy())
  open()
  expect(screen.getByText('送到了，这是回执号')).toBeTruthy()
})

test('the receipt stays until it is written down', async () => {
  const first = open()
  write(/什么事/, words)
  press('send-suggestion')
  await screen.findByText('送到了，这是回执号')
  first.unmount()
  const second = open()
  expect(screen.getByText('EFGH')).toBeTruthy()
  press('receipt-written')
  press('receipt-written-sure')
  expect(field(/什么事/).value).toBe('')
  second.unmount()
  expect(JSON.stringify([...phone.storage])).not.toContain('ABCDEFGHJKMN')
})

test('from a notice: said against it, unless it is not meant', async () => {
  open({ place: code, case: 'c1' })
  await screen.findByText('对公示有不同意见')
  await screen.findByText('说的是：南田镇武阳村的公示')
  write(/什么事/, words)
  press('send-suggestion')
  await screen.findByText('送到了，这是回执号')
  expect(asked('suggest')).toEqual([{ key: onceKey, words, place: code, caseId: 'c1' }])
})
