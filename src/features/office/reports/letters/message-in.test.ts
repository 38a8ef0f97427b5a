import { messageIn } from './message-in'

const report = {
  kind: 'report',
  category: 'other',
  subject: 'village',
  place: '示例乡',
  what: '路没有修。',
  when: '',
  photos: 0,
  answers: 'a'.repeat(64),
}

test('what our programme writes comes back, and nothing beside it', () => {
  expect(messageIn({ ...report, more: 1 })).toEqual(report)
  expect(messageIn({ kind: 'follow-up', what: '还有一句。', photos: 1, category: 'other' })).toEqual({
    kind: 'follow-up',
    what: '还有一句。',
    photos: 1,
  })
})

test.each([
  ['no object', null],
  ['a text', '举报'],
  ['another kind', { ...report, kind: 'letter' }],
  ['words that are none', { ...report, what: { toString: 1 } }],
  ['photos that are no number', { ...report, photos: '3' }],
  ['no key for answers', { ...report, answers: undefined }],
  ['a key that is none', { ...report, answers: 'x'.repeat(64) }],
])('%s is not read', (_what, sealed) => expect(messageIn(sealed)).toBeUndefined())
