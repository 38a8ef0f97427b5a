import { crc32, constants, deflateRawSync } from 'node:zlib'

/** What is kept of a file in an archive while its pieces are written one after the other. Sizes in bytes. */
export interface Entry {
  name: string
  crc: number
  size: number
  packed: number
}

export const newEntry = (name: string): Entry => ({ name, crc: 0, size: 0, packed: 0 })

/**
 * The next piece of a file, compressed on its own: pieces put one behind the other are the whole, so that each may be made in another
 * call. `last` closes it.
 */
export function pack(entry: Entry, text: string, last: boolean): { entry: Entry; piece: Buffer } {
  const bytes = Buffer.from(text)
  const piece = deflateRawSync(bytes, { finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH })
  return {
    entry: { ...entry, crc: crc32(bytes, entry.crc), size: entry.size + bytes.length, packed: entry.packed + piece.length },
    piece,
  }
}

/** What goes before a file's pieces: it says how long they are, so it is made when they are. */
export function localHeader({ name, crc, size, packed }: Entry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeCommon(header, 4, { name, crc, size, packed })
  return Buffer.concat([header, Buffer.from(name)])
}

/** The end of an archive: which files there are, and behind how many bytes each begins. */
export function directory(entries: readonly Entry[]): Buffer {
  const listed: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(20, 4)
    writeCommon(header, 6, entry)
    header.writeUInt32LE(offset, 42)
    listed.push(header, Buffer.from(entry.name))
    offset += 30 + Buffer.byteLength(entry.name) + entry.packed
  }
  const size = listed.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...listed, end])
}

/** Version 2.0, names in UTF-8, compressed by “deflate”; of 1 January 1980, for a file's time tells nothing here. */
function writeCommon(header: Buffer, at: number, { name, crc, size, packed }: Entry): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(0x0800, at + 2)
  header.writeUInt16LE(8, at + 4)
  header.writeUInt16LE(0, at + 6)
  header.writeUInt16LE(0x21, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(packed, at + 14)
  header.writeUInt32LE(size, at + 18)
  header.writeUInt16LE(Buffer.byteLength(name), at + 22)
}
