import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { DeskMe } from '#contract/office/desk'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { deskKey } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'
import { Pledge } from './pledge'

const me: DeskMe = {
  name: '周敏',
  role: 'data-officer',
  agency: '县民政局',
  agencyId: 'civil-affairs',
  until: '2999-10-20T10:00:00.000Z',
  sections: ['pledge'],
  pledge: { text: '账号一人一个不转借。', hash: 'b'.repeat(64) },
  agencyReady: { head: true, dataOfficer: false },
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

test('who is missing is named; signing sends the hash of what was read', async () => {
  const signed = { ...me, agencyReady: { head: true, dataOfficer: true } }
  newPhone(() => ({ requestId: 'r', data: signed }))
  render(
    <QueryClientProvider client={queryClient}>
      <Pledge me={me} />
    </QueryClientProvider>,
  )
  expect(screen.getByText(/县民政局还差管理专员签字/)).toBeTruthy()
  fireEvent.click(screen.getByText('我已读过，签字'))
  await waitFor(() => expect(queryClient.getQueryData(deskKey)).toEqual(signed))
  expect(phone.asked[0]?.input).toEqual({ hash: 'b'.repeat(64) })
})

test('who signed has nothing more to sign', () => {
  newPhone()
  render(
    <QueryClientProvider client={queryClient}>
      <Pledge me={{ ...me, pledge: { ...me.pledge!, signedOn: '2026-10-01' }, agencyReady: { head: true, dataOfficer: true } }} />
    </QueryClientProvider>,
  )
  expect(screen.getByText(/周敏 .*10月1日签字/)).toBeTruthy()
  expect(document.getElementById('pledge-sign')).toBeNull()
})
