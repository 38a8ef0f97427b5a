/** @jest-environment jsdom */
import { itIs } from './programs/clock'
import type { Phone } from './programs/phone'
import {
  cardUrl,
  everyday,
  farmerFile,
  farmerMoney,
  otherFile,
  otherToken,
  purposeAsked,
  stranger,
  token,
  workerFile,
} from './programs/replies'
import { weChatPhone } from './programs/weapp'
import { given, type Answers } from './programs/wire'

let phone: Phone

beforeEach(() => itIs('2026-10-12T08:30:00+08:00'))
afterEach(() => phone.close())

/** The programme as WeChat starts it after a scan. */
const scanned = (query: Record<string, string>, answers: Partial<Answers> = {}): Phone => {
  phone = weChatPhone({ ...everyday, 'household.lookup': () => given(farmerFile), ...answers })
  phone.launch({ path: 'pages/code/index', query, scene: 1011 })
  return phone
}
const byOrdinaryCode = (scannedText: string) => ({ q: encodeURIComponent(scannedText), scancode_time: '1791764400' })

describe('the own card', () => {
  test.each([
    ['an ordinary QR code', byOrdinaryCode(cardUrl(token))],
    ['an ordinary QR code in small letters', byOrdinaryCode(cardUrl(token).toLowerCase())],
    ['a mini-program code', { scene: token }],
  ])('scanned as %s: one lookup with its token, and the household’s file', async (_, query) => {
    scanned(query)
    await phone.sees('到账 762 元', '本月该领 1,012 元，2 笔。')
    await phone.sees('还差 250 元：残疾人护理补贴，银行说“户名不符”。', '请带身份证到南田镇便民中心改正。')
    await phone.sees('陈阿公一家', '南田镇 · 武阳村 · 低保户', '更新于 今天 08:00')
    await phone.sees('762 元', '10月12日到账', '未到 · 户名不符', '飞地产业园', '800 元', '最低生活保障', '林建国', '周敏', '陈**', '李**')
    await phone.settle()
    expect(phone.asked).toEqual([{ name: 'household', action: 'lookup', input: { token } }])
    expect(phone.opened).toEqual([`/household/file/index?token=${token}`])
  })

  test('of earlier months only what is missing is shown, until 看明细, which is 我的钱', async () => {
    scanned({ scene: token }, { 'household.money': () => given(farmerMoney) })
    await phone.sees('看明细')
    expect(phone.text()).not.toContain('762.50 元')
    await phone.tap('details')
    await phone.sees('762.50 元', '9月11日到账', '收到没有？')
    expect(phone.questions('household.lookup')).toHaveLength(1)
  })

  test('two cards one after the other are two households', async () => {
    scanned({ scene: token }, { 'household.lookup': (input) => given(input.token === token ? farmerFile : otherFile) })
    await phone.sees('陈阿公一家')
    phone.open('pages/code/index', { scene: otherToken })
    await phone.sees('王阿婆一家', '赵小芳')
    expect(phone.text()).not.toContain('陈阿公')
    expect(phone.questions('household.lookup')).toEqual([{ token }, { token: otherToken }])
  })
})

test('a stranger learns nothing, and is shown what anyone may read and where to sign in', async () => {
  scanned({ scene: token }, { 'household.lookup': () => given(stranger) })
  await phone.sees('这是文成县的小康码', '码里没有个人信息', '看政策', '0577-00000000', '原来的码马上作废')
  expect(phone.text()).not.toMatch(/陈|应到|林建国/)
  await phone.tap('i-am-family')
  await phone.sees('我自己绑定（要网格员当面核对）')
  await phone.tap('have-code')
  await phone.until(() => phone.route === 'pages/me/index', 'the sign-in page')
  expect(phone.opened).toEqual([`/household/file/index?token=${token}`, `/pages/me/index?token=${token}`])
  await phone.sees('登录码（12 位）')
})

describe('a grid worker', () => {
  const asWorker = () =>
    scanned(
      { scene: token },
      {
        'household.lookup': ({ purpose, consent }) => given(purpose && consent ? workerFile : purposeAsked),
      },
    )

  test('says why, records consent, and only then sees what that needs', async () => {
    asWorker()
    await phone.sees('为什么查？', '武阳村', '网格员', '巡访', '本人要求帮查', '核实情况')
    expect(phone.text()).not.toContain('陈阿公')
    await phone.tap('purpose-help-requested')
    await phone.sees('征得同意了吗？', '本人要求帮查')
    expect(phone.questions('household.lookup')).toEqual([{ token }])
    await phone.tap('consent-self')
    await phone.sees('陈阿公一家', '林建国', '李**')
    await phone.settle()
    expect(phone.questions('household.lookup')).toEqual([{ token }, { token, purpose: 'help-requested', consent: 'self' }])
    expect(phone.text()).not.toContain('应到')
  })

  test('may record the family’s consent, or choose another reason first', async () => {
    asWorker()
    await phone.tap('purpose-visit')
    await phone.sees('为了“巡访”查这一户')
    await phone.tapOn('换一个理由')
    await phone.tap('purpose-verify')
    await phone.tap('consent-family')
    await phone.sees('陈阿公一家')
    expect(phone.questions('household.lookup')).toEqual([{ token }, { token, purpose: 'verify', consent: 'family' }])
  })

  test('leaves nothing of the household on the phone', async () => {
    asWorker()
    await phone.tap('purpose-visit')
    await phone.tap('consent-self')
    await phone.sees('陈阿公一家')
    await phone.settle()
    await phone.settle()
    await phone.settle()
    expect(JSON.stringify([...phone.storage])).not.toMatch(/陈|林建国|160/)
  })
})

describe('what is no code of ours gets a sentence, and the county is not asked', () => {
  test.each([
    ['a truncated code', { scene: token.slice(0, 24) }],
    ['a truncated address', byOrdinaryCode(cardUrl(token).slice(0, -3))],
    ['a code with a letter that ours never have', { scene: token.replace('Q', 'U') }],
    ['another address', byOrdinaryCode('https://shop.example/goods/17')],
    ['our host, but another path', byOrdinaryCode(`https://xiaokang.example/x/${token}`)],
    ['a payment code', byOrdinaryCode('wxp://f2f0aBcDeFgHiJkLmNoPqRs')],
    ['text that cannot be decoded', { q: '%E0%A4%A' }],
    ['nothing at all', {}],
  ])('%s', async (_, query) => {
    scanned(query)
    await phone.sees('这不是小康码，或者没有扫全', '请把码放平')
    await phone.settle()
    expect(phone.asked).toEqual([])
    await phone.tap('scan-again')
    await phone.until(() => phone.route === 'pages/home/index', 'the home page')
  })
})
