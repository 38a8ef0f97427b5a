import { signerOf } from './scheme-signer'

const today = '2026-09-10'
const member = (personId: string, birth: `${number}-${number}-${number}`, left?: { on: '2026-08'; died: boolean }) => ({
  personId,
  birth,
  left,
})

test.each<[string, Parameters<typeof signerOf>[1], ReturnType<typeof signerOf>]>([
  ['is there', [member('s', '1960-01-01'), member('w', '1962-01-01')], { may: ['w'] }],
  [
    'died',
    [member('s', '1960-01-01', { on: '2026-08', died: true }), member('w', '1962-01-01')],
    { gone: { died: true, on: '2026-08' }, may: ['w'] },
  ],
  [
    'lives elsewhere; a son of age today may, a daughter tomorrow not',
    [member('a', '2008-09-10'), member('b', '2008-09-11')],
    { gone: { died: false }, may: ['a'] },
  ],
  ['left the register and is there still', [member('s', '1960-01-01', { on: '2026-08', died: false })], { may: [] }],
  [
    'died, and nobody of age is left',
    [member('s', '1960-01-01', { on: '2026-08', died: true }), member('k', '2015-01-01')],
    { gone: { died: true, on: '2026-08' }, may: [] },
  ],
])('%s', (_, members, is) => expect(signerOf('s', members, today)).toEqual(is))
