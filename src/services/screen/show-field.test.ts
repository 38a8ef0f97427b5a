import Taro from '@tarojs/taro'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { showField as showFieldOnPhone } from './show-field'
import { showField } from './show-field.h5'

test('in a browser the field of the page that is seen comes into sight, with the keyboard in it; that of an earlier page does not', async () => {
  document.body.innerHTML = '<div id="a-field"><input id="old"></div><div id="a-field"><label>甲</label><input id="new"></div>'
  const [hidden, shown] = document.querySelectorAll('[id=a-field]')
  const seen: unknown[] = []
  for (const field of [hidden!, shown!])
    field.scrollIntoView = (how) => {
      seen.push([field, how])
    }
  shown!.getClientRects = () => [{}] as unknown as DOMRectList
  showField('a-field')
  await new Promise(requestAnimationFrame)
  expect(seen).toEqual([[shown, { block: 'center' }]])
  expect(document.activeElement?.id).toBe('new')
})

test('a mini-program scrolls to it; a phone that cannot is left alone', async () => {
  newPhone()
  showFieldOnPhone('what-field')
  expect(phone.shown).toEqual(['#what-field'])
  const { pageScrollTo } = Taro
  Object.assign(Taro, { pageScrollTo: () => Promise.reject(new Error('no such node')) })
  showFieldOnPhone('what-field')
  await Promise.resolve()
  Object.assign(Taro, { pageScrollTo: undefined })
  showFieldOnPhone('what-field')
  Object.assign(Taro, { pageScrollTo })
})
