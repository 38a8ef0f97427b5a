import { conflictOf } from './conflict'
import type { Letters } from './letters/read-letters'

const letters = (over: { subject?: string; category?: string; what?: string; place?: string }, ...more: string[]): Letters => {
  const came = { day: '2026-10-01', side: 'reporter', key: new Uint8Array(32), photos: 0, missing: 0 } as const
  const first = {
    kind: 'report',
    category: 'other',
    subject: 'village',
    place: '',
    what: '村里的路没有修。',
    when: '',
    photos: 0,
    answers: '',
    ...over,
  } as const
  return {
    first,
    all: [
      { ...came, id: 'm0', message: first },
      ...more.map((what, i) => ({ ...came, id: `m${i + 1}`, message: { kind: 'follow-up', what, photos: 0 } as const })),
    ],
  }
}
const found = (...of: Parameters<typeof conflictOf>) => {
  const conflict = conflictOf(...of)
  return conflict && [conflict.kind, conflict.to?.id]
}

test.each([
  ['about a village, at the county', letters({}), 'county', undefined],
  ['names the county’s office', letters({ what: '县纪委的人收了钱。' }), 'county', ['own', 'upper']],
  ['names it as the place', letters({ place: '县监委' }), 'county', ['own', 'upper']],
  ['names it only afterwards', letters({}, '收钱的是纪委监委的。'), 'county', ['own', 'upper']],
  ['about the county’s office, though it is not named', letters({ subject: 'discipline' }), 'county', ['other', 'upper']],
  ['the same at the next level', letters({ subject: 'discipline' }), 'upper', undefined],
  ['passed upwards because it names the county’s office', letters({ what: '县纪委的人收了钱。' }), 'upper', undefined],
  ['about a village, at the next level', letters({}), 'upper', ['other', 'county']],
  [
    'names the highest office, above which the pack has none',
    letters({ subject: 'discipline', what: '市纪委的人也收了。' }),
    'upper',
    ['own', undefined],
  ],
  ['at an office that the programme does not know', letters({ what: '县纪委的人收了钱。' }), 'elsewhere', undefined],
  ['not opened', { all: [{ id: 'm0', day: '2026-10-01', side: 'reporter', needs: ['1'] }] } satisfies Letters, 'county', undefined],
])('%s', (_what, of, office, expected) => expect(found(of, office)).toEqual(expected))
