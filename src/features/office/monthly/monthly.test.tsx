import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import type { DeskMe } from '#contract/office/desk'
import type { Monthly } from '#contract/supervision/monthly'
import { addMonths, monthOf } from '#domain/time/dates'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { today } from '../../../services/wire/clock'
import { queryClient } from '../../../services/wire/query-client'
import { MonthlyPaper } from './monthly'

const head: DeskMe = {
  name: '陈局长',
  role: 'head',
  agency: '县民政局',
  agencyId: 'civil-affairs',
  until: '2999-10-20T10:00:00.000Z',
  sections: ['monthly'],
  agencyReady: { head: true, dataOfficer: true },
  resets: [],
  waiting: {
    staff: 0,
    grants: 0,
    requests: 0,
    emergencies: 0,
    articles: 0,
    suggestions: 0,
    reports: 0,
    cases: 0,
    batches: 0,
    schemes: 0,
    refused: 0,
  },
}
const row = {
  staffId: 's1',
  name: '林建国',
  role: 'officer' as const,
  files: 7,
  households: 5,
  lists: 1,
  listed: 50,
  nights: 1,
  weekends: 0,
  refused: 0,
  emergencies: 0,
  exports: 0,
  busiestDay: 3,
  unusual: ['夜里查了 1 次'],
}
const monthly: Monthly = {
  month: addMonths(monthOf(today()), -1),
  agency: '县民政局',
  issued: [],
  rows: [row, { ...row, staffId: 's2', name: '周敏', files: 2, nights: 0, unusual: [] }],
  hash: 'a'.repeat(64),
  over: true,
}
const signed = { by: '陈局长', at: '2026-10-02T01:00:00.000Z', changed: false }
const at = (id: string) => document.getElementById(id)

async function open(shown: Monthly, me = head): Promise<void> {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'signMonthly' ? { ...shown, signed } : shown }))
  render(
    <QueryClientProvider client={queryClient}>
      <MonthlyPaper me={me} />
    </QueryClientProvider>,
  )
  await screen.findByText('林建国')
}

test('what a head should ask about is in words, and the counts are summed', async () => {
  await open(monthly)
  expect(screen.getByText('夜里查了 1 次')).toBeTruthy()
  const total = within(at('monthly-table')!).getAllByRole('row').at(-1)!
  expect([...total.children].slice(0, 3).map((cell) => cell.textContent)).toEqual(['合计', '1 人', '9'])
})

test('the head signs what was shown, and who signed takes the button’s place', async () => {
  await open(monthly)
  fireEvent.click(at('monthly-sign')!)
  await screen.findByText(/陈局长 .*签字/)
  expect(phone.asked.at(-1)).toMatchObject({ action: 'signMonthly', input: { hash: monthly.hash } })
  expect(at('monthly-sign')).toBeNull()
})

test('a record after the signature asks for another look and another signature', async () => {
  await open({ ...monthly, signed: { ...signed, changed: true } })
  expect(screen.getByText('签字后又有新记录，请再看一遍。')).toBeTruthy()
  expect(at('monthly-sign')).toBeTruthy()
})

test('a month that is not over, and somebody who is not the head, have nothing to sign', async () => {
  await open({ ...monthly, over: false })
  expect(at('monthly-sign')).toBeNull()
})

test('an officer of the agency waits for the head', async () => {
  await open(monthly, { ...head, role: 'data-officer' })
  expect(at('monthly-waiting')!.textContent).toContain('一把手')
  expect(at('monthly-sign')).toBeNull()
})
