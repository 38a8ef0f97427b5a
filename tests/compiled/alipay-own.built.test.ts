/** @jest-environment jsdom */
import { alipayPhone, removeCopy } from './programs/alipay'
import { ownCounty } from './walks/own-county'
import { ownAffairs } from './walks/own-tests'
import type { Phone } from './programs/phone'
import { farmer, token } from './programs/replies'
import { given, refused } from './programs/wire'

afterAll(removeCopy)

describe('one’s own affairs', () => ownAffairs(alipayPhone, 'session-1'))

describe('Alipay vouches', () => {
  let phone: Phone
  afterEach(() => phone.close())
  const asked = () => phone.asked.map(({ action }) => action)

  test('at launch without a session: the first lookup already carries the new one', async () => {
    phone = alipayPhone({ ...ownCounty(), 'identity.enter': () => given({ session: 'new', me: farmer }) }, { vouches: true })
    phone.launch({ path: 'pages/code/index', query: { qrCode: `https://xiaokang.example/c/${token}` } }, {})
    await phone.sees('陈阿公一家')
    await phone.settle()
    expect(phone.asked).toEqual([
      { name: 'identity', action: 'enter', input: { platform: 'alipay', code: 'code-of-alipay' } },
      { name: 'household', action: 'lookup', input: { token } },
    ])
    expect(phone.sessions).toEqual(['', 'new'])
  })

  test('once more when a session has run out, and not twice', async () => {
    phone = alipayPhone(
      {
        ...ownCounty(),
        'identity.enter': () => given({ session: 'new', me: farmer }),
        'household.looks': () => refused('sign-in', '请先登录，再看谁看过。'),
      },
      { vouches: true },
    )
    phone.storage.set('session', 'old')
    phone.launch({ path: 'household/looks/index' })
    await phone.sees('请先登录，再看谁看过。')
    await phone.settle()
    expect(asked().filter((action) => action !== 'home')).toEqual(['looks', 'enter', 'looks'])
  })

  test('if it does not, everything public still works, without a word', async () => {
    phone = alipayPhone(ownCounty(() => false))
    phone.launch()
    await phone.sees('小康码 · 文成县', '登录后看自家的钱')
    await phone.settle()
    expect(asked()).toEqual(['home'])
  })
})
