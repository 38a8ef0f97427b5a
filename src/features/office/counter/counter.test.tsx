import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Counter } from './counter'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23'
const card = {
  name: '陈阿公',
  sex: '男',
  bornIn: '1946-06',
  place: '南田镇高村',
  child: false,
  latestTrustEnd: '2027-10-20',
  phone: '138********',
  phones: [{ id: 'b1', platform: 'wechat', boundOn: '2026-10-01', state: 'active' }],
  proxies: [],
  stopped: false,
}
const answers = {
  invite: { code: 'ABCDEFGHJKMN', until: '2999-10-20T02:00:00.000Z' },
  registerPhone: { phone: '139********', phoneFrom: '2999-10-21T02:00:00.000Z' },
  unbindPhone: {
    left: true,
    trusts: [
      { id: 't1', name: '陈小妹', relation: '女儿', parts: ['money'], from: '2026-10-01', until: '2027-10-01', by: 'self', state: 'later' },
    ],
    phones: [],
  },
  vouchings: { rows: [] },
}

const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const press = (id: string) => fireEvent.click(at(id))

async function layDown(over: object = {}): Promise<void> {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: action === 'card' ? { ...card, ...over } : answers[action as keyof typeof answers] }))
  render(
    <QueryClientProvider client={queryClient}>
      <Counter />
    </QueryClientProvider>,
  )
  fill('card-token', `https://xiaokang.example/c/${token}`)
  press('card-open')
  await screen.findByText('陈阿公 · 南田镇高村')
}

test('what is no card is not sent', () => {
  newPhone(() => ({ requestId: 'r', data: answers.vouchings }))
  render(
    <QueryClientProvider client={queryClient}>
      <Counter />
    </QueryClientProvider>,
  )
  fill('card-token', '12345')
  press('card-open')
  expect(at('card-open-trouble').textContent).toContain('这不是小康码')
  expect(phone.asked.filter(({ action }) => action === 'card')).toEqual([])
})

test('a sign-in code is shown large, with its end, until it has been handed over', async () => {
  await layDown()
  press('card-invite')
  await screen.findByText('ABCD-EFGH-JKMN')
  expect(screen.getByText(/只用一次/)).toBeTruthy()
  press('card-code-done')
  await screen.findByText('发登录码', { selector: 'button' })
  expect(document.getElementById('card-code')).toBeNull()
})

test('for a child the guardian has to be named', async () => {
  await layDown({ child: true })
  press('card-invite')
  expect(at('card-invite-trouble').textContent).toContain('监护人')
  fill('guardian-name', '陈大')
  fill('guardian-relation', '父亲')
  press('card-invite')
  await screen.findByText('ABCD-EFGH-JKMN')
  expect(phone.asked.at(-1)?.input).toEqual({ token, guardian: { name: '陈大', relation: '父亲' } })
})

test('a new number shows masked and a lost phone is gone, without looking at the card again', async () => {
  await layDown()
  fill('card-phone-new', '13900001111')
  press('card-phone-save')
  await screen.findByText(/登记的手机号：139\*{8}/)
  expect(at('card-phone-from').textContent).toContain('起可以用它绑定')
  press('card-unbind-b1')
  press('card-unbind-b1-sure')
  await waitFor(() => expect(document.getElementById('card-unbind-b1-sure')).toBeNull())
  expect(at('left-behind').textContent).toContain('那部手机还办过下面这些')
  press('left-t1')
  await waitFor(() => expect(phone.asked.at(-1)).toMatchObject({ action: 'endProxy', input: { token, id: 't1' } }))
  expect(phone.asked.filter(({ action }) => action === 'card')).toHaveLength(1)
})

/** What was asked of one action. */
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)
async function lay(over: Record<string, unknown>): Promise<void> {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: { ...answers, card, ...over }[action] }))
  render(
    <QueryClientProvider client={queryClient}>
      <Counter />
    </QueryClientProvider>,
  )
  await screen.findByText('等第二个人核对')
}

test('somebody without a card is found by name and village or by number, and their card opens', async () => {
  await lay({
    findCards: { cards: [{ token, name: '陈阿公', sex: '男', bornIn: '1946-06', place: '南田镇高村', relation: '户主', head: '陈**' }] },
  })
  press('card-find')
  expect(at('card-find-trouble').textContent).toContain('请写身份证号，或者姓名')
  fill('find-who', '陈阿公')
  fill('find-village', '高村')
  press('card-find')
  await screen.findByText(/陈阿公 · 男，1946年6月出生/)
  fill('find-who', '３３０３９９ 19460615 00')
  press('card-find')
  expect(at('card-find-trouble').textContent).toContain('身份证号是 18 位，现在有 16 位')
  fill('find-who', '330399-19460615-001x')
  press('card-find')
  await waitFor(() => expect(asked('findCards')).toEqual([{ name: '陈阿公', village: '高村' }, { idNumber: '33039919460615001x' }]))
  press('found-WXYZ23')
  await screen.findByText('陈阿公 · 南田镇高村')
})

test('a lost card is replaced, the new one is on paper and nothing else is, and then lies on the counter', async () => {
  const next = '1ZYXWVTSRQPNMKJHGFEDCBA98' as const
  await layDown()
  press('card-replace')
  expect(at('card-replace-trouble').textContent).toContain('请写为什么换')
  newPhone((_fn, action) => ({
    requestId: 'r',
    data:
      action === 'replaceCard'
        ? {
            token: next,
            address: `https://x.example/c/${next}`,
            title: '文成县小康码',
            name: '陈**',
            place: '南田镇高村',
            advice: ['扫一扫'],
          }
        : card,
  }))
  fill('card-why', '丢了')
  press('card-replace')
  await screen.findByText(/旧卡已经作废/)
  expect(document.querySelector('.paper #printed-card')!.textContent).toContain('陈** 南田镇高村')
  press('card-print-done')
  await waitFor(() => expect(asked('card')).toEqual([{ token: next }]))
  expect(asked('cardGiven')).toEqual([{ token: next }])
})

test('what a colleague issued is checked with the digits on the phone; one’s own is not', async () => {
  const row = {
    kind: 'phone',
    id: 'a1',
    name: '陈阿公',
    place: '南田镇高村',
    by: '王小二（南田镇人民政府）',
    at: '2026-10-20T02:00:00.000Z',
    door: false,
    redeemed: true,
    own: false,
    platform: 'wechat',
  }
  await lay({ vouchings: { rows: [row, { ...row, id: 'a2', own: true }] }, vouch: { from: '2026-10-21T02:00:00.000Z' } })
  await screen.findByText('您办的，或您请进来的人办的，请别的同事核对')
  expect(document.getElementById('vouch-a2')).toBeNull()
  press('vouch-a1')
  fill('vouch-code', '48291')
  press('vouch-send')
  expect(at('vouch-send-trouble').textContent).toContain('核对码是 6 位数字')
  fill('vouch-code', '４８２ 913')
  press('vouch-send')
  await screen.findByText(/核对好了，/)
  expect(asked('vouch')).toEqual([{ kind: 'phone', id: 'a1', code: '４８２ 913' }])
})

test('the cards that somebody had are asked for when they are wanted, and say what became of each', async () => {
  await lay({
    cardHistory: {
      cards: [
        { token, status: 'active', issuedOn: '2025-10-20', replaced: false, state: 'handed', handedOn: '2025-10-28', receiver: 'self' },
        {
          token: '1ZYXWVTSRQPNMKJHGFEDCBA98',
          status: 'revoked',
          issuedOn: '2024-01-02',
          revokedOn: '2025-10-20',
          replaced: true,
          state: 'asked',
        },
      ],
    },
  })
  fill('card-token', token)
  press('card-open')
  await screen.findByText('陈阿公 · 南田镇高村')
  expect(asked('cardHistory')).toEqual([])
  press('card-history-open')
  await screen.findByText(/2025年10月20日发的码 · 现在用的 · 2025年10月28日本人领了/)
  expect(screen.getByText(/2024年1月2日发的码 · 2025年10月20日换了新卡，这张作废$/)).toBeTruthy()
  expect(asked('cardHistory')).toEqual([{ token }])
})
