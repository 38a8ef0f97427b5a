import { itIs } from '../programs/clock'
import { ownCounty, visitedCounty } from './own-county'
import { allowsRelative, binds, confirmsChild, readsLooks, tellsWhatHasNotCome, triesTooOften, type StartPhone } from './own-walks'
import type { Phone } from '../programs/phone'
import { farmerFile, token } from '../programs/replies'
import { given, type Answers } from '../programs/wire'

/** The first test of a file also compiles the templates of each page that it visits. */
const compilesManyPages = 30_000

/** The tests of one's own affairs on one platform. `session`: what binding gives to a platform that does not vouch for its calls. */
export function ownAffairs(startPhone: StartPhone, session?: string): void {
  let phone: Phone
  const start = (answers: Partial<Answers>): Phone => (phone = startPhone(answers))

  beforeEach(() => itIs('2026-10-12T08:30:00+08:00'))
  afterEach(() => phone.close())

  test(
    'a farmer binds the phone: two tails, six digits, not yet, and then the own file',
    async () => {
      await binds(start, session)
      expect(phone.questions('identity.bindStart')).toEqual([
        { key: expect.stringMatching(/^[0-9a-f]{32}$/) as string, token, idTail: '01123x', phoneTail: '0001' },
      ])
      if (session !== undefined) expect(phone.sessions.at(-1)).toBe(session)
    },
    compilesManyPages,
  )

  test('tried too often: the county’s words, and what was typed stays', async () => {
    await triesTooOften(start)
    expect(phone.questions('identity.bindStart')).toHaveLength(2)
  })

  test('who looked, a complaint, and a look that is missing later', async () => {
    await readsLooks(start)
    expect(phone.questions('household.complain')).toEqual([
      { key: expect.stringMatching(/^[0-9a-f]{32}$/) as string, lookId: 'look-1', words: '那天没人来过我家' },
    ])
  })

  test('a relative is allowed, and the code can be sent on', async () => {
    await allowsRelative(start)
    expect(phone.questions('household.allow')).toEqual([
      { name: '陈小妹', relation: '女儿', parts: ['money', 'dividends', 'awards', 'policies', 'helpers', 'income'], until: '2026-11-12' },
    ])
    await phone.tap('copy-code')
    await phone.sees('已经复制')
    expect(phone.copied).toEqual(['ABCD-EFGH-JKMN'])
  })

  test('a payment that has not come is told of with one tap, and who is to answer by when is there', async () => {
    await tellsWhatHasNotCome(start)
    expect(phone.questions('household.confirmMoney')).toEqual([{ paymentId: 'p2', said: 'not-received' }])
  })

  test('a grid worker confirms a child’s phone, with a guardian', async () => {
    await confirmsChild(start)
    expect(phone.questions('identity.bindConfirm')).toEqual([
      { token, code: '482914' },
      { token, code: '482913' },
      { token, code: '482913', guardian: { name: '李芳', relation: '母亲' } },
    ])
    expect(phone.questions('household.lookup')).toEqual([{ token }])
  })

  test('a lost phone is unbound after asking twice, and the data copy can be taken along', async () => {
    start(ownCounty()).launch({ path: 'household/phones/index' })
    await phone.sees('微信', '就是这一部', '浏览器')
    await phone.tap('unbind-b')
    expect(phone.questions('identity.unbind')).toEqual([])
    await phone.tap('unbind-b-sure')
    await phone.until(() => phone.questions('identity.unbind').length === 1, 'the phone to be unbound')
    phone.open('household/copy/index')
    await phone.sees('330328************', '来自县民政局')
    await phone.tap('take-copy-words')
    await phone.sees('已经复制')
    expect(phone.copied[0]).toContain('【本人】来自县民政局\n身份证号：330328************')
    await phone.settle()
    expect(JSON.stringify([...phone.storage])).not.toContain('********')
  })

  test('the file of a relative stands on the home page and opens as theirs', async () => {
    const relatives = [{ proxyId: 'proxy-9', head: '王阿婆', relation: '孙女', parts: ['money' as const], until: '2027-01-31' as const }]
    start({
      ...ownCounty(),
      'identity.me': () => given({ signedIn: true, farmer: false, relatives }),
      'household.mine': () =>
        given({ ...farmerFile, relation: 'relative', head: '王阿婆', can: { see: ['money'], own: false, confirm: false } }),
    })
    phone.storage.set('session', 's1')
    phone.launch()
    await phone.sees('王阿婆一家让您看', '您是孙女 · 能看钱 · 到2027年1月31日')
    await phone.tap('relative-proxy-9')
    await phone.sees('更新于 今天 08:00', '王阿婆一家')
    expect(phone.has('see-looks')).toBe(false)
    expect(phone.questions('household.mine')).toEqual([{ proxyId: 'proxy-9' }])
  })

  test('a visit without signal is sealed on the phone, outlives the programme, and goes once', async () => {
    let signal = false
    start(visitedCounty(() => signal))
    phone.storage.set('session', 's1')
    phone.launch({ path: 'field/homes/index' })
    await phone.sees('程** · 三垟坪村', '村里每月走访')
    await phone.until(() => phone.storage.has('outbox-keys'), 'keys')
    phone.open('field/visit/index', { home: 'h1' })
    await phone.tap('purpose-visit')
    await phone.tap('consent-self')
    await phone.sees('没有信号', '漏雨、要修')
    await phone.input('visit-talked', '谈了养鸡')
    await phone.tap('visit-keep')
    await phone.sees('封好的 1 次走访都在这部手机里')
    await phone.settle()
    expect(JSON.stringify([...phone.storage])).not.toContain('谈了养鸡')
    signal = true
    phone.launch({ path: 'field/outbox/index' })
    await phone.sees('程** · 三垟坪村', '等着传')
    await phone.tap('send-now')
    await phone.sees('传好了')
    const sent = phone.questions('field.visit') as { id: string; seq: number; talked: string }[]
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
    expect(sent.at(-1)).toMatchObject({ seq: 5, talked: '谈了养鸡', photos: 0 })
  })
}
