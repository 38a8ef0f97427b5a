import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import type { DeskMe } from '#contract/office/desk'
import type { GrantRow } from '#contract/office/granting'
import { daysAfter } from '#domain/time/dates'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { today } from '../../../services/wire/clock'
import { queryClient } from '../../../services/wire/query-client'
import { Grants } from './grants'

const me: DeskMe = {
  name: '陈局长',
  role: 'head',
  agency: '县民政局',
  agencyId: 'civil-affairs',
  until: '2999-10-20T10:00:00.000Z',
  sections: ['grants'],
  agencyReady: { head: true, dataOfficer: true },
  resets: [],
  waiting: {
    staff: 0,
    grants: 1,
    requests: 0,
    emergencies: 1,
    articles: 0,
    suggestions: 0,
    reports: 0,
    cases: 0,
    batches: 0,
    schemes: 0,
    refused: 0,
  },
}
const grant = (over: Partial<GrantRow>): GrantRow => ({
  id: 'g1',
  holder: '林建国（县民政局）',
  agency: '县民政局',
  purpose: 'funds-check',
  purposeLabel: '资金发放核查',
  area: '330328101',
  areaName: '南田镇',
  parts: ['money'],
  fields: [],
  from: '2020-01-01',
  until: '2999-12-31',
  state: 'approved',
  usable: true,
  emergency: false,
  reason: '核对没到账的户',
  askedBy: '周敏',
  askedAt: '2999-10-19T01:00:00.000Z',
  can: { decide: false, revoke: false, acknowledge: false },
  ...over,
})
const waiting = grant({ id: 'g2', state: 'asked', usable: false, can: { decide: true, revoke: false, acknowledge: false } })
const urgent = grant({
  id: 'e1',
  emergency: true,
  usable: false,
  reason: '老人走失，要找家属',
  until: '2020-01-02',
  can: { decide: false, revoke: false, acknowledge: true },
})
const choices = {
  purposes: [{ id: 'funds-check', label: '资金发放核查', parts: ['money', 'policies'] }],
  areas: [{ code: '330328101', name: '南田镇', villages: [{ code: '330328101201', name: '高村' }] }],
  holders: [{ id: 'agency:civil-affairs', label: '县民政局' }],
  longestDays: 366,
}

const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const press = (id: string) => fireEvent.click(at(id))
const last = () => phone.asked.filter(({ action }) => action !== 'grants').at(-1)

async function open(grants: GrantRow[], answer: unknown = { grant: grant({}) }): Promise<void> {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'grants' ? { grants, choices } : answer }))
  render(
    <QueryClientProvider client={queryClient}>
      <Grants me={me} />
    </QueryClientProvider>,
  )
  await screen.findByRole('group', { name: '按状态看' })
}

test('each state is a word, and the filter leaves only those', async () => {
  await open([
    grant({}),
    waiting,
    grant({ id: 'g3', usable: false, until: '2020-02-01' }),
    grant({ id: 'g4', state: 'refused', usable: false }),
  ])
  for (const words of ['可用', '等您定', '已到期', '没同意']) expect(screen.getByText(words)).toBeTruthy()
  fireEvent.click(screen.getByText('等同意', { selector: 'button' }))
  expect(within(at('grants-table')).getAllByRole('row')).toHaveLength(2)
})

test('a refusal without a reason is not sent; with one it is', async () => {
  await open([waiting])
  press('grant-decide-g2')
  press('grant-refuse-g2')
  expect(at('grant-decide-trouble').textContent).toContain('请写一句原因')
  expect(last()).toBeUndefined()
  fill('grant-why', '范围太大')
  press('grant-refuse-g2')
  await screen.findByText('等您定')
  expect(last()).toMatchObject({ action: 'decideGrant', input: { id: 'g2', approve: false, why: '范围太大' } })
})

test('emergencies stand before the table and are acknowledged with one press', async () => {
  await open([grant({}), urgent])
  expect(
    screen.getByText('有 1 次紧急查询，请您过目').compareDocumentPosition(at('grants-table')) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy()
  press('grant-ack-e1')
  await screen.findAllByText(/老人走失/)
  expect(last()).toMatchObject({ action: 'acknowledge', input: { id: 'e1' } })
})

test('asking: the purpose brings its parts, numbers in full bring a warning, and what is missing is said one by one', async () => {
  await open([])
  press('grant-ask-open')
  press('grant-ask')
  expect(at('grant-ask-trouble').textContent).toBe('请选办什么事。')
  fill('grant-purpose', 'funds-check')
  press('grant-ask')
  expect(at('grant-ask-trouble').textContent).toContain('请选地方')
  fill('grant-area', '330328101')
  fill('grant-area-village', '330328101201')
  press('grant-parts-policies')
  press('grant-fields-card')
  expect(at('grant-fields-warning').textContent).toContain('银行卡号会完整显示')
  fill('grant-reason', '核对没到账的户')
  press('grant-ask')
  await screen.findByText(/申请交上去了/)
  expect(last()?.input).toEqual({
    holder: 'agency:civil-affairs',
    purpose: 'funds-check',
    area: '330328101201',
    parts: ['money'],
    fields: ['card'],
    from: today(),
    until: daysAfter(today(), 90),
    reason: '核对没到账的户',
  })
})
