import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, noNetwork, phone } from '../../../tests/mocks/taro/taro'
import { erasePersonal } from '../../services/keep/kept'
import { heldTaking } from '../../services/outbox/held-taking'
import { queryClient } from '../../services/wire/query-client'
import { setSession } from '../../services/wire/session'
import HomesPage from '../homes/index'
import OutboxPage from '../outbox/index'
import VisitPage from './index'

const due = { rule: 'village-monthly', why: '村里每月走访', on: '2998-10-20', late: false }
const listed = { id: 'h1', who: '程**', village: '三垟坪村', lastOn: '2998-09-20', due }
const home = {
  ...{ id: 'h1', head: '程阿婆', village: '三垟坪村', phones: ['16000000001'], due },
  members: [{ name: '程阿婆', relation: '户主', age: 82 }],
  known: [
    { field: 'water', standing: [{ value: 'well', by: ['v1'], on: '2998-09-20' }] },
    {
      field: 'housing',
      standing: [
        { value: 'leaks', by: ['v2'], on: '2998-09-21' },
        { value: 'unsafe', by: ['v3'], on: '2998-09-20' },
      ],
    },
  ],
  needs: [{ topic: '饮水、水管', words: '水管坏了', on: '2998-09-20', to: '水利局' }],
  visits: [{ id: 'v1', on: '2998-09-20', unit: '南田镇 网格员', who: '网格员小王', talked: '谈了养鸡' }],
}
const keys = ['0a'.repeat(32)]
const answers: Record<string, unknown> = {}
const answer = (_fn: string, action: string) =>
  action in answers ? { requestId: 'r', today: '2998-10-19', ...(answers[action] as object) } : Promise.reject(new Error(action))
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const sent = (action = 'visit') => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
const open = (page = <VisitPage />, params: Record<string, string> = { home: 'h1' }) => {
  phone.params = params
  return render(<QueryClientProvider client={queryClient}>{page}</QueryClientProvider>)
}
/** The page as it is when the programme was killed and starts anew. */
const again = (page?: JSX.Element, params?: Record<string, string>) => {
  document.body.innerHTML = ''
  queryClient.clear()
  return open(page, params)
}
const offline = () => {
  phone.answer = () => {
    throw noNetwork
  }
}
const atTheDoor = async () => {
  press('purpose-visit')
  press('consent-self')
  await screen.findByText('这次走访')
}

beforeEach(() => {
  queryClient.clear()
  newPhone(answer)
  setSession('worker')
  Object.assign(answers, {
    homes: { data: { role: 'grid-worker', today: '2998-10-19', homes: [listed], more: 0 } },
    homeAt: { data: { home } },
    outbox: { data: { keys, last: 0, missing: [], warn: false } },
    visit: { data: { noted: true, version: 1, partsMissing: [] } },
  })
})

test('a household without change: four taps from the list, and nothing written by hand', async () => {
  let taps = 0
  const tap = (id: string) => {
    taps++
    press(id)
  }
  const list = open(<HomesPage />)
  await screen.findByText('程** · 三垟坪村')
  expect(screen.getByText('村里每月走访，10月20日前；上次 9月20日')).toBeTruthy()
  tap('home-h1')
  expect(phone.visited).toEqual(['/field/visit/index?home=h1'])
  list.unmount()
  open()
  tap('purpose-visit')
  tap('consent-self')
  await screen.findByText('这次走访')
  tap('visit-unchanged')
  await screen.findByText('已经传到县里。')
  expect(taps).toBeLessThanOrEqual(5)
  expect(sent()).toMatchObject([
    {
      householdId: 'h1',
      purpose: 'visit',
      consent: 'self',
      seq: 1,
      met: '本人',
      unchanged: true,
      changes: [],
      heard: [],
      photos: 0,
      on: '2998-10-19',
    },
  ])
})

test('what was known stands in the form; a change says what it is based on, and of two values a person chooses', async () => {
  open()
  await atTheDoor()
  expect(screen.getByText('谈了养鸡')).toBeTruthy()
  expect(document.getElementById('differs-housing')!.textContent).toContain('9月21日说“漏雨、要修”，9月20日说“看着不安全”')
  expect(document.getElementById('visit-water-well')!.getAttribute('aria-checked')).toBe('true')
  press('visit-keep')
  expect(document.getElementById('visit-talked-wrong')!.textContent).toContain('什么也没写')
  press('visit-housing-leaks')
  write('最近一笔大的开支（自己出的）（元）', '一千')
  press('visit-unchanged')
  expect(document.getElementById('visit-housing-wrong')!.textContent).toContain('这一项改过了')
  press('visit-keep')
  expect(document.getElementById('visit-big-spending-wrong')!.textContent).toContain('请写数字')
  write('最近一笔大的开支（自己出的）（元）', '1200')
  press('add-need')
  press('need-water')
  press('visit-keep')
  expect(document.getElementById('need-0-wrong')!.textContent).toContain('写清楚')
  write('需要：饮水、水管', '水管冻裂了')
  press('visit-keep')
  await screen.findByText('已经传到县里。')
  expect(sent()).toMatchObject([
    {
      unchanged: false,
      changes: [
        { field: 'housing', value: 'leaks', basedOn: ['v2', 'v3'] },
        { field: 'big-spending', value: 120000, basedOn: [] },
      ],
      heard: [{ topic: 'water', words: '水管冻裂了' }],
    },
  ])
})

test('without signal: kept sealed, there after a kill, sent once when the signal is back; another account sees nothing', async () => {
  const first = open(<HomesPage />)
  await screen.findByText('程** · 三垟坪村')
  await waitFor(() => expect(phone.storage.has('outbox-keys')).toBe(true))
  first.unmount()
  offline()
  const page = open()
  press('purpose-visit')
  press('consent-family')
  await screen.findByText(/没有信号，看不到上次说了什么/)
  await screen.findByText('这次走访')
  write('谈了什么（可以不写）', '屋顶漏雨')
  press('visit-keep')
  await screen.findByText(/封好的 1 次走访都在这部手机里/)
  expect(JSON.stringify([...phone.storage])).not.toContain('屋顶漏雨')
  page.unmount()
  again(<OutboxPage />)
  await screen.findByText('程** · 三垟坪村，10月19日')
  // Somebody else on the same phone.
  const worker = phone.storage.get('outbox-keys')
  await erasePersonal(queryClient)
  setSession('neighbour')
  phone.answer = answer
  answers['outbox'] = { data: { keys: ['0b'.repeat(32)], last: 0, missing: [], warn: false } }
  again(<OutboxPage />)
  await screen.findByText(/没有等着传的/)
  await erasePersonal(queryClient)
  setSession('worker')
  phone.storage.set('outbox-keys', worker)
  answers['outbox'] = { data: { keys, last: 0, missing: [], warn: true } }
  again(<OutboxPage />)
  await screen.findByText(/放了好几天/)
  press('send-now')
  await screen.findByText('传好了')
  expect(sent().filter(({ talked }) => talked === '屋顶漏雨')).toHaveLength(1 + 1)
  press('drop-sent')
  await screen.findByText(/没有等着传的/)
})

test('what the county refuses says why, and is mended under the same number', async () => {
  answers['visit'] = { error: { code: 'bad-input', message: '“住的房子”选的一项现在没有了。' } }
  const page = open()
  await atTheDoor()
  press('visit-unchanged')
  await screen.findByText(/还有 1 次没有收下/)
  page.unmount()
  const list = again(<OutboxPage />)
  await screen.findByText('县里没有收')
  const [{ id, seq }] = sent() as [{ id: string; seq: number }]
  press(`mend-${id}`)
  expect(phone.visited.at(-1)).toBe(`/field/visit/index?mend=${id}`)
  list.unmount()
  answers['visit'] = { data: { noted: true, version: 1, partsMissing: [] } }
  again(<VisitPage />, { mend: id })
  await screen.findByText(/县里没有收：“住的房子”/)
  await screen.findByText('改这次走访')
  press('visit-water-tap')
  press('visit-keep')
  await screen.findByText('已经传到县里。')
  expect(sent().at(-1)).toMatchObject({ id, seq, changes: [{ field: 'water', value: 'tap', basedOn: ['v1'] }] })
})

test('a phone that is nearly full says how much more it keeps; a full one keeps the page as it is', async () => {
  phone.roomKB = 700
  open()
  await atTheDoor()
  expect(document.getElementById('room-left')!.textContent).toContain('大约 2 张照片')
  phone.full = true
  write('谈了什么（可以不写）', '谈了养鸭')
  press('visit-keep')
  await screen.findByText(/还没有存下。这部手机给小程序的地方满了/)
  expect(screen.getByLabelText<HTMLTextAreaElement>('谈了什么（可以不写）').value).toBe('谈了养鸭')
  phone.full = false
  press('visit-keep')
  await screen.findByText('已经传到县里。')
})

test('taken along: opens without signal until the hour, the look and the visit come in when the signal is back', async () => {
  answers['takeAlong'] = { data: { id: 'x', until: 'x', key: '0c'.repeat(32), homes: [home] } }
  answers['looksOffline'] = { data: { noted: true } }
  const list = open(<HomesPage />)
  await screen.findByText('程** · 三垟坪村')
  await waitFor(() => expect(phone.storage.has('outbox-keys')).toBe(true))
  press('take-along')
  press('take-hours-2')
  press('take-now')
  await screen.findByText(/带走了 1 户，到 .*，到时自己删掉/)
  expect(sent('takeAlong')).toMatchObject([{ householdIds: ['h1'], purpose: 'visit' }])
  const onPhone = [...phone.storage].filter(([name]) => name.startsWith('taken-'))
  expect(onPhone).toHaveLength(1)
  expect(Buffer.from(String(onPhone[0]![1]), 'base64').includes('程阿婆')).toBe(false)
  list.unmount()
  offline()
  const page = open()
  press('purpose-visit')
  press('consent-self')
  await screen.findByText(/这是带走的内容/)
  await screen.findByText('这次走访')
  expect(screen.getByText('谈了养鸡')).toBeTruthy()
  press('visit-unchanged')
  await screen.findByText(/封好的 1 次走访都在这部手机里/)
  page.unmount()
  phone.answer = answer
  phone.asked = []
  const outbox = again(<OutboxPage />)
  await screen.findByText('等着传')
  press('send-now')
  await screen.findByText('传好了')
  const takingId = expect.stringMatching(/^[0-9a-f]{32}$/)
  expect(sent('looksOffline')).toEqual([
    { takingId, looks: [{ id: takingId, householdId: 'h1', phoneAt: expect.any(String), consent: 'self' }] },
  ])
  expect(phone.asked.findIndex(({ action }) => action === 'looksOffline')).toBeLessThan(
    phone.asked.findIndex(({ action }) => action === 'visit'),
  )
  expect(sent()).toMatchObject([{ takingId, unchanged: true }])
  outbox.unmount()
  // At the hour, or with a clock that was turned back, nothing of it is left.
  const kept = JSON.parse(String(phone.storage.get('taking'))) as { until: string; at: string }
  expect(heldTaking(new Date(Date.parse(kept.until) - 1000))).toBeDefined()
  expect(heldTaking(new Date(Date.parse(kept.at) - 1000))).toBeUndefined()
  expect([...phone.storage.keys()].filter((name) => name.startsWith('tak'))).toEqual([])
})

test('handed back, it is gone from the phone at once, with signal or without', async () => {
  answers['takeAlong'] = { data: { id: 'x', until: 'x', key: '0c'.repeat(32), homes: [home] } }
  open(<HomesPage />)
  await screen.findByText('程** · 三垟坪村')
  await waitFor(() => expect(phone.storage.has('outbox-keys')).toBe(true))
  press('take-along')
  press('take-now')
  await screen.findByText(/带走了 1 户/)
  offline()
  press('hand-back')
  await screen.findByText(/手机里的已经删掉/)
  expect([...phone.storage.keys()].filter((name) => name.startsWith('tak'))).toEqual([])
})
