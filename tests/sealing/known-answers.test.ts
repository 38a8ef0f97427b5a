import { createCipheriv, createHmac, createHash, hkdfSync, pbkdf2Sync } from 'node:crypto'
import { sm2, sm3 } from 'sm-crypto-v2'
import { fromHex, toHex, toUtf8 } from '#domain/sealing/bytes'
import { receiptKeys, type Receipt } from '#domain/sealing/receipt'
import { isSignedBy, newKeyPair, publicKeyOf, sign, unwrap, wrap } from '#domain/sealing/sm2-keys'
import { sealBytes, subkey } from '#domain/sealing/symmetric'
import { fromSignatureDer, fromSm2Der, hasOpenssl, openssl, privatePem, publicPem, toSignatureDer, toSm2Der } from './openssl'
import { atOnce, random } from './people'

/** The worked example of GB/T 32918.5-2017: a key, a fixed k, and what must come of them. */
const example = {
  privateKey: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8',
  publicKey:
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  k: '59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21',
  wrapped:
    '04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0' +
    '59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766' +
    '21886ca989ca9c7d58087307ca93092d651efa',
  signature:
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' + 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
}

describe('the worked examples of the standards', () => {
  test('SM2 encrypts the standard’s text with the standard’s k to the standard’s ciphertext', () => {
    expect(publicKeyOf(example.privateKey)).toBe(example.publicKey)
    const wrapped = wrap(example.publicKey, toUtf8('encryption standard'), () => fromHex(example.k))
    expect(toHex(wrapped)).toBe(example.wrapped)
    expect(unwrap(example.privateKey, wrapped)).toEqual(toUtf8('encryption standard'))
  })

  test('SM2 accepts the standard’s signature, made over the signer’s identity and the text', () => {
    expect(isSignedBy(example.publicKey, 'message digest', example.signature)).toBe(true)
    expect(isSignedBy(example.publicKey, 'message digesT', example.signature)).toBe(false)
  })

  test('a signature without the identity (hash: false) is not ours', () => {
    const bare = sm2.doSignature(toUtf8('收到了'), example.privateKey, { hash: false })
    expect(isSignedBy(example.publicKey, '收到了', bare)).toBe(false)
  })

  test('SM3 of abc', () => expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'))
})

describe('Node’s own algorithms come to the same', () => {
  test('sealing is SM4-CBC, then HMAC-SM3 over purpose, IV and ciphertext', () => {
    const [secret, plain] = [random(32), random(64)]
    const sealed = sealBytes(secret, 'message x', plain, random)
    const keys = Buffer.from(subkey(secret, 'message x', 48))
    const cipher = createCipheriv('sm4-cbc', keys.subarray(0, 16), sealed.subarray(0, 16)).setAutoPadding(false)
    const body = Buffer.concat([sealed.subarray(0, 16), cipher.update(plain), cipher.final()])
    const tag = createHmac('sm3', keys.subarray(16)).update('message x\n').update(body).digest()
    expect(Buffer.from(sealed)).toEqual(Buffer.concat([body, tag]))
  })

  test('keys for a purpose are HKDF with SM3', () => {
    const secret = random(32)
    expect(Buffer.from(subkey(secret, 'answers', 48))).toEqual(Buffer.from(hkdfSync('sm3', secret, '', 'answers', 48)))
  })

  test('what a receipt opens comes of 10,000 rounds of PBKDF2', async () => {
    const keys = await receiptKeys('12345678901234567890' as Receipt, '330328', atOnce)
    let secret = Buffer.from('12345678901234567890')
    for (let turn = 0; turn < 20; turn++) secret = pbkdf2Sync(secret, `xiaokang report 1 330328 ${turn}`, 500, 32, 'sha256')
    expect(keys.mailbox).toBe(Buffer.from(hkdfSync('sm3', secret, '', 'mailbox', 32)).toString('hex'))
    expect(toHex(keys.answers)).toBe(Buffer.from(hkdfSync('sm3', secret, '', 'answers', 32)).toString('hex'))
  })
})

const withOpenssl = hasOpenssl ? describe : describe.skip
withOpenssl('the openssl command agrees', () => {
  const pair = newKeyPair(random)
  const files = { private: privatePem(pair.privateKey, pair.publicKey), public: publicPem(pair.publicKey) }

  test('what we wrap, it unwraps', () => {
    for (let i = 0; i < 5; i++) {
      const secret = random(32)
      expect(
        openssl(['pkeyutl', '-decrypt', '-inkey', '{private}', '-in', '{wrapped}'], {
          ...files,
          wrapped: toSm2Der(wrap(pair.publicKey, secret, random)),
        }),
      ).toEqual(Buffer.from(secret))
    }
  })

  test('what it wraps, we unwrap', () => {
    const secret = random(32)
    const wrapped = openssl(['pkeyutl', '-encrypt', '-pubin', '-inkey', '{public}', '-in', '{secret}'], { ...files, secret })
    expect(Buffer.from(unwrap(pair.privateKey, fromSm2Der(wrapped)))).toEqual(Buffer.from(secret))
  })

  const signing = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678', '-in', '{text}']
  test('what we sign, it verifies', () => {
    const signature = toSignatureDer(sign(pair, '已经查实，钱退回来了。'))
    expect(
      openssl(['pkeyutl', '-verify', '-pubin', '-inkey', '{public}', '-sigfile', '{signature}', ...signing], {
        ...files,
        text: '已经查实，钱退回来了。',
        signature,
      }).toString(),
    ).toMatch(/Success/)
  })

  test('what it signs, we verify', () => {
    const signature = openssl(['pkeyutl', '-sign', '-inkey', '{private}', ...signing], { ...files, text: '收到了' })
    expect(isSignedBy(pair.publicKey, '收到了', fromSignatureDer(signature))).toBe(true)
    expect(isSignedBy(pair.publicKey, '没收到', fromSignatureDer(signature))).toBe(false)
  })

  test('it decrypts what we sealed, and finds the same tag', () => {
    const [secret, plain] = [random(32), random(4096)]
    const sealed = sealBytes(secret, 'answer', plain, random)
    const keys = toHex(subkey(secret, 'answer', 48))
    const body = sealed.subarray(0, -32)
    expect(
      openssl(['enc', '-d', '-sm4-cbc', '-nopad', '-K', keys.slice(0, 32), '-iv', toHex(body.subarray(0, 16))], {}, body.subarray(16)),
    ).toEqual(Buffer.from(plain))
    expect(
      openssl(
        ['dgst', '-sm3', '-mac', 'HMAC', '-macopt', `hexkey:${keys.slice(32)}`, '-binary'],
        {},
        Buffer.concat([Buffer.from('answer\n'), body]),
      ),
    ).toEqual(Buffer.from(sealed.subarray(-32)))
  })

  test('SM3 of a megabyte', () => {
    const megabyte = random(1 << 20)
    expect(openssl(['dgst', '-sm3', '-binary'], {}, megabyte).toString('hex')).toBe(sm3(megabyte))
    expect(createHash('sm3').update(megabyte).digest('hex')).toBe(sm3(megabyte))
  })
})
