import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import CodePage from './index'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23'
const open = (scanned: string) => {
  newPhone()
  phone.params = { token: scanned }
  return render(
    <QueryClientProvider client={queryClient}>
      <CodePage />
    </QueryClientProvider>,
  )
}

test('a code whose form is wrong gets a sentence and no request', () => {
  open('https://pay.example/qr/1')
  expect(screen.getByText('这不是小康码，或者没有扫全')).toBeTruthy()
  expect([phone.asked, phone.visited]).toEqual([[], []])
})

test.each([
  ['a card', `https://xk.example/c/${token}`, `/household/file/index?token=${token}`],
  ['a poster', 'https://xk.example/p/330328104202', '/bulletin/place/index?place=330328104202&scanned=1'],
])('%s goes on to its page, without a word of a bad code and without any request', (_, scanned, path) => {
  open(scanned)
  expect(phone.visited).toEqual([path])
  expect(document.getElementById('bad-code')).toBeNull()
  expect(phone.asked).toEqual([])
})
