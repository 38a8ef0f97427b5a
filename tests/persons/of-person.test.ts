import { ofPerson, staysWithId } from '#affairs/persons/of-person'
import { collections } from '#store/all'
import { findEach } from '#store/db/read'
import { likenesses } from '#store/people/likenesses'
import { startCloud, type Cloud } from '../harness/cloud'
import { takenFiles } from '../intake/truth'
import { compareEverybody } from './county-of-doubles'

/** Of a collection that names a person somebody has said what becomes of it when two entries are one: a new one cannot be forgotten. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
  for (const { path } of takenFiles) await cloud.importFile(path)
}, 120_000)
afterAll(() => cloud.close())

test('every collection whose records name a person comes along, or says why it stays', async () => {
  const known = new Set([...ofPerson.map(({ name }) => name), ...Object.keys(staysWithId)])
  const naming = new Set<string>()
  for (const of of collections) {
    if (of.indexes.some(({ fields }) => fields.some(({ field }) => /(^|\.)personIds?$/.test(field)))) naming.add(of.name)
    for (const document of await findEach(cloud.db, of, {})) if ('personId' in document) naming.add(of.name)
  }
  expect([...naming].filter((name) => !known.has(name))).toEqual([])
  // Whatever comes along is read by household, and found by person.
  for (const of of ofPerson) expect([of.name, of.indexes.some(({ fields }) => fields[0]!.field === 'personId')]).toEqual([of.name, true])
})

test('in the departments’ files nobody is taken for somebody else', async () => {
  await compareEverybody(cloud)
  expect(await findEach(cloud.db, likenesses, {})).toEqual([])
})
