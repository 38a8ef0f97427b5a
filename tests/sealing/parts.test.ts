import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sm2 } from 'sm-crypto-v2'
import { fromRecoverySheet, fromKeyFile, readKeyFile, toKeyFile, toRecoverySheet } from '#domain/sealing/key-file'
import { fromUtf8, padded, toUtf8, unpadded } from '#domain/sealing/bytes'
import { groupReceipt, newReceipt, readReceipt, receiptKeys } from '#domain/sealing/receipt'
import { sealBytes, NotOurs, type Random } from '#domain/sealing/symmetric'
import { keyId, newKeyPair, wrap } from '#domain/sealing/sm2-keys'
import { averageHashes, challengeOf, doWork, isWorkDone } from '#domain/sealing/work'
import { atOnce, random } from './people'

const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex')

describe('receipts', () => {
  test('twenty digits, shown in groups of four, read back however they are typed', () => {
    for (let i = 0; i < 200; i++) {
      const receipt = newReceipt(random)
      expect(groupReceipt(receipt)).toMatch(/^(\d{4} ){4}\d{4}$/)
      expect(readReceipt(` ${groupReceipt(receipt).replace(/ /g, '－')} `)).toBe(receipt)
      expect(readReceipt(receipt.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))).toBe(receipt)
    }
    expect(readReceipt('1234')).toBe('length')
  })

  test('every single miscopied digit is found, and nearly every exchange of neighbours', () => {
    let [exchanges, missed] = [0, 0]
    for (let i = 0; i < 50; i++) {
      const receipt = newReceipt(random)
      for (let at = 0; at < 20; at++) {
        for (let other = 0; other < 10; other++) {
          if (String(other) !== receipt[at]) expect(readReceipt(receipt.slice(0, at) + other + receipt.slice(at + 1))).toBe('slip')
        }
        if (at === 19 || receipt[at] === receipt[at + 1]) continue
        exchanges++
        if (readReceipt(receipt.slice(0, at) + receipt[at + 1] + receipt[at] + receipt.slice(at + 2)) !== 'slip') missed++
      }
    }
    expect(missed / exchanges).toBeLessThan(0.05)
  })

  test('every digit is alike likely', () => {
    const counts = new Array<number>(10).fill(0)
    for (let i = 0; i < 2000; i++) for (const digit of newReceipt(random).slice(0, 19)) counts[Number(digit)]!++
    for (const count of counts) expect(Math.abs(count - 3800)).toBeLessThan(6 * Math.sqrt(3800))
  })

  test('the same receipt opens the same mailbox, in this county only', async () => {
    const receipt = newReceipt(random)
    const [here, again, elsewhere] = [
      await receiptKeys(receipt, '330328', atOnce),
      await receiptKeys(receipt, '330328', atOnce),
      await receiptKeys(receipt, '330399', atOnce),
    ]
    expect(again).toEqual(here)
    expect(elsewhere.mailbox).not.toBe(here.mailbox)
    expect(new Set([here.mailbox, Buffer.from(here.answers).toString('hex'), Buffer.from(here.note).toString('hex')]).size).toBe(3)
  })
})

describe('no randomness, no sealing', () => {
  const none: Random = () => {
    throw new Error('no secure randomness')
  }
  test('nothing is made without it', () => {
    expect(() => newReceipt(none)).toThrow('no secure randomness')
    expect(() => newKeyPair(none)).toThrow('no secure randomness')
    expect(() => sealBytes(random(32), 'x', new Uint8Array(32), none)).toThrow('no secure randomness')
    expect(() => wrap(newKeyPair(random).publicKey, random(32), none)).toThrow('no secure randomness')
  })

  test('the library’s own key pair from a text is not used: it would be the same for everybody', () => {
    expect(sm2.generateKeyPairHex('123456789').privateKey).toBe(sm2.generateKeyPairHex('987654321').privateKey)
    expect(new Set(Array.from({ length: 20 }, () => newKeyPair(random).privateKey)).size).toBe(20)
  })
})

describe('the work', () => {
  test('what was done for one thing counts for no other', async () => {
    const challenge = challengeOf('submit', '2026-11-25', 'a')
    const done = await doWork(challenge, sm3, atOnce)
    expect(isWorkDone(challenge, done, sm3)).toBe(true)
    for (const other of [
      challengeOf('submit', '2026-11-26', 'a'),
      challengeOf('submit', '2026-11-25', 'b'),
      challengeOf('open', '2026-11-25', 'a'),
    ])
      expect(isWorkDone(other, done, sm3)).toBe(false)
    for (const wrong of ['', done.slice(1), '0'.repeat(64), `${done}0`]) expect(isWorkDone(challenge, wrong, sm3)).toBe(false)
  })

  test('it takes about 2048 hashes, and hardly ever twice as many', async () => {
    const taken: number[] = []
    for (let i = 0; i < 60; i++) {
      let hashes = 0
      await doWork(
        `case ${i}`,
        (text) => {
          hashes++
          return sm3(text)
        },
        atOnce,
      )
      taken.push(hashes)
    }
    const mean = taken.reduce((sum, count) => sum + count, 0) / taken.length
    expect(Math.abs(mean - averageHashes)).toBeLessThan(averageHashes * 0.25)
    expect(taken.filter((count) => count > 2.2 * averageHashes).length).toBeLessThan(4)
  })
})

describe('key files and recovery sheets', () => {
  const pair = newKeyPair(random)
  test('a file opens with its passphrase only', async () => {
    const file = readKeyFile(JSON.stringify(await toKeyFile(pair, '案件监督管理室', '一句只有我知道的话呀', random, atOnce, 2)))!
    expect(await fromKeyFile(file, '一句只有我知道的话呀', atOnce)).toEqual(pair)
    expect(JSON.stringify(file)).not.toContain(pair.privateKey)
    await expect(fromKeyFile(file, '一句只有我知道的话', atOnce)).rejects.toThrow(NotOurs)
    await expect(fromKeyFile({ ...file, id: keyId(newKeyPair(random).publicKey) }, '一句只有我知道的话呀', atOnce)).rejects.toThrow(NotOurs)
    for (const text of ['', '{}', 'null', '[1]', JSON.stringify({ ...file, turns: 1e9 }), JSON.stringify({ ...file, sealed: 1 })])
      expect(readKeyFile(text)).toBeUndefined()
  })

  test('a sheet copied by hand gives the key back, with a slip it gives none', () => {
    const sheet = toRecoverySheet(pair)
    expect(sheet).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){13}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(fromRecoverySheet(sheet.toLowerCase().replace(/0/g, 'o').replace(/ /g, ''))).toEqual(pair)
    expect(fromRecoverySheet(sheet.slice(0, -1))).toBeUndefined()
    const letters = sheet.replace(/ /g, '')
    for (let at = 0; at < letters.length; at++)
      expect(fromRecoverySheet(letters.slice(0, at) + (letters[at] === '7' ? '8' : '7') + letters.slice(at + 1))).toBeUndefined()
  })
})

describe('bytes', () => {
  test('UTF-8 as Node has it, there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(toUtf8(text))).toEqual(Buffer.from(text, 'utf8'))
        expect(fromUtf8(toUtf8(text))).toBe(Buffer.from(text, 'utf8').toString('utf8'))
      }),
    )
  })
  test('padding comes off as it went on', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => expect(unpadded(padded(bytes, 64))).toEqual(bytes)))
    expect(() => padded(new Uint8Array(61), 64)).toThrow(RangeError)
    expect(() => unpadded(Uint8Array.from([0, 0, 0, 9, 1]))).toThrow(RangeError)
  })
})
