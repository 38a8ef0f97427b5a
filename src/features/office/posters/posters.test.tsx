import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import type { Scans } from '#contract/office/publishing'
import { publishing } from '#contract/office/publishing'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { today } from '../../../services/wire/clock'
import { queryClient } from '../../../services/wire/query-client'
import { saveFile } from '../../../services/share/save-file'
import { everyDay, rangeFault, recent } from './range'
import { Posters } from './posters'

jest.mock('../../../services/share/save-file')

const at = (id: string) => document.getElementById(id)!
const press = (id: string) => fireEvent.click(at(id))
const day = today()
const asked = () => phone.asked.map(({ input }) => input)
const heights = () => [...document.querySelectorAll<HTMLElement>('.day-bars__bar')].map((bar) => bar.style.height)

const scanned: Scans = {
  total: 6,
  days: [
    { day, count: 4 },
    { day: recent(day).from, count: 2 },
  ],
  places: [
    { code: '330328101201', name: '南田镇高村', count: 5 },
    { code: '330328101202', name: '南田镇"新"村', count: 1 },
  ],
}

async function open(scans: Scans): Promise<void> {
  queryClient.clear()
  newPhone(() => ({ requestId: 'r', data: scans }))
  render(
    <QueryClientProvider client={queryClient}>
      <Posters />
    </QueryClientProvider>,
  )
  await screen.findByText(scans.total === 0 ? /没有人扫过海报/ : /一共扫了/)
}

test('thirty days with their bars, days without a scan as nought, and every number in the table', async () => {
  await open(scanned)
  expect(asked()).toEqual([recent(day)])
  expect(publishing.scans.input.safeParse(recent(day)).success).toBe(true)
  expect(at('scans-total').textContent).toBe('一共扫了 6 次')
  expect(heights()).toEqual(['max(2px, 50%)', ...Array<string>(28).fill('0px'), 'max(2px, 100%)'])
  expect(at('scans-words').textContent).toContain('4 次。28 天没有人扫。')
  press('scans-as-table')
  const rows = within(at('scans-days'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.lastElementChild!.textContent)
  expect(rows).toEqual(['4', ...Array<string>(28).fill('0'), '2'])
})

test('places stand in order with their numbers and bars', async () => {
  await open(scanned)
  expect(
    within(at('scans-places'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['1. 南田镇高村5 次', '2. 南田镇"新"村1 次'])
  expect([...document.querySelectorAll<HTMLElement>('.places__bar')].map(({ style }) => style.width)).toEqual(['100%', '20%'])
})

test('of hundreds of places the first twenty stand there, and all of them once somebody wants them', async () => {
  const places = Array.from({ length: 21 }, (_, i) => ({ code: String(330328101201 + i), name: `${i}村`, count: 30 - i }))
  await open({ ...scanned, places })
  expect(within(at('scans-places')).getAllByRole('listitem')).toHaveLength(20)
  fireEvent.click(screen.getByText('看全部 21 个地方'))
  expect(within(at('scans-places')).getAllByRole('listitem').at(-1)!.textContent).toBe('21. 20村10 次')
})

test('files hold every day and every place, for Excel', async () => {
  await open(scanned)
  press('scans-save-days')
  press('scans-save-places')
  const [[, days], [, places]] = jest.mocked(saveFile).mock.calls as [[string, string, string], [string, string, string]]
  expect(days.split('\r\n')).toHaveLength(32)
  expect(days).toMatch(new RegExp(`^\uFEFF"日期","次数"\r\n"${recent(day).from}","2"\r\n`))
  expect(places).toBe('\uFEFF"地方","区划代码","次数"\r\n"南田镇高村","330328101201","5"\r\n"南田镇""新""村","330328101202","1"\r\n')
})

test('without a scan it says what will be here', async () => {
  await open({ total: 0, days: [], places: [] })
  expect(screen.getByText(/海报在村里贴出去/)).toBeTruthy()
  expect(document.querySelector('.day-bars')).toBeNull()
})

test('days that make no sense are not asked for', async () => {
  await open(scanned)
  press('tab-own')
  fireEvent.change(at('scans-from'), { target: { value: '2020-01-01' } })
  expect(at('scans-fault').textContent).toContain('一次最多看 366 天')
  expect(asked()).toHaveLength(1)
  fireEvent.change(at('scans-until'), { target: { value: '2020-12-31' } })
  await screen.findByText(/一共扫了/)
  expect(asked()[1]).toEqual({ from: '2020-01-01', until: '2020-12-31' })
})

test('366 days are the most; turned round, to come and empty have their own words', () => {
  expect(rangeFault({ from: '2024-01-01', until: '2024-12-31' }, day)).toBeUndefined()
  expect(rangeFault({ from: '2023-01-01', until: '2024-01-02' }, day)).toContain('现在是 367 天')
  expect(rangeFault({ from: '2024-02-01', until: '2024-01-01' }, day)).toContain('早')
  expect(rangeFault({ from: '2999-01-01', until: '2999-01-02' }, day)).toContain('还没有到')
  expect(rangeFault({ from: '', until: day }, day)).toContain('请填')
  expect(everyDay({ from: '2024-02-28', until: '2024-03-01' }, []).map((one) => one.day)).toEqual([
    '2024-02-28',
    '2024-02-29',
    '2024-03-01',
  ])
})
