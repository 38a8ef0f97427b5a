/** @jest-environment jsdom */
import { alipayPhone, removeCopy } from './programs/alipay'
import { itIs } from './programs/clock'
import type { Phone } from './programs/phone'
import { article, cardUrl, everyday, farmerFile, otherFile, otherToken, stranger, token } from './programs/replies'
import { given, noNetwork, refused, type Answers } from './programs/wire'

let phone: Phone

beforeEach(() => itIs('2026-10-12T08:30:00+08:00'))
afterEach(() => phone.close())
afterAll(removeCopy)

const withAnswers = (answers: Partial<Answers> = {}): Phone =>
  (phone = alipayPhone({ ...everyday, 'household.lookup': (input) => given(input.token === token ? farmerFile : otherFile), ...answers }))

/** Alipay tells only the app which code was scanned; the first page gets no parameters. */
const byScan = (scanned: string) => ({ query: { qrCode: scanned }, scene: 1011 })
const launchedByScan = (scanned: string, path: string, answers?: Partial<Answers>): void => {
  withAnswers(answers)
  phone.launch({ path, ...byScan(scanned) }, {})
}

describe.each(['pages/home/index', 'pages/code/index'])('a card scanned when the programme was not running (first page %s)', (path) => {
  test.each([
    ['as it is', cardUrl(token)],
    ['encoded once', encodeURIComponent(cardUrl(token))],
  ])('address %s: one lookup, and the household’s file', async (_, scanned) => {
    launchedByScan(scanned, path)
    await phone.sees('陈阿公一家', '到账 762 元', '本月该领 1,012 元，2 笔。', '林建国')
    await phone.settle()
    expect(phone.questions('household.lookup')).toEqual([{ token }])
  })

  test('a code that is not ours gets its sentence, and no lookup', async () => {
    launchedByScan('https://shop.example/goods/17', path)
    await phone.sees('这不是小康码，或者没有扫全')
    await phone.settle()
    expect(phone.questions('household.lookup')).toEqual([])
  })
})

test('a bad code on the code page asks the county nothing at all', async () => {
  launchedByScan(cardUrl(token).slice(0, -2), 'pages/code/index')
  await phone.sees('这不是小康码，或者没有扫全')
  await phone.settle()
  expect(phone.asked).toEqual([])
})

describe('a second card scanned while the programme lives', () => {
  test.each(['pages/home/index', 'pages/code/index'])('is opened at once (first page %s)', async (path) => {
    launchedByScan(cardUrl(token), path)
    await phone.sees('陈阿公一家')
    phone.comeBack(byScan(cardUrl(otherToken)))
    await phone.sees('王阿婆一家', '赵小芳')
    await phone.settle()
    expect(phone.text()).not.toContain('陈阿公')
    expect(phone.questions('household.lookup')).toEqual([{ token }, { token: otherToken }])
  })

  test('is opened from any page', async () => {
    withAnswers().launch()
    await phone.tap('see-policy')
    await phone.sees(article.title)
    phone.comeBack(byScan(cardUrl(otherToken)))
    await phone.sees('王阿婆一家')
    expect(phone.questions('household.lookup')).toEqual([{ token: otherToken }])
  })

  test('and if it is the same one, its file stays', async () => {
    launchedByScan(cardUrl(token), 'pages/home/index')
    await phone.sees('陈阿公一家')
    phone.comeBack(byScan(cardUrl(token)))
    await phone.settle()
    await phone.sees('陈阿公一家')
    expect(new Set(phone.questions('household.lookup').map((input) => JSON.stringify(input)))).toEqual(new Set([JSON.stringify({ token })]))
  })

  test('that is not ours gets its sentence, and no lookup', async () => {
    launchedByScan(cardUrl(token), 'pages/home/index')
    await phone.sees('陈阿公一家')
    phone.comeBack(byScan('https://shop.example/goods/17'))
    await phone.sees('这不是小康码，或者没有扫全')
    await phone.settle()
    expect(phone.questions('household.lookup')).toEqual([{ token }])
  })
})

test('coming back without a scan stays where it was and asks for no household again', async () => {
  launchedByScan(cardUrl(token), 'pages/home/index')
  await phone.sees('陈阿公一家')
  const { route } = phone
  phone.comeBack()
  await phone.settle()
  expect(phone.route).toBe(route)
  expect(phone.questions('household.lookup')).toEqual([{ token }])
})

test('a stranger learns nothing', async () => {
  launchedByScan(cardUrl(token), 'pages/home/index', { 'household.lookup': () => given(stranger) })
  await phone.sees('这是文成县的小康码', '码里没有个人信息')
  expect(phone.text()).not.toMatch(/陈|应到|林建国/)
})

test('from the home page by taps to the text of a policy', async () => {
  withAnswers().launch()
  await phone.sees('小康码 · 文成县')
  await phone.tap('see-policy')
  await phone.sees('谁能领', article.who!)
  await phone.tap('article-minimum-living')
  await phone.sees(...article.body)
  expect(phone.questions('bulletin.read')).toEqual([{ id: 'minimum-living' }])
})

test('a number typed by hand opens its page', async () => {
  withAnswers().launch()
  await phone.tap('type-code')
  await phone.input('code-number', token)
  await phone.tap('open-code')
  await phone.sees('陈阿公一家')
})

describe('when there is no answer', () => {
  test('the county’s own words come through the HTTP status, and trying again works', async () => {
    const fault = '这一步没有办成，是我们的问题。请过一会儿再试，急事请打首页的电话。'
    launchedByScan(cardUrl(token), 'pages/code/index', { 'household.lookup': () => refused('internal', fault) })
    await phone.sees(fault)
    phone.answers['household.lookup'] = () => given(farmerFile)
    await phone.tap('retry')
    await phone.sees('陈阿公一家')
  })

  test('without network a file seen before is still there, with its day', async () => {
    launchedByScan(cardUrl(token), 'pages/code/index')
    await phone.sees('陈阿公一家')
    await phone.until(() => JSON.stringify([...phone.storage]).includes('陈阿公'), 'the phone to keep the file')
    itIs('2026-10-14T19:05:00+08:00')
    for (const action of ['household.lookup', 'bulletin.home'] as const) phone.answers[action] = () => noNetwork
    phone.launch({ path: 'pages/code/index', ...byScan(cardUrl(token)) }, {})
    await phone.sees('没有网络，这是 10月12日 08:30 看到的内容', '陈阿公一家', '林建国')
  })
})
