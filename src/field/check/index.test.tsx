import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import ChecksPage from '../checks/index'
import CheckPage from './index'

const due = { id: 'c1', who: '程**', village: '三垟坪村', kind: 'recognise', dueOn: '2998-10-23', late: false }
const answers: Record<string, unknown> = {
  checks: { checks: [due] },
  checkAt: { ...due, members: [{ name: '程阿婆', relation: '户主' }], hardship: '家里有人生病，花钱多', asked: '请看药费单' },
  check: { noted: true },
}
const answer = (_fn: string, action: string) => ({ requestId: 'r', data: answers[action] })
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const wrong = (id: string) => document.getElementById(`${id}-wrong`)?.textContent
const open = (page = <CheckPage />) => {
  phone.params = { id: 'c1' }
  return render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
}

beforeEach(() => {
  queryClient.clear()
  newPhone(answer)
})

test('the list says who, where, what for and until when, and leads there', async () => {
  open(<ChecksPage />)
  await screen.findByText('程** · 三垟坪村')
  expect(screen.getByText('认定，2998年10月23日前')).toBeTruthy()
  press('check-c1')
  expect(phone.visited).toEqual(['/field/check/index?id=c1'])
})

test('at the door: whom to ask for, one form, amounts in 元; what is empty is missing and not nothing', async () => {
  open()
  await screen.findByText('镇里说：请看药费单')
  press('send-check')
  expect(wrong('check-met')).toBe('请写见到了谁；没见到人，就写没见到。')
  write('见到谁', '本人')
  press('send-check')
  expect(wrong('check-consent')).toBe('请问一声同不同意，再选。')
  press('check-consent-yes')
  write('收入：补贴、养老金、子女给的', '一千二')
  write('看到什么、听到什么', '老人腿脚不便')
  press('send-check')
  expect(wrong('check-transferFen')).toContain('请写数字')
  write('收入：补贴、养老金、子女给的', '1200')
  press('check-opinion-fits')
  press('send-check')
  await screen.findByText('记下来了')
  expect(phone.asked.at(-1)).toMatchObject({
    action: 'check',
    input: {
      id: 'c1',
      found: { met: '本人', consent: true, people: 1, income: { transferFen: 120000 }, seen: '老人腿脚不便', opinion: 'fits' },
    },
  })
  expect(JSON.stringify([...phone.storage])).not.toContain('腿脚不便')
})

test('without net it stays on the phone', async () => {
  const first = open()
  await screen.findByText('镇里说：请看药费单')
  write('见到谁', '邻居')
  press('check-consent-no')
  write('看到什么、听到什么', '门锁着，邻居说在县城')
  press('check-opinion-unsure')
  phone.answer = () => {
    throw noNetwork
  }
  press('send-check')
  await screen.findByText(/填的还在这部手机上/)
  first.unmount()
  phone.answer = answer
  open()
  await screen.findByText('镇里说：请看药费单')
  expect(screen.getByLabelText<HTMLInputElement>('见到谁').value).toBe('邻居')
})
