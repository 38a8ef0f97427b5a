import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { Budget } from './budget'
import { FileFault } from './sheet'

/** So many bytes are unpacked at a time: with the usual sixteenth of it, a large sheet costs as much again in handing them on. */
const pieceBytes = 256 * 1024

/** One part of a zip file. */
export interface Part {
  name: string
  entry: Entry
  zip: ZipFile
}

export const damaged = () =>
  new FileFault('这个 Excel 文件不完整或已损坏，可能没有传完。请重新下载，或让报送单位另存一份 .xlsx 发来，再导入。')

export const locked = () => new FileFault('这个文件设了打开密码，读不了。请报送单位去掉密码另存一份发来，再导入。')

/** The parts of a zip file, by its directory. @throws FileFault when the file did not arrive whole, or has a password. */
export async function partsOf(bytes: Buffer): Promise<Map<string, Part>> {
  const { fromBufferPromise } = await import('yauzl')
  const parts = new Map<string, Part>()
  try {
    // Names as bytes: what packers write into them (a leading slash, a backslash) is no reason to refuse a workbook.
    const zip = await fromBufferPromise(withoutTail(bytes), { decodeStrings: false })
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8').replace(/\\/g, '/').replace(/^\//, '')
      if (entry.isEncrypted()) throw locked()
      parts.set(name, { name, entry, zip })
    }
  } catch (error) {
    throw error instanceof FileFault ? error : damaged()
  }
  return parts
}

/** What some offices' gateways append to a download is no part of it. */
function withoutTail(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  return end < 0 || end + 22 > bytes.length ? bytes : bytes.subarray(0, end + 22 + bytes.readUInt16LE(end + 20))
}

/**
 * Unpacks a part piece by piece, never whole, and makes sure that it is what its directory says: a reader that repairs what it can would
 * take in half a register without a word.
 * @throws FileFault when it is not, or when the file unpacks to more than any department's.
 */
export async function* unpack({ zip, entry }: Part, budget: Budget): AsyncGenerator<Buffer> {
  let [sum, bytes] = [0, 0]
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
    for await (const piece of unpacked(packed, entry) as AsyncIterable<Buffer>) {
      budget.unpacked(piece.length)
      bytes += piece.length
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    throw error instanceof FileFault ? error : damaged()
  }
  if (sum !== entry.crc32 || bytes !== entry.uncompressedSize) throw damaged()
}

/** @throws FileFault for a way of packing that no spreadsheet is packed in. */
function unpacked(packed: Readable, { compressionMethod }: Entry): Readable {
  if (compressionMethod === 0) return packed
  if (compressionMethod !== 8) throw damaged()
  // What fails shows where the pieces are read.
  return pipeline(packed, createInflateRaw({ chunkSize: pieceBytes }), () => undefined)
}

/** Reads a part to its end without keeping it: whether it arrived whole. */
export async function checkPart(part: Part, budget: Budget): Promise<void> {
  for await (const piece of unpack(part, budget)) void piece
}
