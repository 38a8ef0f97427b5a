import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { SignIn } from '../../features/own/identity/sign-in'
import { WhatIsKept } from '../../features/own/identity/what-is-kept'
import BindPage from '../../household/bind/index'
import { queryClient } from '../../services/wire/query-client'
import PrivacyPage from './index'

const notice = {
  updatedOn: '2026-11-29',
  sections: [{ title: '谁能看到', lines: ['您自己，和您让看的家人。'] }],
  kept: [{ id: 'requests', what: '要求更正的话', howLong: '答复以后 3 年', why: '好查改没改' }],
  helpLine: { label: '政务服务热线', phone: '12345' },
}
const shown = (node: JSX.Element) => render(<QueryClientProvider client={queryClient}>{node}</QueryClientProvider>)

beforeEach(() => {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'privacy' ? notice : {} }))
  phone.params = {}
})

test('what is kept, why, how long, and whom to ask', async () => {
  shown(<PrivacyPage />)
  await screen.findByText('您自己，和您让看的家人。')
  expect(screen.getByText('要求更正的话：答复以后 3 年')).toBeTruthy()
  expect(screen.getByText('好查改没改')).toBeTruthy()
  expect(screen.getByLabelText('拨打政务服务热线的电话')).toBeTruthy()
})

test('it is there in 我的, before signing in, and before binding a phone', () => {
  const ways = [
    [<WhatIsKept key="kept" />, 'privacy'],
    [<SignIn key="sign-in" onSignedIn={() => undefined} />, 'privacy-first'],
    [<BindPage key="bind" />, 'privacy-first'],
  ] as const
  phone.params = { token: '1ABCDEFGHJKMNPQRSTVWXYZ23' }
  for (const [node, id] of ways) {
    const { unmount } = shown(node)
    fireEvent.click(document.getElementById(id)!)
    unmount()
  }
  expect(phone.visited).toEqual(ways.map(() => '/bulletin/privacy/index'))
})
