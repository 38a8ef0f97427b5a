import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { RegisterOn } from '#contract/office/register'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { today } from '../../../services/wire/clock'
import { queryClient } from '../../../services/wire/query-client'
import { RegisterRoom } from './register'

const counts = { recognised: 5, restored: 1, exited: 2, died: 1, onRegister: 3, households: 2 }
const then: RegisterOn = {
  day: today(),
  ...counts,
  towns: [{ code: '330328100', name: '大峃镇', ...counts }],
  categories: [{ id: 'minimum-living', name: '低保户', people: 3, households: 2 }],
}

beforeEach(() => {
  queryClient.clear()
  newPhone(() => ({ requestId: 'r', data: then }))
})
const show = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <RegisterRoom />
    </QueryClientProvider>,
  )

test('the balance of today, by town and category', async () => {
  show()
  expect(await screen.findByText('认定 5 + 恢复 1 − 退出 2 − 去世 1 = 在册 3 人')).toBeTruthy()
  expect(screen.getByText('大峃镇')).toBeTruthy()
  expect(screen.getByText('低保户')).toBeTruthy()
})

test('what does not add up is said, and not written as if it did', async () => {
  newPhone(() => ({ requestId: 'r', data: { ...then, onRegister: 5 } }))
  show()
  expect(await screen.findByText('认定 5 + 恢复 1 − 退出 2 − 去世 1 = 3 人')).toBeTruthy()
  expect(document.getElementById('register-unbalanced')!.textContent).toContain('差 2 人')
})

test('another day is asked for; one that is yet to come is not', async () => {
  show()
  await screen.findByText(/在册 3 人、2 户/)
  fireEvent.change(document.getElementById('register-day')!, { target: { value: '2026-01-31' } })
  await screen.findByText(/在册 3 人、2 户/)
  expect(phone.asked.at(-1)?.input).toEqual({ day: '2026-01-31' })
  const asked = phone.asked.length
  fireEvent.change(document.getElementById('register-day')!, { target: { value: '2999-01-01' } })
  expect(await screen.findByText('请选今天或以前的一天。')).toBeTruthy()
  expect(phone.asked).toHaveLength(asked)
})
