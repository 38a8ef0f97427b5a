import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { CardVillages, VillageCard, VillageCards } from '#contract/office/cards'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { today } from '../../../services/wire/clock'
import { queryClient } from '../../../services/wire/query-client'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Cards } from './cards'

const village = '330399100201'
const card = (serial: number, over: Partial<VillageCard> = {}): VillageCard => ({
  ...{ id: `c${serial}`, serial, name: '陈**', relation: '户主', head: '陈**', state: 'asked', issuedOn: '2026-10-01' },
  ...over,
})
const towns: CardVillages = {
  towns: [{ code: '330399100', name: '南田镇' }],
  villages: [{ code: village, name: '高村', without: 3, asked: 12, printed: 2, handed: 1, late: 1 }],
  lateAfterDays: 30,
}
const twelve = Array.from({ length: 12 }, (_, i) => card(i + 1))
const cards: VillageCards = {
  ...{ village, place: '南田镇高村', without: 3, lateAfterDays: 30, grants: [] },
  cards: [
    ...twelve,
    card(13, { state: 'printed', printedOn: today() }),
    card(14, { state: 'printed', printedOn: '2020-01-01', name: '林*' }),
    card(15, { state: 'handed', handedOn: '2026-11-01', receiver: 'relative', relation: '女儿' }),
  ],
}
const face = (serial: number) => ({
  ...{ serial, token: `1ABCDEFGHJKMNPQRSTVWXY${10 + serial}3`, address: `https://x.example/c/${serial}`, title: '文成县小康码' },
  ...{ name: '陈**', place: '南田镇高村', advice: ['扫一扫'] },
})

const at = (id: string) => document.getElementById(id)!
const press = (id: string) => fireEvent.click(at(id))
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)

async function open(over: Partial<VillageCards> = {}, answers: Record<string, unknown> = {}): Promise<void> {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: { cardVillages: towns, villageCards: { ...cards, ...over }, ...answers }[action] }))
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Cards />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
  await screen.findByText('高村')
  expect(asked('villageCards')).toEqual([])
  press(`cards-open-${village}`)
  await screen.findByText('南田镇高村')
}

test('the cards of a village stand by how far they are, what lies about too long apart', async () => {
  await open()
  expect(screen.getAllByRole('button', { pressed: false }).map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['拖着没发 1', '印好等发 1', '发到手了 1']),
  )
  expect(at('tab-asked').textContent).toBe('等印 12')
  expect(document.querySelectorAll('#village-cards tbody tr')).toHaveLength(12)
  press('tab-late')
  expect(at('village-cards').textContent).toContain('林*')
  press('tab-handed')
  expect(at('village-cards').textContent).toContain('家里人领了')
  expect(at('village-cards').textContent).toContain('陈**家，女儿')
})

test('what is ticked comes ten to a page, and is printed only once somebody says that it is', async () => {
  await open({}, { printCards: { cards: twelve.map(({ serial }) => face(serial)) }, markCards: { ...cards, cards: [], left: 0 } })
  expect(document.getElementById('cards-print')).toBeNull()
  press('cards-all')
  press('cards-print')
  await screen.findByText('南田镇高村：12 张卡，2 页')
  expect([...document.querySelectorAll('.paper .card-page')].map((page) => page.children.length)).toEqual([10, 2])
  expect(at('card-face-12').textContent).toContain('第 12 张')
  expect(asked('markCards')).toEqual([])
  press('cards-print-done')
  await screen.findByText('记下了，12 张。')
  expect(asked('markCards')).toEqual([{ village, ids: twelve.map(({ id }) => id), mark: 'printed' }])
  expect(document.querySelector('.paper')).toBeNull()
})

test('a card is handed over to somebody; what was not marked is said', async () => {
  await open({}, { markCards: { ...cards, left: 1 } })
  press('tab-printed')
  press('tick-c13')
  press('cards-handed')
  expect(asked('markCards')).toEqual([])
  press('cards-handed-village')
  await screen.findByText(/还有 1 张没有动/)
  expect(asked('markCards')).toEqual([{ village, ids: ['c13'], mark: 'handed', receiver: 'village' }])
})

test('what was ticked by mistake goes back at once, what is to be printed again after a question', async () => {
  await open({}, { markCards: { ...cards, left: 0 } })
  press('tab-handed')
  press('tick-c15')
  press('cards-not-yet')
  await screen.findByText('记下了，1 张。')
  press('tick-c15')
  press('cards-again')
  expect(asked('markCards')).toHaveLength(1)
  press('cards-again-sure')
  await waitFor(() => expect(asked('markCards')).toHaveLength(2))
  expect(asked('markCards')).toEqual(['notYet', 'again'].map((mark) => ({ village, ids: ['c15'], mark })))
})

test('codes for those who have none only after how many they are was written once more', async () => {
  await open({}, { issueCards: { ...cards, without: 0 } })
  const write = (words: string) => fireEvent.change(at('cards-issue-count'), { target: { value: words } })
  write('2')
  press('cards-issue')
  expect(at('cards-issue-trouble').textContent).toContain('请写 3')
  expect(asked('issueCards')).toEqual([])
  write('３')
  press('cards-issue')
  await waitFor(() => expect(document.getElementById('cards-issue')).toBeNull())
  expect(asked('issueCards')).toEqual([{ village, people: 3 }])
})

test('full names come on paper under a grant, and on no screen; without one it is said where to ask', async () => {
  const rows = [{ serial: 1, name: '陈阿公', head: '陈阿公', relation: '户主' }]
  await open({ grants: [{ id: 'g1', purpose: '对象认定核查' }] }, { handOutList: { place: '南田镇高村', rows } })
  expect(document.getElementById('hand-out-no-grant')).toBeNull()
  press('hand-out-g1')
  await screen.findByText(/名单排好了，1 张卡/)
  expect(document.querySelector('.paper')!.textContent).toContain('陈阿公')
  expect(document.body.textContent!.replace(document.querySelector('.paper')!.textContent!, '')).not.toContain('陈阿公')
  expect(asked('handOutList')).toEqual([{ village, grantId: 'g1' }])
  press('hand-out-done')
  await waitFor(() => expect(document.querySelector('.paper')).toBeNull())
})

test('without a grant for the village no list is offered', async () => {
  await open()
  expect(at('hand-out-no-grant').textContent).toContain('请到“授权”里申请')
})
