import fc from 'fast-check'
import { groupToken, readCodeToken, tokenInScan, type CodeToken } from '#domain/access/code-token'
import { crockford } from '#domain/text/crockford'
import { base32, codeIdOf, newCodeId, signCode } from './code-signer'
import { readRootKeys } from '../seal/keys'

const keys = readRootKeys(`1:${Buffer.alloc(32, 7).toString('base64')}`)
const others = readRootKeys(`1:${Buffer.alloc(32, 8).toString('base64')}`)

test('a token is 25 characters and leads back to its code', () => {
  const id = newCodeId()
  const token = signCode(keys, id)
  expect(token).toMatch(/^1[0-9A-HJKMNP-TV-Z]{24}$/)
  expect(codeIdOf(keys, token)).toBe(id)
})

test('every single wrong character is found out', () => {
  const token = signCode(keys, newCodeId())
  for (let i = 0; i < token.length; i++) {
    for (const character of crockford) {
      if (character === token[i]) continue
      expect(codeIdOf(keys, (token.slice(0, i) + character + token.slice(i + 1)) as CodeToken)).toBeUndefined()
    }
  }
})

test('two neighbours swapped are found out', () => {
  const token = signCode(keys, newCodeId())
  for (let i = 1; i < token.length - 1; i++) {
    if (token[i] === token[i + 1]) continue
    expect(codeIdOf(keys, (token.slice(0, i) + token[i + 1] + token[i] + token.slice(i + 2)) as CodeToken)).toBeUndefined()
  }
})

test('another county’s key signs nothing here', () => {
  expect(codeIdOf(keys, signCode(others, newCodeId()))).toBeUndefined()
})

test('typed as people type: lower case, spaces, O and I and L', () => {
  const token = signCode(keys, '0123456789ABCDEF')
  expect(readCodeToken(groupToken(token).toLowerCase())).toBe(token)
  expect(readCodeToken(token.replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(token)
  expect(tokenInScan(`https://xiaokang.example/c/${token}?from=poster`)).toBe(token)
})

test('what is no token is nothing, whatever it is', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(tokenInScan(text)).toBeUndefined()))
  for (const text of ['https://xiaokang.example/p/330328100201', '1', 'https://weixin.qq.com/c/', ''])
    expect(tokenInScan(text)).toBeUndefined()
})

test('base32 keeps order and length', () => {
  expect(base32(Buffer.alloc(5))).toBe('00000000')
  expect(base32(Buffer.alloc(5, 255))).toBe('ZZZZZZZZ')
})
