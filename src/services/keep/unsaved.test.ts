import { renderHook } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { useUnsaved as useUnsavedOnPhone } from './unsaved'
import { mayLeave, useUnsaved } from './unsaved.h5'

/** Whether a browser would ask before the page goes. */
const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

beforeEach(() => newPhone())

test('a browser asks before something unsaved is lost, and no longer once it is sent or the form is gone', () => {
  const { rerender, unmount } = renderHook(({ unsaved }) => useUnsaved(unsaved), { initialProps: { unsaved: false } })
  expect(asks()).toBe(false)
  rerender({ unsaved: true })
  expect(asks()).toBe(true)
  rerender({ unsaved: false })
  expect(asks()).toBe(false)
  rerender({ unsaved: true })
  unmount()
  expect(asks()).toBe(false)
})

test('the way back asks on the page where it would be lost, in words, and on no page above it', () => {
  const sure = jest.spyOn(window, 'confirm').mockReturnValue(false)
  phone.pages = [{ route: 'report', options: {} }]
  expect(mayLeave()).toBe(true)
  const { unmount } = renderHook(() => useUnsaved(true, '回执号还没有抄下来。'))
  expect([mayLeave(), sure.mock.calls]).toEqual([false, [['回执号还没有抄下来。真的离开吗？']]])
  sure.mockReturnValue(true)
  expect(mayLeave()).toBe(true)
  phone.pages = [...phone.pages, { route: 'track', options: {} }]
  expect([mayLeave(), sure.mock.calls.length]).toEqual([true, 2])
  unmount()
})

test('a mini-program is told to ask, and to ask no longer; one that cannot is left alone', () => {
  const told: unknown[] = []
  renderHook(() => useUnsavedOnPhone(true)).unmount()
  Object.assign(Taro, { enableAlertBeforeUnload: (how: unknown) => told.push(how), disableAlertBeforeUnload: () => told.push('no longer') })
  const { unmount } = renderHook(() => useUnsavedOnPhone(true))
  unmount()
  expect(told).toMatchObject([{ message: expect.stringContaining('离开') as string }, 'no longer'])
})
