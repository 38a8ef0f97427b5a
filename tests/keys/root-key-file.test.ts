import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRootKeys, versionsOf } from '#kernel/seal/keys'
import { addRootKey, newestKeyVersion } from '#local/host/root-key-file'

const data = mkdtempSync(join(tmpdir(), 'xiaokang-root-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))
const written = () => JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as { rootKeys: string; secretKey: string }

test('a new version stands beside the old ones, which stay; it is announced before it seals', () => {
  expect(newestKeyVersion(data)).toBe('1')
  const before = written()
  expect(addRootKey(data)).toBe('2')
  expect(written().rootKeys.startsWith(`${before.rootKeys},2@`)).toBe(true)
  expect(written().secretKey).toBe(before.secretKey)
  expect(readRootKeys(written().rootKeys)).toMatchObject({ newest: '1', next: { version: '2' } })
})

test('after version 9 there is none: it says what to do, and changes nothing', () => {
  for (let version = 3; version <= 9; version++) expect(addRootKey(data)).toBe(String(version))
  const before = written()
  expect(() => addRootKey(data)).toThrow(/已经到第 9 版.*请用 --data 新开一个数据文件夹/)
  expect(written()).toEqual(before)
  expect(versionsOf(readRootKeys(before.rootKeys))).toHaveLength(9)
})
