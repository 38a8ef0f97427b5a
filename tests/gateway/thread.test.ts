import { rmSync } from 'node:fs'
import { startGatewayThread } from '../../cloudfunctions/local/gateway/thread/process'
import { bundleGateway } from './support/bundle'
import { connect, SECRET, startRig, temporaryFolder } from './support/gateway'

const bundle = bundleGateway('thread/process')
afterAll(() => bundle.remove())

it('in a thread it serves, calls back, passes errors on and closes; what it did not wait for the disk with is there, too', async () => {
  const dataDir = temporaryFolder()
  const gateway = await startGatewayThread({ dataDir, ...SECRET, invoke: async (name, data) => ({ name, data }) }, bundle.file)
  const app = connect(gateway.url)
  try {
    await app.database().createCollection('x')
    await app.database().collection('x').add({ _id: 'a' })
    await gateway.syncEachWrite(false)
    await app.database().collection('x').add({ _id: 'b' })
    await gateway.syncEachWrite(true)
    expect((await app.callFunction({ name: 'f', data: { n: 1 } })).result).toEqual({ name: 'f', data: { n: 1 } })
    const options = { ...SECRET, dataDir: temporaryFolder() }
    await expect(startGatewayThread({ ...options, port: gateway.port }, bundle.file)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await expect(startGatewayThread({ ...options, dataDir }, bundle.file)).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' })
    rmSync(options.dataDir, { recursive: true, force: true })
  } finally {
    await gateway.close()
  }
  const rig = await startRig({ dataDir })
  expect((await rig.db.collection('x').get()).data).toEqual([{ _id: 'a' }, { _id: 'b' }])
  await rig.close()
  rmSync(dataDir, { recursive: true, force: true })
})
