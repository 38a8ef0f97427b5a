/** @jest-environment jsdom */
import { place, posterUrl, publicCounty } from './walks/public-county'
import { publicPages } from './walks/public-tests'
import { weChatPhone } from './programs/weapp'

/** WeChat hands the poster's address to the page that the county's rule names. */
const asQ = { q: encodeURIComponent(posterUrl(place)), scancode_time: '1791764400' }

publicPages(weChatPhone, (phone) => phone.launch({ path: 'bulletin/place/index', query: asQ, scene: 1011 }))

test('a rule that names the page of the cards leads to the place too', async () => {
  const phone = weChatPhone(publicCounty())
  phone.launch({ path: 'pages/code/index', query: asQ, scene: 1011 })
  await phone.sees('南田镇武阳村')
  await phone.until(() => phone.storage.has('scans'), 'the scan to be counted')
  expect(phone.opened).toEqual([`/bulletin/place/index?place=${place}&scanned=1`])
  phone.close()
})

test('a poster’s address that was cut off is a bad code, and nobody is asked about it', async () => {
  const phone = weChatPhone(publicCounty())
  phone.launch({ path: 'bulletin/place/index', query: { q: encodeURIComponent(posterUrl(place.slice(0, 9))) }, scene: 1011 })
  await phone.sees('这不是小康码，或者没有扫全')
  expect(phone.questions('bulletin.place')).toEqual([])
  phone.close()
})
