/** @jest-environment jsdom */
import { itIs } from './programs/clock'
import type { Phone } from './programs/phone'
import { article, everyday, farmerFile, token } from './programs/replies'
import { weChatPhone } from './programs/weapp'
import { given, noNetwork, refused, type Answers } from './programs/wire'

let phone: Phone

beforeEach(() => itIs('2026-10-12T08:30:00+08:00'))
afterEach(() => phone.close())

const withAnswers = (answers: Partial<Answers> = {}): Phone => (phone = weChatPhone({ ...everyday, ...answers }))
const openedByScan = { path: 'pages/code/index', query: { scene: token }, scene: 1047 }

test('from the home page by taps to the text of a policy', async () => {
  withAnswers().launch()
  await phone.sees('小康码 · 文成县', article.title, '下周三卫生院到村里量血压', '0577-00000000')
  await phone.tap('see-policy')
  await phone.sees('谁能领', '领多少', '怎么领', article.who!, '8月3日')
  await phone.tap('article-minimum-living')
  await phone.sees(...article.body, '依据：文成县最低生活保障办法（7月20日）', '有效到 2027年12月31日')
  expect(phone.opened).toEqual(['/bulletin/column/index?column=policy', '/bulletin/article/index?id=minimum-living'])
  expect(phone.questions('bulletin.read')).toEqual([{ id: 'minimum-living' }])
  phone.back()
  await phone.sees(article.title, '看全文')
})

test('the other column is one tap away', async () => {
  withAnswers().launch()
  await phone.tap('see-policy')
  await phone.tap('tab-news')
  await phone.sees('下周三卫生院到村里量血压', '10月10日')
  expect(phone.questions('bulletin.list')).toEqual([{ column: 'policy' }, { column: 'news' }])
})

test('长辈版 and the size of the letters outlive the programme', async () => {
  withAnswers().launch()
  await phone.tap('elder')
  await phone.sees('开')
  phone.launch()
  await phone.sees('长辈版')
  await phone.until(() => phone.text().includes('长辈版开'), 'the switch, still on')
})

describe('a number typed by hand', () => {
  test('opens its page, however it is grouped', async () => {
    withAnswers({ 'household.lookup': () => given(farmerFile) }).launch()
    await phone.tap('type-code')
    await phone.input('code-number', token.toLowerCase().replace(/(.{5})/g, '$1 '))
    await phone.tap('open-code')
    await phone.sees('陈阿公一家')
    expect(phone.questions('household.lookup')).toEqual([{ token }])
  })

  test('with a character missing gets a sentence and no question', async () => {
    withAnswers().launch()
    await phone.tap('type-code')
    await phone.input('code-number', token.slice(0, 24))
    await phone.tap('open-code')
    await phone.sees('现在有 24 位')
    await phone.settle()
    expect(phone.questions('household.lookup')).toEqual([])
  })
})

describe('when the county says no', () => {
  const fault = '这一步没有办成，是我们的问题。请过一会儿再试，急事请打首页的电话。'

  test('its own words are shown, and trying again works', async () => {
    withAnswers({ 'household.lookup': () => refused('internal', fault) }).launch(openedByScan)
    await phone.sees(fault, '再试一次')
    phone.answers['household.lookup'] = () => given(farmerFile)
    await phone.tap('retry')
    await phone.sees('陈阿公一家')
    expect(phone.text()).not.toContain(fault)
  })

  test('a withdrawn article says so', async () => {
    withAnswers({ 'bulletin.read': () => refused('not-found', '这篇文章已经撤下。请看别的政策。') }).launch({
      path: 'bulletin/article/index',
      query: { id: 'minimum-living' },
    })
    await phone.sees('没有找到', '这篇文章已经撤下。请看别的政策。')
  })

  test('a call that does not arrive says that there is no network, and trying again works', async () => {
    withAnswers({ 'household.lookup': () => noNetwork }).launch(openedByScan)
    await phone.sees('没有网络', '请连上网再试一次')
    phone.answers['household.lookup'] = () => given(farmerFile)
    await phone.tap('retry')
    await phone.sees('陈阿公一家')
  })
})

describe('without network, after a first look', () => {
  const firstLook = async () => {
    withAnswers({ 'household.lookup': () => given(farmerFile) }).launch(openedByScan)
    await phone.sees('陈阿公一家')
    await phone.until(() => JSON.stringify([...phone.storage]).includes('陈阿公'), 'the phone to keep the file')
    phone.answers = {}
    for (const action of ['household.lookup', 'identity.me', 'bulletin.home'] as const) phone.answers[action] = () => noNetwork
  }

  test('two days later the file is still there, with the day on which it was seen', async () => {
    await firstLook()
    itIs('2026-10-14T19:05:00+08:00')
    phone.launch(openedByScan)
    await phone.sees('没有网络，这是 10月12日 08:30 看到的内容', '陈阿公一家', '林建国', '到账 762 元')
    phone.answers['household.lookup'] = () => given({ ...farmerFile, today: '2026-10-14', updatedAt: '2026-10-14T00:00:00.000Z' })
    await phone.tap('retry')
    await phone.sees('更新于 今天 08:00')
    await phone.until(() => !phone.text().includes('没有网络'), 'the notice to go')
  })

  test('once the county answers that it is not theirs any more, what was kept is gone', async () => {
    await firstLook()
    itIs('2026-10-14T19:05:00+08:00')
    phone.answers['household.lookup'] = () => refused('not-allowed', '这里现在只给本人看。请到村便民服务中心问一问。')
    phone.launch(openedByScan)
    await phone.sees('请到村便民服务中心问一问')
    expect(phone.text()).not.toContain('陈阿公')
  })
})
