import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { DeskMe } from '#contract/office/desk'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { ResetNotice } from './reset-notice'
import { Staff } from './staff'

const wish = {
  id: 'w1',
  staffId: 's9',
  isNew: true,
  name: '新科员',
  role: 'officer',
  agency: '县民政局',
  areas: [],
  reason: '',
  askedBy: '郑专员',
  askedAt: '2999-10-19T01:00:00.000Z',
  state: 'asked',
  deciders: '叶局长（县民政局一把手）',
  can: { decide: true, withdraw: false, see: false },
}
const me = { name: '叶局长', role: 'head', agency: '县民政局' } as DeskMe
const at = (id: string) => document.getElementById(id)!
const inputs = (action: string) => phone.asked.filter((asked) => asked.action === action).map(({ input }) => input)
const shown = (node: JSX.Element) => render(<QueryClientProvider client={queryClient}>{node}</QueryClientProvider>)

let decided = false
beforeEach(() => {
  queryClient.clear()
  decided = false
  newPhone((_fn, action) => {
    if (action === 'decideStaff') decided = true
    const answers: Record<string, unknown> = {
      staff: { staff: [], wishes: [decided ? { ...wish, state: 'approved', can: { ...wish.can, decide: false } } : wish], agencies: [] },
      grants: { grants: [], choices: { purposes: [], areas: [], holders: [], longestDays: 366 } },
      decideStaff: { wish, code: 'ABCDEFGHJKMN', until: '2999-10-20T02:00:00.000Z' },
      withdrawStaff: { wish },
    }
    return { requestId: 'r', data: answers[action] }
  })
})

test('the second person is shown the code, to hand over themselves; it stays in sight when the list is read anew', async () => {
  shown(<Staff me={me} />)
  fireEvent.click(await screen.findByText('同意，给我邀请码'))
  await screen.findByText('ABCD-EFGH-JKMN')
  await screen.findByText('已同意')
  expect(screen.getByText(/请当面交给本人，不要经过郑专员/)).toBeTruthy()
  expect(inputs('decideStaff')).toEqual([{ id: 'w1', approve: true, why: '' }])
})

test('a no wants a why, and nothing is sent without it', async () => {
  shown(<Staff me={me} />)
  fireEvent.click(await screen.findByText('不同意'))
  expect(at('wish-decide-trouble').textContent).toContain('请写一句为什么')
  expect(inputs('decideStaff')).toEqual([])
})

test('whoever did not want a new code stops it from their desk', async () => {
  shown(<ResetNotice resets={[{ id: 'w2', askedBy: '郑专员', askedAt: '2999-10-19T01:00:00.000Z', approvedBy: '叶局长' }]} />)
  expect(at('reset-w2').textContent).toContain('叶局长同意了，邀请码在他手里')
  fireEvent.click(at('reset-stop-w2'))
  await waitFor(() => expect(inputs('withdrawStaff')).toEqual([{ id: 'w2' }]))
})
