/** @jest-environment jsdom */
import { alipayPhone, removeCopy } from './programs/alipay'
import { place, posterUrl, publicCounty } from './walks/public-county'
import { publicPages } from './walks/public-tests'

afterAll(removeCopy)

/** Alipay tells only the app what was scanned. */
const byScan = (of: string) => ({ query: { qrCode: posterUrl(of) }, scene: 1011 })

publicPages(alipayPhone, (phone) => phone.launch({ path: 'pages/home/index', ...byScan(place) }, {}))

test.each(['pages/code/index', 'bulletin/place/index'])('a rule that names %s leads to the place too', async (path) => {
  const phone = alipayPhone(publicCounty())
  phone.launch({ path, ...byScan(place) }, {})
  await phone.sees('南田镇武阳村')
  await phone.until(() => phone.storage.has('scans'), 'the scan to be counted')
  phone.close()
})

test('the button to pass an article on opens Alipay’s own panel, which asks the page', async () => {
  const phone = alipayPhone(publicCounty())
  phone.launch({ path: 'bulletin/article/index', query: { id: 'minimum-living' } })
  await phone.tap('share')
  await phone.until(() => phone.passedOn.length > 0, 'the panel')
  expect(phone.passedOn).toEqual([
    { title: '家里困难，怎么领低保', desc: '收入低于低保线的家庭，每月补足差额。', path: '/bulletin/article/index?id=minimum-living' },
  ])
  phone.close()
})

test('a poster scanned while the programme lives opens its place at once; what anybody may ask carries no session', async () => {
  const phone = alipayPhone(publicCounty())
  phone.storage.set('session', 's1')
  phone.launch()
  await phone.sees('小康码 · 文成县')
  phone.comeBack(byScan(place))
  await phone.sees('南田镇武阳村')
  await phone.until(() => phone.storage.has('scans'), 'the scan to be counted')
  const open = phone.asked.flatMap(({ name }, i) => (name === 'bulletin' ? [phone.sessions[i]] : []))
  expect(open.length).toBeGreaterThan(2)
  expect(new Set(open)).toEqual(new Set(['']))
  phone.close()
})
