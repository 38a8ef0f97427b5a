import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Enrol } from './enrol'

const ticket = {
  name: '欧阳丽华',
  role: 'officer',
  agency: '县民政局',
  secret: 'JBSWY3DPEHPK3PXP',
  uri: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
  ticket: 't1',
}
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const press = (id: string) => fireEvent.click(at(id))

beforeEach(async () => {
  newPhone((_fn, action) =>
    action === 'enrolStart'
      ? { requestId: 'r', data: ticket }
      : { requestId: 'r', error: { code: 'bad-input', message: '这个登录名有人用了，请换一个。' } },
  )
  render(
    <QueryClientProvider client={queryClient}>
      <Enrol onBack={() => undefined} />
    </QueryClientProvider>,
  )
  fill('enrol-code', 'abcd-efgh-jkmn')
  press('enrol-start')
  await screen.findByText(/为 欧阳丽华（工作人员，县民政局）开通/)
})

test('the code says whom it is for; the secret is there as a picture and in groups of four', () => {
  expect(at('enrol-qr').getAttribute('src')).toContain('svg')
  expect(at('enrol-secret').textContent).toBe('JBSW Y3DP EHPK 3PXP')
})

test('a short passphrase and two that differ are told apart, and nothing is sent', () => {
  fill('enrol-login', 'ouyang')
  fill('enrol-passphrase', '太短了')
  press('enrol-finish')
  expect(at('enrol-finish-trouble').textContent).toContain('至少 12 个字，现在有 3 个')
  fill('enrol-passphrase', '一句自己好记的话没人猜得到')
  fill('enrol-again', '另外一句自己好记的话猜不到')
  press('enrol-finish')
  expect(at('enrol-finish-trouble').textContent).toContain('两次填的口令不一样')
  expect(phone.asked).toHaveLength(1)
})

test('a login name that is taken leaves everything but the dynamic code', async () => {
  fill('enrol-login', 'ouyang')
  fill('enrol-passphrase', '一句自己好记的话没人猜得到')
  fill('enrol-again', '一句自己好记的话没人猜得到')
  fill('enrol-totp', '123456')
  press('enrol-finish')
  await screen.findByText('这个登录名有人用了，请换一个。')
  expect((at('enrol-passphrase') as HTMLInputElement).value).toBe('一句自己好记的话没人猜得到')
  expect((at('enrol-totp') as HTMLInputElement).value).toBe('')
})
