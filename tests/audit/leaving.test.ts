import { once } from 'node:events'
import { mkdtempSync, rmSync, watch } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { originOf, readCheckpoint } from '#kernel/record/checkpoint-note'
import type { LocalCloud } from '#local/host/cloud'
import { readWitness } from '#local/audit/notes'
import { allPlaces, witnessPlaces } from '#local/audit/places'
import { verifyAudit } from '#local/audit/verify'
import { startPatrol } from '#local/host/patrol-timer'
import { startCloud, type Cloud } from '../harness/cloud'
import { aHousehold, asFarmer } from '../harness/people'

/** Checkpoints leave the machine by themselves: to files outside the data folder, and to an address. */
const posted: string[] = []
const receiver = createServer((request, response) => {
  let body = ''
  request
    .on('data', (part: Buffer) => (body += part.toString()))
    .on('end', () => {
      posted.push(body)
      response.end()
    })
})
let cloud: Cloud
let folder: string
beforeAll(async () => {
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  process.env.CHECKPOINT_URL = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  cloud = await startCloud()
  folder = mkdtempSync(join(tmpdir(), 'xiaokang-places-'))
})
afterAll(async () => {
  delete process.env.CHECKPOINT_URL
  receiver.closeAllConnections()
  receiver.close()
  await cloud.close()
  rmSync(folder, { recursive: true })
})

test('the places are the data folder, one of the programme’s own outside it, and the one that the county names; a county begun anew has others', () => {
  const places = witnessPlaces({ path: join(folder, 'data') }, cloud.county, cloud.keys, {
    XDG_STATE_HOME: join(folder, 'state'),
    CHECKPOINT_FOLDER: join(folder, 'disk'),
  })
  expect(places.beside).toBe(join(folder, 'data', 'checkpoints.txt'))
  expect(places.elsewhere).toHaveLength(2)
  const [own, disk] = places.elsewhere as [string, string]
  expect([own.startsWith(join(folder, 'state')), disk.startsWith(join(folder, 'disk'))]).toEqual([true, true])
  const anew = { newest: '1', byVersion: new Map([['1', Buffer.alloc(32, 3)]]) }
  expect(witnessPlaces({ path: folder }, cloud.county, anew, { XDG_STATE_HOME: join(folder, 'state') }).elsewhere).not.toContain(own)
})

test('a look is chained by itself, and its checkpoint is in every place and was posted; stopping does a last round', async () => {
  const places = { beside: join(folder, 'checkpoints.txt'), elsewhere: [join(folder, 'elsewhere.txt')] }
  const operated = {
    operate: (name: string, action: string, input: unknown) => cloud.operate(action, input, name as 'patrol'),
  } as unknown as LocalCloud
  const patrol = startPatrol(operated, cloud.db, places)
  const farmer = await asFarmer(cloud, await aHousehold(cloud))
  const written = new Promise<void>((resolve) => {
    const watcher = watch(folder, (_, name) => {
      if (name !== 'elsewhere.txt') return
      watcher.close()
      resolve()
    })
  })
  await cloud.call('household', 'mine', {}, farmer)
  await written
  await cloud.call('household', 'mine', {}, farmer)
  await patrol.close()
  const notes = readWitness(places.beside)
  expect(notes.map((note) => readCheckpoint(cloud.keys, originOf(cloud.county), note))).toMatchObject([
    { size: 1, announced: { n: 1 } },
    { size: 2, announced: { n: 2 } },
  ])
  expect(allPlaces(places).map(readWitness)).toEqual([notes, notes])
  expect(posted).toEqual(notes)
  expect(await verifyAudit(cloud, notes)).toMatchObject({ size: 2, waiting: 0, finding: undefined })
})
