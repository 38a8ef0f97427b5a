import { itIs } from '../programs/clock'
import type { StartPhone } from './own-walks'
import type { Phone } from '../programs/phone'
import { place, publicCounty, receipt } from './public-county'
import { doesNotUnderstand, searches, suggests } from './public-walks'
import { article } from '../programs/replies'
import { given, noNetwork, type Answers } from '../programs/wire'

/** The first test of a file also compiles the templates of each page that it visits. */
const compilesManyPages = 30_000

/** The tests of the public's pages on one platform. `scanPoster`: how a poster that is scanned while nothing runs starts the programme. */
export function publicPages(startPhone: StartPhone, scanPoster: (phone: Phone) => void): void {
  let phone: Phone
  const start = (answers: Partial<Answers>): Phone => (phone = startPhone(answers))

  beforeEach(() => itIs('2026-10-12T08:30:00+08:00'))
  afterEach(() => phone.close())

  test(
    'searching finds what means the same, and says what to do where nothing is found',
    async () => {
      await searches(start)
      expect(phone.questions('bulletin.search')).toEqual([{ words: '飞机票' }, { words: '低收入' }])
      expect(phone.opened).toContain(`/bulletin/search/index?words=${encodeURIComponent('低收入')}`)
      await phone.settle()
      expect(JSON.stringify([...phone.storage])).not.toContain('飞机票')
    },
    compilesManyPages,
  )

  test('an article is passed on without a trace of whoever does it, and asks once whether it was understood', async () => {
    await doesNotUnderstand(start)
    expect(phone.shared()).toMatchObject({ title: '家里困难，怎么领低保', path: '/bulletin/article/index?id=minimum-living' })
    expect(JSON.stringify(phone.shared())).not.toMatch(/session|token/)
    phone.launch({ path: 'bulletin/article/index', query: { id: 'minimum-living' } })
    await phone.sees('谢谢告诉我们')
    expect(phone.has('not-understood')).toBe(false)
    expect(phone.questions('bulletin.feedback')).toEqual([{ id: 'minimum-living', understood: false }])
  })

  test('a suggestion outlives a lost network and a closed programme; its receipt leads to the answer', async () => {
    await suggests(start)
    expect(phone.questions('bulletin.suggest').at(-1)).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      words: '村口的路灯坏了三个月',
      contact: '16000000009',
      place,
    })
    expect(phone.copied).toEqual(['ABCD EFGH JKMN'])
    expect(phone.questions('bulletin.suggestion')).toEqual([{ receipt }, { receipt }])
    await phone.settle()
    expect(JSON.stringify([...phone.storage])).not.toMatch(/路灯|160000|ABCD/)
  })

  test('a poster scanned when the programme was not running: its place, counted once, and where to go from there', async () => {
    start(publicCounty())
    scanPoster(phone)
    await phone.sees(
      '南田镇武阳村',
      '看政策',
      '提意见',
      '我要举报',
      '40 户，61 人',
      '少于 5 户',
      '55 人领，共 23,622 元',
      '陈*：列为低保户',
    )
    await phone.until(() => phone.storage.has('scans'), 'the scan to be counted')
    scanPoster(phone)
    await phone.sees('南田镇武阳村')
    await phone.settle()
    expect(phone.questions('bulletin.scan')).toEqual([{ place }])
    await phone.tap('report')
    await phone.until(() => phone.route === 'report/write/index', 'the report')
    expect(phone.opened.at(-1)).toBe('/report/write/index')
  })

  test('without a net the place shows what was seen before, and its three ways all the same', async () => {
    start(publicCounty()).launch({ path: 'bulletin/place/index', query: { place } })
    await phone.sees('40 户，61 人')
    await phone.until(() => JSON.stringify([...phone.storage]).includes('武阳村'), 'the phone to keep the page')
    itIs('2026-10-14T19:05:00+08:00')
    for (const action of ['bulletin.place', 'bulletin.home', 'bulletin.scan'] as const) phone.answers[action] = () => noNetwork
    scanPoster(phone)
    await phone.sees('没有网络，这是 10月12日 08:30 看到的内容', '南田镇武阳村', '40 户，61 人', '提意见')
  })

  test('an article that is over says so first', async () => {
    start({ ...publicCounty(), 'bulletin.read': () => given({ ...article, validUntil: '2026-10-11' }) })
    phone.launch({ path: 'bulletin/article/index', query: { id: 'minimum-living' } })
    await phone.sees('已过期（10月11日为止）', '办事前请先打电话问一问')
  })
}
