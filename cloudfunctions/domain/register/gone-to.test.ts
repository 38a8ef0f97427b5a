import { goneTo } from './gone-to'

type Given = Parameters<typeof goneTo>
const home = (over: Partial<Given[0]> = {}): Given[0] => ({ _id: 'A', onRegister: false, headId: 'h', members: [], ...over })
const at = (_id: string, householdId: string | null, sameAs?: string) => ({ _id, householdId, ...(sameAs && { sameAs }) })
const moved = (personId: string, on: '2026-03-01' | '2026-05-01') => ({ personId, on })
const died = { headLeft: { on: '2026-04-01' as const }, members: [{ personId: 'h' }] }

test.each<[string, Given, string | undefined]>([
  ['all went over with the head', [home(), [at('h', 'B'), at('w', 'B')], [moved('h', '2026-05-01'), moved('w', '2026-05-01')]], 'B'],
  ['somebody lives there still', [home({ onRegister: true }), [at('h', 'B'), at('w', 'A')], [moved('h', '2026-05-01')]], undefined],
  ['all left the register', [home(died), [at('h', 'A'), at('w', 'A')], []], undefined],
  ['the head died, and the others went together', [home(died), [at('h', 'A'), at('w', 'B')], [moved('w', '2026-05-01')]], 'B'],
  [
    'the head died, and the others went two ways',
    [home(died), [at('h', 'A'), at('w', 'B'), at('s', 'C')], [moved('w', '2026-05-01'), moved('s', '2026-05-01')]],
    undefined,
  ],
  ['a daughter went before, and those who stayed died', [home(died), [at('h', 'A'), at('d', 'C')], [moved('d', '2026-03-01')]], undefined],
  ['its one person was written down twice', [home(died), [at('h', 'B', 'k')], []], 'B'],
  ['its one person left, and came back elsewhere', [home({ headLeft: died.headLeft }), [at('h', 'B')], []], 'B'],
])('%s', (_, given, to) => expect(goneTo(...given)).toBe(to))
