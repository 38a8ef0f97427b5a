import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { startRig, type Rig } from './support/gateway'

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

const upload = (cloudPath: string, text: string) => rig.app.uploadFile({ cloudPath, fileContent: Buffer.from(text) })
const linkTo = async (fileID: string, maxAge = 60) => (await rig.app.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]

it('keeps a file under its path and gives it back', async () => {
  const { fileID } = await upload('imports/2024/民政 局.xlsx', '内容')
  expect(fileID).toBe('cloud://test-env.local-test-env/imports/2024/民政 局.xlsx')
  const { fileContent } = await rig.app.downloadFile({ fileID })
  expect(fileContent?.toString()).toBe('内容')
  await upload('imports/2024/民政 局.xlsx', '新的')
  expect((await rig.app.downloadFile({ fileID })).fileContent?.toString()).toBe('新的')
  expect((await rig.app.getFileInfo({ fileList: [fileID] })).fileList[0]).toMatchObject({ code: 'SUCCESS', size: 6 })
})

it('keeps large and empty files whole', async () => {
  const bytes = Buffer.alloc(5_000_000, 'abc')
  const { fileID } = await rig.app.uploadFile({ cloudPath: 'large', fileContent: bytes })
  expect(bytes.equals((await rig.app.downloadFile({ fileID })).fileContent as Buffer)).toBe(true)
  const link = await linkTo((await upload('empty', '')).fileID)
  expect(await (await fetch(link?.tempFileURL ?? '')).text()).toBe('')
})

it('deletes, and says what is not there', async () => {
  const { fileID } = await upload('gone', 'x')
  const missing = fileID.replace('gone', 'never')
  expect((await rig.app.deleteFile({ fileList: [fileID, missing] })).fileList).toMatchObject([
    { fileID, code: 'SUCCESS' },
    { code: 'STORAGE_FILE_NONEXIST' },
  ])
  expect(await linkTo(fileID)).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
})

it('copies and moves', async () => {
  await upload('from/a.txt', 'a')
  await rig.app.copyFile({ fileList: [{ srcPath: 'from/a.txt', dstPath: 'to/a.txt', removeOriginal: true }] })
  expect((await linkTo('cloud://test-env.local-test-env/to/a.txt'))?.code).toBe('SUCCESS')
  expect((await linkTo('cloud://test-env.local-test-env/from/a.txt'))?.code).toBe('STORAGE_FILE_NONEXIST')
})

it('opens only to links it signed, for what they were signed for', async () => {
  const { fileID } = await upload('secret', 's')
  const link = (await linkTo(fileID))?.tempFileURL ?? ''
  expect((await fetch(link)).status).toBe(200)
  const other = Buffer.from('other').toString('base64url')
  for (const forged of [
    link.replace(/sign=../, 'sign=zz'),
    link.replace(/expires=\d+/, 'expires=9999999999'),
    link.replace(/\?.*/, ''),
    link.replace(/storage\/[^?]+/, `storage/${other}`),
  ]) {
    expect((await fetch(forged)).status).toBe(403)
  }
  const put = await (await fetch(link, { method: 'PUT', body: 'overwritten' })).text()
  expect(put).toContain('SignatureDoesNotMatch')
  expect((await rig.app.downloadFile({ fileID })).fileContent?.toString()).toBe('s')
  expect((await fetch(link, { method: 'DELETE' })).status).toBe(405)
})

it('links expire', async () => {
  const { fileID } = await upload('short', 's')
  const link = (await linkTo(fileID, 1))?.tempFileURL ?? ''
  const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2500)
  const { status } = await fetch(link)
  later.mockRestore()
  expect(status).toBe(403)
})

it('no path leads out of its folder', async () => {
  const before = readdirSync(rig.dataDir)
  const { fileID } = await upload('../../escaped', 'x')
  expect((await rig.app.downloadFile({ fileID })).fileContent?.toString()).toBe('x')
  expect(readdirSync(rig.dataDir)).toEqual(before)
  expect(readdirSync(join(rig.dataDir, 'files')).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true)
  await expect(upload('/rooted', 'x')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
})
