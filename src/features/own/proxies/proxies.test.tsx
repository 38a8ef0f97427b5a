import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Proxy } from '#contract/household/farmer'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { today } from '../../../services/wire/clock'
import { queryClient } from '../../../services/wire/query-client'
import { Proxies } from './proxies'
import { untilOf } from './terms'

const proxy: Proxy = {
  id: 'p1',
  name: '陈小妹',
  relation: '女儿',
  parts: ['money'],
  from: '2999-10-12',
  until: '2999-11-12',
  by: 'self',
  state: 'active',
}
const open = (proxies: Proxy[]) =>
  render(
    <QueryClientProvider client={queryClient}>
      <Proxies proxies={proxies} />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('a relative is named, sees what is left checked, until the chosen day; their code is shown large and can be copied', async () => {
  newPhone((_fn, _action, input) => ({
    requestId: 'r',
    data: { proxy: { ...proxy, ...input, state: 'waiting' }, code: 'ABCDEFGHJKMN', codeUntil: '2999-10-13T00:30:00.000Z' },
  }))
  open([])
  expect(screen.getByText(/还没有让家人看/)).toBeTruthy()
  press('add-proxy')
  press('allow')
  expect(screen.getByText('请写家人的姓名。')).toBeTruthy()
  type('家人的姓名', '陈小妹')
  type('是您的什么人', '女儿')
  press('proxy-part-members')
  press('proxy-term-1')
  press('allow')
  await waitFor(() => expect(document.getElementById('proxy-code')?.textContent).toBe('ABCDEFGHJKMN'))
  expect(phone.asked[0]?.input).toEqual({
    name: '陈小妹',
    relation: '女儿',
    parts: ['money', 'dividends', 'awards', 'policies', 'helpers', 'income'],
    until: untilOf('1', today()),
  })
  press('copy-code')
  await screen.findByText(/已经复制/)
  expect(phone.clipboard).toBe('ABCD-EFGH-JKMN')
})

test('taking it back is asked twice', async () => {
  newPhone(() => ({ requestId: 'r', data: { proxies: [{ ...proxy, state: 'revoked' }] } }))
  open([proxy])
  expect(screen.getByText('看得到，到2999年11月12日')).toBeTruthy()
  press('stop-p1')
  expect(phone.asked).toEqual([])
  press('stop-p1-sure')
  await waitFor(() => expect(queryClient.getQueryData(['own', 'proxies'])).toEqual({ proxies: [{ ...proxy, state: 'revoked' }] }))
})

test('what is over cannot be taken back', () => {
  newPhone()
  open([
    { ...proxy, state: 'ended' },
    { ...proxy, id: 'p2', state: 'revoked' },
  ])
  expect(document.querySelector('[id^="stop-"]')).toBeNull()
})
