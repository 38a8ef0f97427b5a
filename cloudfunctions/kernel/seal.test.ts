import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { deriveKey, readRootKeys } from './keys'
import { blindIndex, open, seal } from './seal'

const one = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')}`)
const two = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')},2:${Buffer.alloc(32, 9).toString('base64')}`)
const idNumber = '330399194606150517'

test('what was sealed opens, and reads as nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const sealed = seal(one, text)
    expect(open(one, sealed)).toBe(text)
    if (text.length > 3) expect(sealed).not.toContain(text)
  }))
})

test('the same text seals differently each time, its index is the same', () => {
  expect(seal(one, idNumber)).not.toBe(seal(one, idNumber))
  expect(blindIndex(one, 'id-number', idNumber)).toBe(blindIndex(one, 'id-number', idNumber))
  expect(blindIndex(one, 'id-number', idNumber)).not.toBe(blindIndex(one, 'card', idNumber))
})

test('any changed byte is refused', () => {
  const sealed = seal(one, idNumber)
  const bytes = Buffer.from(sealed.slice(2), 'base64')
  for (let i = 0; i < bytes.length; i++) {
    const changed = Buffer.from(bytes)
    changed[i]! ^= 1
    expect(() => open(one, `1.${changed.toString('base64')}`)).toThrow('changed')
  }
  expect(() => open(one, '1.')).toThrow()
  expect(() => open(one, `9${sealed.slice(1)}`)).toThrow('version 9')
})

test('a newer key seals, the older still opens', () => {
  const old = seal(one, idNumber)
  expect(open(two, old)).toBe(idNumber)
  expect(seal(two, idNumber).startsWith('2.')).toBe(true)
})

test('the derived key is HMAC-SM3 as openssl computes it', () => {
  const root = randomBytes(32)
  const keys = readRootKeys(`1:${root.toString('base64')}`)
  const theirs = execFileSync('openssl', ['dgst', '-sm3', '-mac', 'HMAC', '-macopt', `hexkey:${root.toString('hex')}`], { input: 'xiaokang/seal' }).toString()
  expect(theirs).toContain(deriveKey(keys, 'seal')!.toString('hex'))
})

test('badly written root keys are refused', () => {
  for (const text of ['', '1:short', 'x:' + Buffer.alloc(32).toString('base64')]) expect(() => readRootKeys(text)).toThrow('ROOT_KEYS')
})
