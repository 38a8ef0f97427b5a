import { scryptSync } from 'node:crypto'
import { hashPassphrase, isPassphrase } from './passphrase'

// The other tests sign in at a small cost (tests/harness/quick-passphrases.ts); this one at the one that guards.
jest.unmock('./passphrase-cost')

const passphrase = '田里的稻子今年长得真好啊'

test('what is kept is scrypt at OWASP’s second choice, under a salt of its own', async () => {
  const kept = await hashPassphrase(passphrase)
  const salt = Buffer.from(kept.salt, 'base64')
  expect(salt).toHaveLength(16)
  expect(kept.hash).toBe(scryptSync(passphrase, salt, 32, { N: 32_768, r: 8, p: 1, maxmem: 2 ** 26 }).toString('base64'))
  expect((await hashPassphrase(passphrase)).salt).not.toBe(kept.salt)
})

test('it opens by the same passphrase only, however wide it was typed, and never for nobody', async () => {
  const kept = await hashPassphrase('Dao 2026 田')
  expect(await isPassphrase('Ｄａｏ 2026 田', kept)).toBe(true)
  expect(await isPassphrase('dao 2026 田', kept)).toBe(false)
  expect(await isPassphrase('Dao 2026 田', undefined)).toBe(false)
})
