import { servedWatch } from '#affairs/alerts/served-watch'
import type { AtWork } from '#kernel/jobs/kind'
import { environment } from '#kernel/call/environment'
import { now } from '#kernel/call/clock'
import { find, findEach } from '#store/db/read'
import { insertMany, update } from '#store/db/write'
import { doctorContracts, pairings, type DoctorContract, type Pairing } from '#store/people/helpers'
import { codes, households, persons, type Household } from '#store/people/register'
import { startCloud, type Cloud } from '../harness/cloud'
import { oneTown } from '../intake/one-town'
import { fileOf } from '../intake/truth'

/** A town's register, whose lists of helpers have everybody but one household. */
const town = '330328100'
let cloud: Cloud
let homes: Household[]
const on = (): AtWork => ({ ...environment(), moment: now() })
const look = async () => servedWatch.look(on(), town)
const subjects = async (detector: 'nobody_paired' | 'no_doctor' | 'no_code') => (await look())[detector]!.map(({ subject }) => subject.id)

beforeAll(async () => {
  cloud = await startCloud()
  await cloud.importBytes(...oneTown(fileOf(1).path))
  homes = await findEach(cloud.db, households, { onRegister: true })
}, 60_000)
afterAll(() => cloud.close())

const said = (home: Household) => ({ _id: `said-${home._id}`, digest: '', personId: home.headId, householdId: home._id, workerId: 'w' })
const paired = (list: Household[]) => insertMany(cloud.db, pairings, list.map(said) as Pairing[])
const signed = (list: Household[]) => insertMany(cloud.db, doctorContracts, list.map(said) as DoctorContract[])

test('while no list has come, nobody is left out of it', async () => {
  expect(homes.length).toBeGreaterThan(20)
  expect([await subjects('nobody_paired'), await subjects('no_doctor'), await subjects('no_code')]).toEqual([[], [], []])
})

test('the one household that a whole list does not name', async () => {
  await paired(homes.slice(1))
  await signed(homes.slice(0, -1))
  expect(await subjects('nobody_paired')).toEqual([homes[0]!._id])
  expect(await subjects('no_doctor')).toEqual([homes.at(-1)!._id])
})

test('a household that left the register is not missed', async () => {
  await update(cloud.db, households, { _id: homes[0]!._id }, { $set: { onRegister: false } })
  expect(await subjects('nobody_paired')).toEqual([])
  await update(cloud.db, households, { _id: homes[0]!._id }, { $set: { onRegister: true } })
})

test('somebody whose card was revoked and who got no other', async () => {
  const [person] = await find(cloud.db, persons, { onRegister: true })
  await update(cloud.db, codes, { personId: person!._id }, { $set: { status: 'revoked' } })
  expect(await subjects('no_code')).toEqual([person!._id])
})

test('two households with one certificate', async () => {
  const [a, b] = homes
  await update(cloud.db, households, { _id: { $in: [a!._id, b!._id] } }, { $set: { certificateNo: 'WC-0007' } })
  const { double_inclusion: found } = await look()
  expect(found!.map(({ facts }) => facts)).toEqual([[a!._id, b!._id].sort()])
})
