import { fen } from '#domain/money/money'
import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { PlacePage as Page } from '#contract/bulletin/actions'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { queryClient } from '../../services/wire/query-client'
import PlacePage from './index'

const code = '330328104202'
const page: Page = {
  place: { code, name: '武阳村', town: '南田镇' },
  totals: {
    people: 61,
    households: 40,
    byCategory: [
      { name: '低保户', households: 36 },
      { name: '特困户', households: 'few' },
      { name: '低边户', households: 0 },
    ],
    pairedHouseholds: 40,
    programmes: [
      { name: '低保金', receivers: 55, creditedFen: fen(2_362_250) },
      { name: '临时救助', receivers: 'few' },
    ],
    month: '2020-10',
  },
  notices: [
    { name: '陈*', kind: 'entry', category: '低保户', on: '2020-10-08', reason: '收入低于低保标准' },
    { name: '王**', kind: 'exit', on: '2020-09', reason: '收入稳定了' },
  ],
  noticeDays: 30,
}
const home = { county: { name: '文成县', helpLine: { label: '政务服务热线', phone: '12345' }, reports: true }, policy: [], news: [] }
let place: Page
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const scans = () => phone.asked.filter(({ action }) => action === 'scan')
const open = (params: Record<string, string>) => {
  phone.params = params
  return render(
    <QueryClientProvider client={queryClient}>
      <PlacePage />
    </QueryClientProvider>,
  )
}

beforeEach(() => {
  queryClient.clear()
  place = page
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'home' ? home : action === 'place' ? place : { noted: true } }))
})

test('the ways of the poster come first; a report does not say where it was begun', async () => {
  open({ place: code, scanned: '1' })
  expect([...document.querySelectorAll('.place-rows__title')].map(({ textContent }) => textContent)).toEqual([
    '看政策',
    '提意见',
    '家里有困难，我要申请',
    '我要举报',
  ])
  for (const id of ['see-policy', 'suggest', 'apply', 'report']) press(id)
  expect(phone.visited).toEqual([
    '/bulletin/column/index?column=policy',
    `/bulletin/suggest/index?place=${code}`,
    `/bulletin/apply/index?place=${code}`,
    '/report/write/index',
  ])
  await screen.findByText('南田镇武阳村')
})

test('how many and how much, but never which few', async () => {
  open({ place: code })
  await screen.findByText('40 户，61 人')
  expect(screen.getByText('少于 5 户')).toBeTruthy()
  expect(screen.queryByText('低边户')).toBeNull()
  expect(screen.getByText('55 人领，共 23,622.50 元')).toBeTruthy()
  expect(screen.getByText('少于 5 人领')).toBeTruthy()
})

test('notices say who in one character, what, why, when, for how long, and what to do about a wrong one', async () => {
  open({ place: code })
  await screen.findByText('陈*：列为低保户')
  expect(screen.getByText('王**：不再是低收入农户')).toBeTruthy()
  expect(screen.getByText('2020年9月')).toBeTruthy()
  await screen.findByText('每条公示 30 天。觉得不对，打 12345，或者写下来告诉我们：')
  press('notice-wrong')
  expect(phone.visited).toEqual([`/bulletin/suggest/index?place=${code}`])
})

test('a village without anybody on the register and without notices says what would stand there', async () => {
  place = { ...page, totals: { ...page.totals, people: 0, households: 0, byCategory: [], programmes: [] }, notices: [] }
  open({ place: code })
  await screen.findByText(/没有在册的低收入农户/)
  expect(screen.getByText(/最近 30 天没有新的公示/)).toBeTruthy()
  expect(document.getElementById('notice-wrong')).toBeNull()
})

test('a scan is counted once a day and place, without saying whose', async () => {
  phone.storage.set('session', 'farmers-session')
  open({ place: code, scanned: '1' }).unmount()
  await waitFor(() => expect(phone.storage.get('scans')).toMatchObject({ places: [code] }))
  open({ place: code, scanned: '1' }).unmount()
  open({ place: '330328104203', scanned: '1' })
  await waitFor(() => expect(scans()).toHaveLength(2))
  expect(scans().map(({ input, authorization }) => ({ input, authorization }))).toEqual([
    { input: { place: code }, authorization: undefined },
    { input: { place: '330328104203' }, authorization: undefined },
  ])
})

test('who was led here without a scan is not counted', async () => {
  open({ place: code })
  await screen.findByText('南田镇武阳村')
  expect(scans()).toEqual([])
})

test('without a net the three ways still stand there, no word is lost on the count, and the next scan counts', async () => {
  const { answer } = phone
  phone.answer = () => {
    throw noNetwork
  }
  const first = open({ place: code, scanned: '1' })
  await screen.findByText('没有网络')
  expect(document.getElementById('suggest')).toBeTruthy()
  first.unmount()
  phone.answer = answer
  open({ place: code, scanned: '1' })
  await waitFor(() => expect(phone.storage.get('scans')).toMatchObject({ places: [code] }))
})

test('what is no place’s address is a bad code', () => {
  open({ place: '3303' })
  expect(document.getElementById('bad-code')).toBeTruthy()
})

test('what is only shown yet says until when, and leads to where one says otherwise', async () => {
  place = {
    ...page,
    notices: [
      {
        name: '程**',
        kind: 'entry',
        category: '低保户',
        on: '2998-10-20',
        reason: '公示中',
        showing: { caseId: 'c1', until: '2998-10-24' },
      },
    ],
  }
  open({ place: code })
  await screen.findByText('程**：打算列为低保户')
  expect(screen.getByText(/还没有定，公示到2998年10月24日/)).toBeTruthy()
  press('object-0')
  expect(phone.visited).toEqual([`/bulletin/suggest/index?place=${code}&case=c1`])
})
