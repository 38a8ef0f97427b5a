import { idleAfter } from './leaving-desk'
import { forgetKeys, openKey, signerOf } from '../sealing/report-keys'
import { county } from '../built-in/county'

const [office] = county.reports.offices
const pair = { ...office!.keys[0]!, privateKey: '1' }
const isOpen = () => signerOf(office!.id) !== undefined

beforeEach(() => {
  jest.useFakeTimers()
  openKey({ name: '甲', pair })
  window.location.hash = '#/office/desk/index?room=reports'
})
afterEach(() => {
  forgetKeys()
  jest.useRealTimers()
})

test('a key stays while somebody works at the desk, in whatever room, and is forgotten when nobody has for a while', () => {
  for (let i = 0; i < 4; i++) {
    jest.advanceTimersByTime(idleAfter - 60_000)
    window.dispatchEvent(new Event('pointerdown'))
    window.location.hash = `#/office/desk/index?room=${i}`
    window.dispatchEvent(new Event('hashchange'))
  }
  expect(isOpen()).toBe(true)
  jest.advanceTimersByTime(idleAfter + 10_000)
  expect(isOpen()).toBe(false)
})

test.each(['pagehide', 'hashchange'])('it goes when the desk is left (%s)', (event) => {
  window.location.hash = '#/pages/home/index'
  window.dispatchEvent(new Event(event))
  expect(isOpen()).toBe(false)
})
