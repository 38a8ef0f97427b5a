import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startRig, temporaryFolder } from './support/gateway'

/** Everything in the data folder, as bytes. */
const bytesOf = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  )

it('what is removed or written over is gone from the files, not only from the answers', async () => {
  const dataDir = temporaryFolder()
  const rig = await startRig({ dataDir })
  await rig.db.createCollection('letters')
  const letters = rig.db.collection('letters')
  // Long enough to stand on pages of its own.
  const long = (marker: string) => `${marker} `.repeat(2000)
  await letters.add([
    { _id: 'a', text: long('destroyed-letter') },
    { _id: 'b', text: long('first-version') },
    { _id: 'c', text: long('letter-that-stays') },
  ])
  await letters.doc('a').remove()
  await letters.doc('b').set({ text: 'second version' })
  await rig.close()
  const bytes = bytesOf(dataDir)
  expect([bytes.includes('letter-that-stays'), bytes.includes('destroyed-letter'), bytes.includes('first-version')]).toEqual([
    true,
    false,
    false,
  ])
  rmSync(dataDir, { recursive: true, force: true })
})
