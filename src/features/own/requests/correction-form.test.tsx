import { fen } from '#domain/money/money'
import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { AwardLine, PaymentLine } from '#contract/household/actions'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { CorrectionForm } from './correction-form'

const failed: PaymentLine = {
  id: 'p2',
  programme: 'disability-care',
  name: '残疾人护理补贴',
  month: '2999-10',
  period: '2999年10月',
  dueFen: fen(25000),
  state: 'failed',
}
const listed: AwardLine = {
  id: 'a1',
  programme: 'disability-care',
  name: '重度残疾人护理补贴',
  period: '2998-Q3',
  amountFen: fen(75000),
  agency: '县残疾人联合会',
}
const request = { id: 'q', kind: 'correction', about: '钱', words: '没收到', at: '2999-10-12T00:00:00.000Z', to: '县残联' }
const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <CorrectionForm payments={[failed]} awards={[listed]} />
    </QueryClientProvider>,
  )
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const write = (words: string) => fireEvent.change(screen.getByLabelText(/怎么不对/), { target: { value: words } })

beforeEach(() => newPhone(() => ({ requestId: 'r', data: { request } })))

test('a payment that is chosen goes where payments of that kind go', async () => {
  open()
  press('part-money')
  fireEvent.click(screen.getByRole('radio', { name: /残疾人护理补贴 250 元/ }))
  write('卡号写错了')
  press('correct')
  await screen.findByText('已送到 县残联。答复会写在下面。')
  expect(phone.asked[0]?.input).toEqual({
    key: expect.stringMatching(/^[0-9a-f]{32}$/),
    part: 'money',
    paymentId: 'p2',
    words: '卡号写错了',
  })
})

test('without a part it asks for one; another part carries no payment', async () => {
  open()
  write('女儿已经分户了')
  press('correct')
  expect(document.getElementById('part-wrong')?.textContent).toBe('请先选哪里不对。')
  expect(phone.shown).toEqual(['#part-field'])
  press('part-members')
  expect(screen.queryByText('是哪一笔？')).toBeNull()
  press('correct')
  await screen.findByText(/已送到/)
  expect(phone.asked[0]?.input).toEqual({ key: expect.stringMatching(/^[0-9a-f]{32}$/), part: 'members', words: '女儿已经分户了' })
})

test('what a list says is corrected line by line', async () => {
  open()
  press('part-awards')
  fireEvent.click(screen.getByRole('radio', { name: '重度残疾人护理补贴 750 元（2998年第三季度，县残疾人联合会的名册）' }))
  write('等级写错了')
  press('correct')
  await screen.findByText(/已送到/)
  expect(phone.asked[0]?.input).toEqual({
    key: expect.stringMatching(/^[0-9a-f]{32}$/),
    part: 'awards',
    awardId: 'a1',
    words: '等级写错了',
  })
})

test('when it fails, what was written stays', async () => {
  newPhone()
  open()
  press('part-money')
  write('少了 20 元')
  press('correct')
  await screen.findByText(/还没有送出去，写的还在/)
  expect(screen.getByLabelText<HTMLTextAreaElement>(/怎么不对/).value).toBe('少了 20 元')
})
