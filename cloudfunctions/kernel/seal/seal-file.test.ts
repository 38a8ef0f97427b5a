import { randomBytes } from 'node:crypto'
import { readRootKeys } from './keys'
import { isSealedFile, openFile, sealFile } from './seal-file'

const root = (version: number) => `${version}:${randomBytes(32).toString('base64')}`
const first = root(1)
const keys = readRootKeys(first)

test.each([0, 1, 15, 16, 100_000])('%d bytes come back as they were, and nothing of them shows', (size) => {
  const content = Buffer.alloc(size, '330399194001011234')
  const sealed = sealFile(keys, content)
  expect(isSealedFile(sealed)).toBe(true)
  expect(isSealedFile(content)).toBe(false)
  expect(sealed.includes('330399')).toBe(false)
  expect(openFile(keys, sealed)).toEqual(content)
})

test('an older key still opens, a changed byte or another key never', () => {
  const sealed = sealFile(keys, Buffer.from('民政局_名册'))
  expect(openFile(readRootKeys(`${first},${root(2)}`), sealed).toString()).toBe('民政局_名册')
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    expect(() => openFile(keys, changed)).toThrow()
  }
  expect(() => openFile(readRootKeys(root(1)), sealed)).toThrow('was changed')
  expect(() => openFile(readRootKeys(root(2)), sealed)).toThrow('No key version 1')
})
