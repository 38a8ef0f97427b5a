import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '#local/host/data-folder'

const root = mkdtempSync(join(tmpdir(), 'xiaokang-private-'))
afterAll(() => rmSync(root, { recursive: true }))
const modeOf = (path: string) => statSync(path).mode & 0o777

test('a data folder that others could read is closed to them when it is opened, with everything in it', () => {
  const data = join(root, 'data')
  const originals = join(data, 'cloud/storage/imports')
  mkdirSync(originals, { recursive: true })
  const [file, program, outside] = [join(originals, 'a.xlsx'), join(data, 'run'), join(root, 'outside')]
  for (const one of [file, program, outside]) writeFileSync(one, 'x')
  symlinkSync(outside, join(data, 'link'))
  for (const [path, mode] of [
    [data, 0o777],
    [originals, 0o755],
    [file, 0o644],
    [program, 0o775],
    [outside, 0o644],
  ] as const)
    chmodSync(path, mode)
  openDataFolder(data)
  expect([data, originals, file, program, join(data, 'secrets.json')].map(modeOf)).toEqual([0o700, 0o700, 0o600, 0o700, 0o600])
  expect(modeOf(outside)).toBe(0o644)
})

test('where that cannot be done the folder is refused with a sentence', () => {
  const theirs = join(root, 'theirs')
  mkdirSync(theirs)
  chmodSync(theirs, 0o755)
  jest.isolateModules(() => {
    // A file system without modes: chmod says yes and changes nothing.
    jest.doMock('node:fs', () => ({ ...jest.requireActual<object>('node:fs'), chmodSync: () => undefined }))
    const { makePrivate } = jest.requireActual<typeof import('#local/host/private-folder')>('#local/host/private-folder')
    expect(() => makePrivate(theirs)).toThrow(/别的用户也能看.*chmod -R go-rwx/)
  })
})
