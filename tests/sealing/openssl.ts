import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The `openssl` command: another people's SM2, SM3 and SM4, to check ours against. */
export const hasOpenssl = ((): boolean => {
  try {
    return /^OpenSSL 3/.test(execFileSync('openssl', ['version']).toString())
  } catch {
    return false
  }
})()

if (!hasOpenssl && process.env.CI) throw new Error('CI needs the openssl command (version 3)')

/** Runs it in a folder of its own with these files; `{name}` in the arguments stands for a file's path. */
export function openssl(args: string[], files: Record<string, Uint8Array | string> = {}, input: Uint8Array | string = ''): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    const placed = args.map((arg) => arg.replace(/\{(\w+)\}/g, (_, name: string) => join(folder, name)))
    return execFileSync('openssl', placed, { input, stdio: ['pipe', 'pipe', 'ignore'] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const der = (tag: number, body: Uint8Array): Buffer => {
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const integer = (bytes: Uint8Array): Buffer => {
  const short = Buffer.from(bytes).subarray(
    Math.max(
      0,
      Buffer.from(bytes).findIndex((byte) => byte !== 0),
    ),
  )
  return der(2, short[0]! >= 128 ? Buffer.concat([Buffer.from([0]), short]) : short)
}
const sm2Curve = Buffer.from('06082a811ccf5501822d', 'hex')

/** PEM of a private key given in hex. */
export const privatePem = (privateKey: string, publicKey: string): string =>
  pem(
    'EC PRIVATE KEY',
    der(
      0x30,
      Buffer.concat([
        integer(Buffer.from([1])),
        der(4, Buffer.from(privateKey, 'hex')),
        der(0xa0, sm2Curve),
        der(0xa1, der(3, Buffer.from(`00${publicKey}`, 'hex'))),
      ]),
    ),
  )

export const publicPem = (publicKey: string): string =>
  pem(
    'PUBLIC KEY',
    der(
      0x30,
      Buffer.concat([
        der(0x30, Buffer.concat([Buffer.from('06072a8648ce3d0201', 'hex'), sm2Curve])),
        der(3, Buffer.from(`00${publicKey}`, 'hex')),
      ]),
    ),
  )

const pem = (name: string, bytes: Buffer): string =>
  `-----BEGIN ${name}-----\n${bytes.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END ${name}-----\n`

/** C1 | C3 | C2 as GB/T 35276 writes it down: SEQUENCE of x, y, hash, ciphertext. */
export const toSm2Der = (wrapped: Uint8Array): Buffer =>
  der(
    0x30,
    Buffer.concat([
      integer(wrapped.subarray(0, 32)),
      integer(wrapped.subarray(32, 64)),
      der(4, wrapped.subarray(64, 96)),
      der(4, wrapped.subarray(96)),
    ]),
  )

export function fromSm2Der(bytes: Buffer): Buffer {
  const [x, y, hash, cipher] = partsOf(bytes) as [Buffer, Buffer, Buffer, Buffer]
  return Buffer.concat([to32(x), to32(y), hash, cipher])
}

export const toSignatureDer = (signature: string): Buffer =>
  der(0x30, Buffer.concat([integer(Buffer.from(signature.slice(0, 64), 'hex')), integer(Buffer.from(signature.slice(64), 'hex'))]))
export const fromSignatureDer = (bytes: Buffer): string =>
  partsOf(bytes)
    .map((part) => to32(part).toString('hex'))
    .join('')

const to32 = (bytes: Buffer): Buffer => Buffer.concat([Buffer.alloc(32), bytes]).subarray(-32)

/** The contents of the members of a SEQUENCE. */
function partsOf(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = contentAt(bytes, 0).from; at < bytes.length;) {
    const { from, length } = contentAt(bytes, at)
    parts.push(bytes.subarray(from, from + length))
    at = from + length
  }
  return parts
}

function contentAt(bytes: Buffer, at: number): { from: number; length: number } {
  const first = bytes[at + 1]!
  return first < 128 ? { from: at + 2, length: first } : { from: at + 2 + (first & 127), length: bytes.readUIntBE(at + 2, first & 127) }
}
