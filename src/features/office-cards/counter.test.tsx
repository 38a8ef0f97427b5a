import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/query-client'
import { Counter } from './counter'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23'
const card = { name: '陈**', place: '南田镇高村', child: false, phone: '138********', phones: [{ id: 'b1', platform: 'wechat', boundOn: '2026-10-01' }], proxies: [] }
const answers = { invite: { code: 'ABCDEFGHJKMN', until: '2999-10-20T02:00:00.000Z' }, registerPhone: { phone: '139********' }, unbindPhone: { left: true } }

const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const press = (id: string) => fireEvent.click(at(id))

async function layDown(over: object = {}): Promise<void> {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'card' ? { ...card, ...over } : answers[action as keyof typeof answers] }))
  render(<QueryClientProvider client={queryClient}><Counter /></QueryClientProvider>)
  fill('card-token', `https://xiaokang.example/c/${token}`)
  press('card-open')
  await screen.findByText('陈** · 南田镇高村')
}

test('what is no card is not sent', () => {
  newPhone()
  render(<QueryClientProvider client={queryClient}><Counter /></QueryClientProvider>)
  fill('card-token', '12345')
  press('card-open')
  expect(at('card-open-trouble').textContent).toContain('这不是小康码')
  expect(phone.asked).toEqual([])
})

test('a sign-in code is shown large, with its end, until it has been handed over', async () => {
  await layDown()
  press('card-invite')
  await screen.findByText('ABCD-EFGH-JKMN')
  expect(screen.getByText(/只用一次/)).toBeTruthy()
  press('card-code-done')
  await screen.findByText('发登录码', { selector: 'button' })
  expect(document.getElementById('card-code')).toBeNull()
})

test('for a child the guardian has to be named', async () => {
  await layDown({ child: true })
  press('card-invite')
  expect(at('card-invite-trouble').textContent).toContain('监护人')
  fill('guardian-name', '陈大')
  fill('guardian-relation', '父亲')
  press('card-invite')
  await screen.findByText('ABCD-EFGH-JKMN')
  expect(phone.asked.at(-1)?.input).toEqual({ token, guardian: { name: '陈大', relation: '父亲' } })
})

test('a new number shows masked and a lost phone is gone, without looking at the card again', async () => {
  await layDown()
  fill('card-phone-new', '13900001111')
  press('card-phone-save')
  await screen.findByText('登记的手机号：139********')
  press('card-unbind-b1')
  press('card-unbind-b1-sure')
  await waitFor(() => expect(document.getElementById('card-unbind-b1-sure')).toBeNull())
  expect(phone.asked.filter(({ action }) => action === 'card')).toHaveLength(1)
})
