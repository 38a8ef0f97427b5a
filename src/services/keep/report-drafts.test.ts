import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import type { Sealed } from './report-drafts'
import { eraseDraft, keepDraft, keepProgress, readDraft } from './report-drafts'

const made = (parts: number): Sealed => ({
  parts: Array.from({ length: parts }, (_, i) => `sealed-${i}`),
  draft: {
    action: 'follow',
    message: { id: 'a'.repeat(32), mailbox: 'b'.repeat(64), keys: [], sealed: 'sealed', parts },
    noted: false,
    sent: 0,
  },
})

beforeEach(() => newPhone())

test('a draft comes back as it was kept, and how far it has come', () => {
  const sealed = made(10)
  expect(keepDraft(sealed)).toBe(true)
  keepProgress({ ...sealed.draft, noted: true, sent: 7, sentOn: '2026-10-12' })
  expect(readDraft()).toEqual({ parts: sealed.parts, draft: { ...sealed.draft, noted: true, sent: 7, sentOn: '2026-10-12' } })
  eraseDraft()
  expect([readDraft(), phone.storage.size]).toEqual([undefined, 0])
})

test('nothing kept, something else kept, or a part lost: there is no draft', () => {
  expect(readDraft()).toBeUndefined()
  phone.storage.set('report-draft', '{"half')
  expect(readDraft()).toBeUndefined()
  keepDraft(made(5))
  phone.storage.delete('report-draft-3')
  expect([readDraft(), phone.storage.size]).toEqual([undefined, 0])
})

test.each([
  [
    'throws',
    () => {
      throw new Error('QuotaExceededError')
    },
  ],
  ['says nothing', () => undefined],
])('where there is no room and storage %s, nothing of it stays', (_, full) => {
  const set = phone.storage.set.bind(phone.storage)
  const storing = jest
    .spyOn(phone.storage, 'set')
    .mockImplementation((key, value) => (key === 'report-draft-2' ? (full(), phone.storage) : set(key, value)))
  expect(keepDraft(made(5))).toBe(false)
  storing.mockRestore()
  expect(phone.storage.size).toBe(0)
})
