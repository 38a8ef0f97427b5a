import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Look, Looks } from '#contract/household/farmer'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { erasePersonal } from '../../../services/keep/kept'
import { queryClient } from '../../../services/wire/query-client'
import { LooksPart } from './looks-part'
import { detailsOf, sayKind } from './says'
import { useLooks } from './use-looks'

const look = (over: Partial<Look>): Look => ({
  id: 'a',
  group: 'others',
  at: '2999-10-12T00:30:00.000Z',
  granted: true,
  kind: 'file',
  unit: '南田镇人民政府',
  role: '网格员',
  own: false,
  purpose: '巡访',
  consent: 'self',
  parts: ['helpers', 'members'],
  fields: [],
  complained: false,
  ...over,
})
const numbered = (n: number) => look({ id: `l${n}`, n })
const answer = (numbers: number[], chained = numbers.length): Looks => ({
  looks: numbers.map(numbered),
  older: [],
  marks: numbers.map((n) => ({ n, mark: `m${n}` })),
  chained,
  proof: { size: 99, root: 'a1b2c3d4e5f6', at: '2999-11-25T00:00:00.000Z' },
})

function Part() {
  const { data } = useLooks()
  return data ? <LooksPart answer={data} help={{ label: '政务服务热线', phone: '12345' }} /> : null
}
const open = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <Part />
    </QueryClientProvider>,
  )
const show = (looks: Look[], older: Looks['older'] = []) =>
  render(
    <QueryClientProvider client={queryClient}>
      <LooksPart answer={{ ...answer([]), looks, older, odd: { missing: [], changed: [] } }} help={undefined} />
    </QueryClientProvider>,
  )

beforeEach(() => queryClient.clear())

test('a look says what happened, why, with whose consent, and what was seen', () => {
  expect(sayKind(look({}))).toBe('看过这一户')
  expect(sayKind(look({ kind: 'list' }))).toBe('查过本村名单')
  expect(sayKind(look({ granted: false }))).toBe('没让看')
  expect(sayKind(look({ kind: 'binding', granted: false }))).toContain('没对上')
  expect(detailsOf(look({ fields: ['身份证号'] }))).toEqual([
    '为什么：巡访，征得本人同意',
    '看了什么：帮扶的人、家里人',
    '看到完整的：身份证号',
  ])
  expect(detailsOf(look({ granted: false }))).toEqual(['为什么：巡访，征得本人同意'])
})

test('one’s own looks are one line until it is opened, and cannot be complained of', () => {
  newPhone()
  show([
    look({ id: 'x', group: 'own', own: true, unit: '本人', role: '本人' }),
    look({ id: 'y', group: 'own', own: true, unit: '家人', role: '家人' }),
  ])
  expect(screen.getByText(/还没有别人看过/)).toBeTruthy()
  expect(screen.getByText('本人和家人最近看过 2 次')).toBeTruthy()
  fireEvent.click(document.getElementById('open-own')!)
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['本人', '家人'])
  expect(document.querySelector('[id^="wrong-"]')).toBeNull()
})

test('a refused look has a mark that is neither good nor bad, and says how often that day', () => {
  newPhone()
  show([look({ id: 'r', group: 'refused', granted: false, times: 12 })])
  expect(screen.getByText('没让看（那天试了 12 次）')).toBeTruthy()
  expect(document.querySelectorAll('.status--neither')).toHaveLength(1)
  expect(document.querySelector('.status--done')).toBeNull()
})

test('strangers’ scans are a line a day, which may be one’s own before signing in, and nothing to complain of', () => {
  newPhone()
  show([look({ id: 's', group: 'strangers', granted: false, unit: '没有登录的人', role: '没有登录的人', times: 41 })])
  expect(screen.getByText('2999年10月12日 没有登录的人扫过 41 次，最后一次08:30')).toBeTruthy()
  expect(screen.getByText(/您和家人登录以前自己扫的，也记在/)).toBeTruthy()
  expect(screen.getByText(/还没有别人看过/)).toBeTruthy()
  expect(document.querySelector('[id^="wrong-"]')).toBeNull()
})

test('“看更早的” asks group by group, and the claim grows with what is shown', async () => {
  newPhone((_fn, _action, input) => {
    const { older } = input as { older?: { group: string; behind: string } }
    if (!older)
      return {
        requestId: 'r',
        data: { ...answer([4, 3, 2, 1]), looks: [numbered(4), numbered(3)], older: [{ group: 'others', behind: 'x|l3' }] },
      }
    expect(older).toEqual({ group: 'others', behind: 'x|l3' })
    return { requestId: 'r', data: { ...answer([2, 1], 0), older: [] } }
  })
  open()
  await screen.findByText(/^记录从第 3 次到第 4 次，一次不少.*更早的，点下面的“看更早的”。$/)
  fireEvent.click(document.getElementById('older-others')!)
  await screen.findByText(/^记录从第 1 次到第 4 次，一次不少，已存证（[^）]*）。$/)
  expect(document.getElementById('older-others')).toBeNull()
})

test('the proof is said in words; a look that vanished is told in red, and again the next time', async () => {
  let reply = answer([3, 2, 1])
  newPhone(() => ({ requestId: 'r', data: reply }))
  open().unmount()
  await waitFor(() => expect(phone.storage.get('seen-looks')).toContain('m3'))
  queryClient.clear()
  reply = answer([3, 1], 3)
  for (const _ of [1, 2]) {
    queryClient.clear()
    const page = open()
    await screen.findByText('和上次看到的不一样：第 2 次不见了。请打政务服务热线 12345，让他们查。')
    page.unmount()
  }
  await erasePersonal(queryClient)
  expect(phone.storage.has('seen-looks')).toBe(false)
})

test('an untouched list says from where to where, and its certificate', async () => {
  newPhone(() => ({ requestId: 'r', data: answer([3, 2, 1]) }))
  open()
  await screen.findByText('记录从第 1 次到第 3 次，一次不少，已存证（2999年11月25日 08:00，存证号 a1b2c3d4）。')
})

test('“这不对” asks for words, keeps them when it fails, and says where they went', async () => {
  let offline = true
  newPhone((_fn, action, input) => {
    if (action === 'complain' && offline) throw { errMsg: 'request:fail' }
    return {
      requestId: 'r',
      data:
        action === 'complain'
          ? { request: { id: 'q', kind: 'complaint', about: '', words: input['words'], at: '2999-10-12T00:00:00.000Z', to: '县纪委监委' } }
          : answer([1]),
    }
  })
  open()
  await screen.findByText('这不对')
  fireEvent.click(document.getElementById('wrong-l1')!)
  fireEvent.click(document.getElementById('complain-l1')!)
  expect(screen.getByText('请写几个字，说说哪里不对。')).toBeTruthy()
  const field = screen.getByLabelText<HTMLTextAreaElement>(/哪里不对/)
  fireEvent.change(field, { target: { value: '那天没人来过' } })
  fireEvent.click(document.getElementById('complain-l1')!)
  await screen.findByText(/还没有送出去，写的还在/)
  expect(field.value).toBe('那天没人来过')
  offline = false
  fireEvent.click(document.getElementById('complain-l1')!)
  await screen.findByText('已送到 县纪委监委。答复会写在“我的更正和投诉”里。')
  expect(phone.asked.at(-1)?.action).toBe('looks')
})
