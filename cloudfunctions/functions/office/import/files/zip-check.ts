import { crc32, inflateRawSync } from 'node:zlib'
import { FileFault } from './sheet'

/** A spreadsheet of a county is a few megabytes; anything that unpacks to more than this is no department's file. */
const mostBytes = 300 * 1024 * 1024

/**
 * Makes sure that an .xlsx arrived whole: its directory is there and every part unpacks to the size and CRC it states.
 * A reader that repairs what it can would take in half a register without a word.
 * @throws FileFault if it did not.
 */
export function checkZip(bytes: Buffer): void {
  const entries = directory(bytes)
  if (!entries) throw damaged()
  let total = 0
  for (const entry of entries) {
    total += entry.size
    if (total > mostBytes) throw new FileFault('这个文件解开后太大，不像部门报表。请分乡镇拆成几个文件，再导入。')
    if (!isWhole(bytes, entry)) throw damaged()
  }
}

const damaged = () => new FileFault('这个 Excel 文件不完整或已损坏，可能没有传完。请重新下载，或让报送单位另存一份 .xlsx 发来，再导入。')

interface Entry { method: number; crc: number; packed: number; size: number; at: number; encrypted: boolean }

function directory(bytes: Buffer): Entry[] | undefined {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) return undefined
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return undefined
    entries.push({
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function isWhole(bytes: Buffer, { method, crc, packed, size, at, encrypted }: Entry): boolean {
  if (encrypted || at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return false
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (from + packed > bytes.length) return false
  try {
    const body = bytes.subarray(from, from + packed)
    const plain = method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(size, 1) })
    return plain.length === size && crc32(plain) === crc
  } catch {
    return false
  }
}
