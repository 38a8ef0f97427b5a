import Taro from '@tarojs/taro'
import { tokenInScan } from '#domain/access/code-token'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { adoptAddress } from '../pages/address.h5'
import { noteArrival, takeArrival } from './arrival'
import { go, paths } from '../pages/paths'
import { placeIn } from './scanned-place'
import { scannedIn } from './scene'
import { scannedIn as scannedInWeapp } from './scene.weapp'

const token = '1ABCDEFGHJKMNPQRSTVWXYZ23'
const printed = `https://xk.example/c/${token}`
const tokenOf = (scanned: string | undefined) => (scanned === undefined ? undefined : tokenInScan(scanned))

beforeEach(() => newPhone())

test('WeChat hands over an ordinary QR code as q, encoded once, and its own code as scene', () => {
  expect(tokenOf(scannedInWeapp({ q: encodeURIComponent(printed), scancode_time: '1' }))).toBe(token)
  expect(tokenOf(scannedInWeapp({ scene: token }))).toBe(token)
  expect(tokenOf(scannedInWeapp({ token, $taroTimestamp: '1' }))).toBe(token)
  expect(scannedInWeapp({ $taroTimestamp: '1' })).toBeUndefined()
})

test('something that cannot be decoded is passed on as it is, to be called a bad code', () => {
  expect(scannedIn({ token: '%E4%B8' })).toBe('%E4%B8')
})

test('Alipay: before the first page the code waits; it is taken once', () => {
  noteArrival({ query: { qrCode: printed } })
  expect(phone.visited).toEqual([])
  expect(tokenOf(takeArrival())).toBe(token)
  expect(takeArrival()).toBeUndefined()
})

test('Alipay: a second scan while the app lives opens the code at once', () => {
  phone.pages = [{ route: 'pages/home/index', options: {} }]
  noteArrival({ query: { qrCode: encodeURIComponent(printed) } })
  expect(phone.visited).toEqual([`/household/file/index?token=${token}`])
})

test('Alipay: the same code again while it is on the screen changes nothing; coming back without a scan neither', () => {
  phone.pages = [{ route: 'household/file/index', options: { token } }]
  noteArrival({ query: { qrCode: printed } })
  noteArrival({ query: {} })
  noteArrival(undefined)
  expect(phone.visited).toEqual([])
})

describe('a poster', () => {
  const poster = 'https://xk.example/p/330328104202'
  const scanned = { code: '330328104202', scanned: true }

  test('is handed to its page by WeChat as q, by Alipay to the app, by our own pages and a browser as place', () => {
    expect(placeIn({ q: encodeURIComponent(poster), scancode_time: '1' })).toEqual(scanned)
    noteArrival({ query: { qrCode: poster } })
    expect(placeIn({})).toEqual(scanned)
    expect(placeIn({ place: '330328104202', scanned: '1' })).toEqual(scanned)
    expect(placeIn({ place: '330328104202', $taroTimestamp: '1' })).toEqual({ code: '330328104202', scanned: false })
  })

  test('is no poster with another form', () => {
    for (const params of [{}, { place: '3303' }, { place: '33032810420x' }, { q: encodeURIComponent(printed) }, { q: '%E4%B8' }])
      expect(placeIn(params)).toBeUndefined()
  })

  test('scanned a second time in Alipay while it is on the screen changes nothing', () => {
    phone.pages = [{ route: 'bulletin/place/index', options: { place: '330328104202', scanned: '1' } }]
    noteArrival({ query: { qrCode: poster } })
    expect(phone.visited).toEqual([])
    noteArrival({ query: { qrCode: 'https://xk.example/p/330328104203' } })
    expect(phone.visited).toEqual(['/bulletin/place/index?place=330328104203&scanned=1'])
  })
})

test.each([
  ['/p/330328104202', '/bulletin/place/index?place=330328104202&scanned=1'],
  ['/p/33032810', '/pages/code/index?token=33032810'],
  ['/a/minimum-living', '/bulletin/article/index?id=minimum-living'],
  ['/r/', '/report/write/index'],
  ['/r', '/report/write/index'],
])('H5: %s becomes %s', (path, page) => {
  window.history.replaceState(null, '', path)
  adoptAddress()
  expect(window.location.hash).toBe(`#${page}`)
})

test.each([
  [`/c/${token}#wechat_redirect`, paths.code(token)],
  ['/r/#wechat_redirect', paths.report],
  ['/p/330328104202#/no/such/page', '/bulletin/place/index?place=330328104202&scanned=1'],
  ['/#/no/such/page', paths.home],
  ['/#/%E4%B8', paths.home],
  ['/#/pages/home', paths.home],
])('H5: %s is no white page', (address, page) => {
  window.history.replaceState(null, '', address)
  adoptAddress()
  expect(window.location.hash).toBe(`#${page}`)
})

test.each([paths.me(), paths.article('x'), paths.office, paths.looks])('H5: %s stays', (page) => {
  window.history.replaceState(null, '', `/c/${token}#${page}`)
  adoptAddress()
  expect(window.location.hash).toBe(`#${page}`)
})

test('the eleventh page takes the place of the tenth', () => {
  const went: string[] = []
  const [navigate, redirect] = [jest.spyOn(Taro, 'navigateTo'), jest.spyOn(Taro, 'redirectTo')].map((way, i) =>
    way.mockImplementation((async () => {
      went.push(i === 0 ? 'on' : 'instead')
    }) as never),
  )
  for (const open of [9, 10]) {
    phone.pages = Array.from({ length: open }, () => ({ route: 'pages/home/index', options: {} }))
    go(paths.looks)
    noteArrival({ query: { qrCode: printed } })
  }
  expect(went).toEqual(['on', 'on', 'instead', 'instead'])
  navigate!.mockRestore()
  redirect!.mockRestore()
})

test('H5: /c/<token> becomes the code page; a page that is already open stays', () => {
  window.history.replaceState(null, '', `/c/${token}`)
  adoptAddress()
  expect(window.location.pathname + window.location.hash).toBe(`/#${paths.code(token)}`)
  window.history.replaceState(null, '', `/c/${token}#${paths.me()}`)
  adoptAddress()
  expect(window.location.hash).toBe(`#${paths.me()}`)
})
