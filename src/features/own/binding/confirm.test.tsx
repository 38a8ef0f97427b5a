import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { CodeToken } from '#domain/access/code-token'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Confirm } from './confirm'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23' as CodeToken
const reply = (data: unknown) => ({ requestId: 'r', data })
const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <Confirm token={token} />
    </QueryClientProvider>,
  )
const press = () => fireEvent.click(document.getElementById('confirm')!)
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('wrong digits say why and stay', async () => {
  newPhone(() => ({ requestId: 'r', error: { code: 'not-found', message: '对不上。请看着农户的手机再输一遍。' } }))
  open()
  type('农户手机上的 6 个数字', '48291')
  press()
  expect(phone.asked).toEqual([])
  type('农户手机上的 6 个数字', '482 913')
  press()
  await screen.findByText('对不上。请看着农户的手机再输一遍。')
  expect(screen.getByLabelText<HTMLInputElement>('农户手机上的 6 个数字').value).toBe('482 913')
})

test('a child needs a guardian, who is named and sent along', async () => {
  newPhone((_fn, _action, input) =>
    reply(input['guardian'] ? { kind: 'bound', name: '陈**' } : { kind: 'guardian-needed', age: 12, under: 14 }),
  )
  open()
  type('农户手机上的 6 个数字', '482913')
  press()
  await screen.findByText(/这是 12 岁的孩子，不满 14 岁要由监护人代管/)
  press()
  expect(screen.getByText('请写监护人的姓名。')).toBeTruthy()
  type('监护人姓名', '李芳')
  type('是孩子的什么人', '母亲')
  press()
  await screen.findByText(/已给 陈\*\* 绑好/)
  expect(phone.asked.at(-1)?.input).toEqual({ token, code: '482913', guardian: { name: '李芳', relation: '母亲' } })
})
