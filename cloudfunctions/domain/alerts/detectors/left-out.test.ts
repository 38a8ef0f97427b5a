import { noCode, noDoctor, nobodyPaired, sameCertificate, type ServedHome } from './left-out'

/** Situations as a clerk would tell them. */
const home = (_id: string, over: Partial<ServedHome> = {}): ServedHome => ({
  ...{ _id, townCode: '330328102', villageCode: '330328102201', paired: true, doctor: true, withoutCode: [] },
  ...over,
})
const homes = (served: number, left: number): ServedHome[] => [
  ...Array.from({ length: served }, (_, i) => home(`served-${i}`)),
  ...Array.from({ length: left }, (_, i) => home(`left-${i}`, { paired: false, doctor: false })),
]
const town = (list: readonly ServedHome[]) => ({ homes: list, agencyId: 'agriculture', sharePercent: 80, most: 20 })
const about = (found: ReturnType<typeof nobodyPaired>) => found.map(({ subject }) => `${subject.kind} ${subject.id}`)

test.each([nobodyPaired, noDoctor])('%p: who is in no list that is nearly whole', (detector) => {
  expect(about(detector(town(homes(8, 2))))).toEqual(['household left-0', 'household left-1'])
  expect(about(detector(town(homes(10, 0))))).toEqual([])
})

test('a list that is not whole yet says who is in it, and not who is left out', () => {
  expect(nobodyPaired(town(homes(79, 21)))).toEqual([])
  expect(nobodyPaired(town(homes(0, 3)))).toEqual([])
  expect(nobodyPaired(town([]))).toEqual([])
})

test('paired and without a doctor are two matters', () => {
  const list = [...homes(8, 0), home('no-doctor', { doctor: false })]
  expect([about(nobodyPaired(town(list))), about(noDoctor(town(list)))]).toEqual([[], ['household no-doctor']])
})

test('very many of one town are one alert about the town', () => {
  const list = [...homes(100, 20), home('far', { villageCode: '330328102202', paired: false })]
  expect(about(nobodyPaired(town(list)))).toEqual(['place 330328102'])
  expect(nobodyPaired(town(list))[0]!.records).toHaveLength(21)
  expect(nobodyPaired(town(list.slice(1, -1)))).toHaveLength(20)
})

test('each person without a card that works', () => {
  expect(about(noCode(town([home('a', { withoutCode: ['chen', 'li'] }), home('b')])))).toEqual(['person chen', 'person li'])
})

test('two households with one certificate are one matter; no number is none', () => {
  const of = (_id: string, certificateNo: string) => ({ ...home(_id), certificateNo })
  const found = sameCertificate([of('b', 'WC-7'), of('c', ''), of('a', 'WC-7'), of('d', ''), of('e', 'WC-8')], 'civil-affairs')
  expect(found).toMatchObject([{ subject: { id: 'a' }, cause: 'WC-7', facts: ['a', 'b'] }])
})
