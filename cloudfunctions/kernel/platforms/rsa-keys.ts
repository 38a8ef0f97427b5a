import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** Reads an RSA private key of at least 2048 bits: PKCS8 or PKCS1, as PEM or as the bare base64 that Alipay's key tool gives. */
export const readPrivateKey = (text: string): KeyObject | undefined =>
  rsa(() => createPrivateKey({ key: derOf(text), format: 'der', type: 'pkcs8' })) ??
  rsa(() => createPrivateKey({ key: derOf(text), format: 'der', type: 'pkcs1' }))

/** Reads an RSA public key of at least 2048 bits: SPKI or PKCS1, as PEM or as bare base64. */
export const readPublicKey = (text: string): KeyObject | undefined =>
  rsa(() => createPublicKey({ key: derOf(text), format: 'der', type: 'spki' })) ??
  rsa(() => createPublicKey({ key: derOf(text), format: 'der', type: 'pkcs1' }))

/** PEM is base64 between two lines; its line ends often come out of a console as `\n` or spaces. */
const derOf = (text: string): Buffer => Buffer.from(text.replace(/-----[^-]+-----/g, '').replace(/\\[nr]|\s/g, ''), 'base64')

/** The library's errors are not passed on: they may quote the key. */
function rsa(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read()
    return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? key : undefined
  } catch {
    return undefined
  }
}
