import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { deriveKey, readRootKeys } from './keys'
import { blindIndex, blindIndexes, digest, digests, open, renewDigest, seal, versionOf } from './seal'

const one = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')}`)
const two = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')},2:${Buffer.alloc(32, 9).toString('base64')}`)
const idNumber = '330399194606150517'

test('what was sealed opens, and reads as nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = seal(one, text)
      expect(open(one, sealed)).toBe(text)
      if (text.length > 3) expect(sealed).not.toContain(text)
    }),
  )
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

test('a text is looked up under every version, and under one that is announced', () => {
  expect(blindIndexes(two, 'card', '62')).toEqual([blindIndex(two, 'card', '62'), blindIndex(one, 'card', '62')])
  const announced = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')},2@9999999999:${Buffer.alloc(32, 9).toString('base64')}`)
  expect(blindIndexes(announced, 'card', '62')).toEqual([blindIndex(one, 'card', '62'), blindIndex(two, 'card', '62')])
})

test('a digest renewed without its content is the digest of that content under the newer key', () => {
  fc.assert(
    fc.property(fc.string(), (content) => {
      const old = digest(one, 'row', content)
      expect(renewDigest(two, 'row', old)).toBe(digest(two, 'row', content))
      expect(digest(two, 'row', content)).not.toBe(blindIndex(two, 'row', content))
    }),
  )
})

test('a document is found by a digest under whatever version it stands, and under one that is announced', () => {
  const announced = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')},2@9999999999:${Buffer.alloc(32, 9).toString('base64')}`)
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(digests(one, 'mailbox', text)).toEqual([digest(one, 'mailbox', text)])
      for (const keys of [two, announced])
        expect(digests(keys, 'mailbox', text)).toEqual([digest(two, 'mailbox', text), digest(one, 'mailbox', text)])
      expect(digests(two, 'mailbox', text)).toContain(renewDigest(two, 'mailbox', digest(one, 'mailbox', text)))
    }),
  )
})

test('what depends on a key is told from other text by its form', () => {
  expect([seal(two, ''), blindIndex(one, 'card', '62'), digest(two, 'row', '')].map(versionOf)).toEqual(['2', '1', '2'])
  for (const text of ['', 'd', '1.5', null, 12, '330399194606150517', '3.14159265358979323846264338327950288'])
    expect(versionOf(text)).toBeUndefined()
})

test('the derived key is HMAC-SM3 as openssl computes it', () => {
  const root = randomBytes(32)
  const keys = readRootKeys(`1:${root.toString('base64')}`)
  const theirs = execFileSync('openssl', ['dgst', '-sm3', '-mac', 'HMAC', '-macopt', `hexkey:${root.toString('hex')}`], {
    input: 'xiaokang/seal',
  }).toString()
  expect(theirs).toContain(deriveKey(keys, 'seal')!.toString('hex'))
})

test('badly written root keys are refused', () => {
  for (const text of ['', '1:short', 'x:' + Buffer.alloc(32).toString('base64')]) expect(() => readRootKeys(text)).toThrow('ROOT_KEYS')
})
