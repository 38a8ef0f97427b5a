import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { OwnVisit, OwnVisits } from '#contract/household/own-visits'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import VisitsPage from './index'

const visit: OwnVisit = {
  ...{ id: 'v', on: '2999-09-28', unit: '县农业农村局', role: '帮扶干部', who: '林建国', unchanged: false },
  ...{ met: '本人', talked: '养鸡', wrote: ['住的房子：漏雨、要修'] },
  needs: [
    {
      topic: '修房子',
      words: '屋顶漏雨',
      to: '县住建局',
      dueOn: '2999-10-13',
      answer: '排进今年的计划',
      answeredOn: '2999-10-02',
      met: true,
    },
  ],
}
const visits: OwnVisits = { head: '陈阿公', relation: 'self', today: '2999-10-01', visits: [visit] }
const reply = (data: unknown) => ({ requestId: 'r', data })
const open = (params = {}) => {
  phone.params = params
  render(
    <QueryClientProvider client={queryClient}>
      <VisitsPage />
    </QueryClientProvider>,
  )
}
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
beforeEach(() => queryClient.clear())

test('who came, what was talked of, how far it is; one tap says that nobody came, and who has been told', async () => {
  const denied: OwnVisit = {
    ...visit,
    told: { said: 'came-not', by: 'own', on: '2999-10-01' },
    asked: { to: '县纪委县监委', dueOn: '2999-10-16' },
  }
  newPhone((_fn, action) => reply(action === 'visits' ? visits : { visit: denied }))
  open()
  await screen.findByText('9月28日 帮扶干部 林建国来过')
  expect(screen.getByText('谈了：养鸡')).toBeTruthy()
  expect(screen.getByText('县住建局10月2日说办好了：排进今年的计划')).toBeTruthy()
  press('said-v-came-not')
  await screen.findByText('您10月1日说：没来过')
  expect(screen.getByText('已告诉县纪委县监委，最晚10月16日答复')).toBeTruthy()
  expect(phone.asked.at(-1)?.input).toEqual({ visitId: 'v', said: 'came-not' })
  press('said-v')
  expect(document.getElementById('said-v-came')).toBeTruthy()
})

test('without a net it says so and can be pressed again; a relative asks for whom they look', async () => {
  newPhone((_fn, action) => {
    if (action === 'visits') return reply(visits)
    throw noNetwork
  })
  open({ proxyId: 'proxy-9' })
  await screen.findByText('9月28日 帮扶干部 林建国来过')
  press('said-v-came')
  await screen.findByText(/还没有送出去，请再点一次。/)
  expect(phone.asked.at(-1)?.input).toEqual({ proxyId: 'proxy-9', visitId: 'v', said: 'came' })
})
