import { crc32, createInflateRaw } from 'node:zlib'
import type { Budget } from './budget'
import { FileFault } from './sheet'

/** One part of a zip file. */
export interface Part {
  name: string
  method: number
  crc: number
  packed: number
  size: number
  at: number
  encrypted: boolean
}

export const damaged = () =>
  new FileFault('这个 Excel 文件不完整或已损坏，可能没有传完。请重新下载，或让报送单位另存一份 .xlsx 发来，再导入。')

/** The parts of a zip file, by its directory. @throws FileFault when the file did not arrive whole. */
export function partsOf(bytes: Buffer): Map<string, Part> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) throw damaged()
  const count = bytes.readUInt16LE(end + 10)
  const parts = new Map<string, Part>()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes
      .subarray(at + 46, at + 46 + nameLength)
      .toString('utf8')
      .replace(/\\/g, '/')
      .replace(/^\//, '')
    parts.set(name, {
      name,
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/**
 * Unpacks a part piece by piece, never whole, and makes sure that it is what its directory says: a reader that repairs what it can would
 * take in half a register without a word.
 * @throws FileFault when it is not, or when the file unpacks to more than any department's.
 */
export async function* unpack(bytes: Buffer, part: Part, budget: Budget): AsyncGenerator<Buffer> {
  const { method, crc, packed, size, at, encrypted } = part
  if (encrypted || at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw damaged()
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (from + packed > bytes.length || (method !== 0 && method !== 8)) throw damaged()
  const body = bytes.subarray(from, from + packed)
  let [length, sum] = [0, 0]
  for await (const piece of method === 0 ? [body] : inflated(body)) {
    length += piece.length
    if (length > size) throw damaged()
    budget.unpacked(piece.length)
    sum = crc32(piece, sum)
    yield piece
  }
  if (length !== size || sum !== crc) throw damaged()
}

async function* inflated(body: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 })
  inflate.end(body)
  try {
    for await (const piece of inflate) yield piece as Buffer
  } catch {
    throw damaged()
  }
}

/** Reads a part to its end without keeping it: whether it arrived whole. */
export async function checkPart(bytes: Buffer, part: Part, budget: Budget): Promise<void> {
  for await (const piece of unpack(bytes, part, budget)) void piece
}
