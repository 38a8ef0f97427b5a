import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Requests } from './requests'

const request = {
  id: 'r1',
  kind: 'correction',
  about: '残疾人护理补贴',
  words: '三个月没有到了。',
  at: '2026-10-19T01:00:00.000Z',
  place: '南田镇高村',
  from: '陈**',
}
const answered = { ...request, answer: '户名改好了，下月补发。', answeredBy: '周敏', answeredAt: '2026-10-20T01:00:00.000Z' }
const at = (id: string) => document.getElementById(id)!

test('an answer that did not get through stays, and says so; then it does, and stands under 已答复', async () => {
  queryClient.clear()
  let through = false
  newPhone((_fn, action, input) => {
    if (action === 'answer')
      return through
        ? { requestId: 'r', data: { request: answered } }
        : { requestId: 'r', error: { code: 'internal', message: '这一步没有办成，您填的内容还在。' } }
    return { requestId: 'r', data: { requests: input['open'] === through ? [] : [through ? answered : request] } }
  })
  render(
    <QueryClientProvider client={queryClient}>
      <Requests today="2026-10-20" draw={(file) => <p>{`${file.head}的档案`}</p>} />
    </QueryClientProvider>,
  )
  fireEvent.click(await screen.findByText('写答复'))
  fireEvent.change(at('request-words-r1'), { target: { value: '户名改好了，下月补发。' } })
  fireEvent.click(at('request-answer-r1'))
  await screen.findByText('这一步没有办成，您填的内容还在。')
  expect((at('request-words-r1') as HTMLTextAreaElement).value).toBe('户名改好了，下月补发。')
  through = true
  fireEvent.click(at('request-answer-r1'))
  await screen.findByText(/没有等答复的/)
  fireEvent.click(at('tab-answered'))
  await screen.findByText('户名改好了，下月补发。')
  expect(phone.asked.filter(({ action }) => action === 'answer')).toHaveLength(2)
})

test('of a need is said whether it was met, and nothing goes before', async () => {
  queryClient.clear()
  const need = { ...request, kind: 'need', about: '饮水、水管', late: false }
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'answer' ? { request: need } : { requests: [need] } }))
  render(
    <QueryClientProvider client={queryClient}>
      <Requests today="2026-10-20" draw={(file) => <p>{`${file.head}的档案`}</p>} />
    </QueryClientProvider>,
  )
  fireEvent.click(await screen.findByText('写答复'))
  fireEvent.change(at('request-words-r1'), { target: { value: '水管接好了。' } })
  fireEvent.click(at('request-answer-r1'))
  await screen.findByText('请选办好了，还是办不了。')
  fireEvent.change(at('request-met-r1'), { target: { value: 'met' } })
  fireEvent.click(at('request-answer-r1'))
  await waitFor(() => expect(phone.asked.map(({ action }) => action)).toContain('answer'))
  expect(phone.asked.find(({ action }) => action === 'answer')?.input).toEqual({ id: 'r1', words: '水管接好了。', met: true })
})

test('what is late says so, and the household opens for it with one press', async () => {
  queryClient.clear()
  newPhone((_fn, action) => ({
    requestId: 'r',
    data:
      action === 'openRequest'
        ? { request, file: { head: '陈**' }, until: '2026-10-20T03:00:00.000Z' }
        : { requests: [{ ...request, dueOn: '2026-10-19', late: true }] },
  }))
  render(
    <QueryClientProvider client={queryClient}>
      <Requests today="2026-10-20" draw={(file) => <p>{`${file.head}的档案`}</p>} />
    </QueryClientProvider>,
  )
  await screen.findByText('过期了，10月19日就该答复')
  fireEvent.click(at('request-file-r1'))
  await screen.findByText('陈**的档案')
  expect(screen.getByText(/只为这一件看.*农户看得到/)).toBeTruthy()
  expect(phone.asked.filter(({ action }) => action === 'openRequest')).toHaveLength(1)
})

test('of money that has not come stands its way: plan, bank and what was said, with the file of each', async () => {
  queryClient.clear()
  const way = [
    { step: 'plan', words: '10月的发放计划：570 元', on: '2026-10-08', source: { file: '一卡通.xlsx', sheet: '南田镇', row: 12 } },
    { step: 'bank', words: '银行说到账 570 元', on: '2026-10-15' },
    { step: 'said', words: '本人说没收到', on: '2026-10-19' },
  ]
  newPhone(() => ({ requestId: 'r', data: { requests: [{ ...request, kind: 'money', late: false, way }] } }))
  render(
    <QueryClientProvider client={queryClient}>
      <Requests today="2026-10-20" draw={(file) => <p>{`${file.head}的档案`}</p>} />
    </QueryClientProvider>,
  )
  await screen.findByText('说钱不对：残疾人护理补贴')
  expect([...screen.getByLabelText('这笔钱走到哪里').children].map(({ textContent }) => textContent)).toEqual([
    '计划10月的发放计划：570 元10月8日 · 《一卡通.xlsx》“南田镇”第 12 行',
    '银行银行说到账 570 元10月15日',
    '农户本人说没收到10月19日',
  ])
})
