import { mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { currentKeys } from './current-keys'
import { readRootKeys, versionsOf } from './keys'

const key = (n: number) => Buffer.alloc(32, n).toString('base64')

test('the newest version in force seals', () => {
  expect(readRootKeys(`1:${key(1)},3:${key(3)},2:${key(2)}`)).toMatchObject({ newest: '3' })
  expect(versionsOf(readRootKeys(`3:${key(3)},1:${key(1)}`))).toEqual(['1', '3'])
})

test('an announced version opens, and seals from its second on', () => {
  const text = `1:${key(1)},2@1000:${key(2)}`
  expect(readRootKeys(text, 999_999)).toMatchObject({ newest: '1', next: { version: '2', from: 1_000_000 } })
  expect(versionsOf(readRootKeys(text, 999_999))).toEqual(['1', '2'])
  expect(readRootKeys(text, 1_000_000)).toEqual({ newest: '2', byVersion: expect.any(Map) as unknown })
})

test.each(['', '1:short', `0:${key(1)}`, `10:${key(1)}`, `1@soon:${key(1)}`, `1:${key(1)},1:${key(2)}`])('refused: %s', (text) => {
  expect(() => readRootKeys(text)).toThrow('ROOT_KEYS')
})

describe('the keys as of now', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'xiaokang-keys-')), 'secrets.json')
  const write = (rootKeys: string) => {
    writeFileSync(`${file}.new`, JSON.stringify({ rootKeys }))
    renameSync(`${file}.new`, file)
  }

  test('are the same object until something changes, so that derived keys are kept', () => {
    const env = { ROOT_KEYS: `1:${key(1)}` }
    expect(currentKeys(env)).toBe(currentKeys({ ...env }))
    expect(currentKeys({ ROOT_KEYS: `1:${key(1)},2:${key(2)}` }).newest).toBe('2')
  })

  test('are read again when the file was written again', () => {
    write(`1:${key(1)}`)
    const env = { ROOT_KEYS: `1:${key(9)}`, ROOT_KEYS_FILE: file }
    const before = currentKeys(env)
    expect(currentKeys(env)).toBe(before)
    write(`1:${key(1)},2@9999999999:${key(2)}`)
    expect(currentKeys(env)).toMatchObject({ newest: '1', next: { version: '2' } })
  })

  test('an announced version comes into force without anything being written', () => {
    jest.useFakeTimers({ now: 1_000_000 })
    const env = { ROOT_KEYS: `1:${key(1)},2@2000:${key(2)}` }
    expect(currentKeys(env).newest).toBe('1')
    jest.setSystemTime(2_000_000)
    expect(currentKeys(env).newest).toBe('2')
    jest.useRealTimers()
  })
})
