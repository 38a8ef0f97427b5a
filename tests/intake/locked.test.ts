import { CFB, read, write, utils } from '@e965/xlsx'
import { readFile } from '#affairs/intake/reading/read-file'
import { exitHeadings, numberOf, workbook } from './made'

/** Files with a password, of each kind that departments send: no one of them is called broken. */
const book = (bookType: 'biff8' | 'ods' | 'xlsx') =>
  write(
    {
      SheetNames: ['退出'],
      Sheets: { 退出: utils.aoa_to_sheet([exitHeadings, [1, '大峃镇', '苔湖村', '甲', numberOf(1), '死亡', '', '周某', '2026-03-02']]) },
    },
    { type: 'buffer', bookType, compression: true },
  ) as Buffer

/** As Excel and WPS save a workbook with a password: a container of Microsoft's around ciphered bytes. */
function lockedXlsx(): Buffer {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]))
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7))
  return CFB.write(container, { type: 'buffer' }) as Buffer
}

/** An old workbook (.xls, .et) says behind its first record that the others are ciphered. */
function lockedXls(): Buffer {
  const container = CFB.read(book('biff8'), { type: 'buffer' })
  const stream = CFB.find(container, '/Workbook')!
  const records = Buffer.from(stream.content as Uint8Array)
  const first = 4 + records.readUInt16LE(2)
  const filePass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 9)])
  stream.content = Buffer.concat([records.subarray(0, first), filePass, records.subarray(first)])
  stream.size = stream.content.length
  return CFB.write(container, { type: 'buffer' }) as Buffer
}

/** LibreOffice leaves the names of the parts and ciphers what is in them. */
function lockedOds(): Buffer {
  const parts = CFB.read(book('ods'), { type: 'buffer' })
  const manifest = CFB.find(parts, '/META-INF/manifest.xml')!
  const text = Buffer.from(manifest.content as Uint8Array)
    .toString()
    .replace(
      /(<manifest:file-entry [^>]*content.xml"[^>]*)\/>/,
      '$1><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>',
    )
  expect(text).toContain('encryption-data')
  manifest.content = Buffer.from(text)
  manifest.size = manifest.content.length
  CFB.find(parts, '/content.xml')!.content = Buffer.alloc(3000, 5)
  return CFB.write(parts, { type: 'buffer', fileType: 'zip' } as never) as Buffer
}

/** Packed with a password, as some offices' gateways do: each entry is marked. */
function lockedZip(): Buffer {
  const bytes = Buffer.from(workbook([exitHeadings]))
  for (const [mark, flags] of [
    ['PK\x03\x04', 6],
    ['PK\x01\x02', 8],
  ] as const)
    for (let at = bytes.indexOf(mark, 0, 'latin1'); at >= 0; at = bytes.indexOf(mark, at + 4, 'latin1')) bytes[at + flags]! |= 1
  return bytes
}

test.each([
  ['名册.xlsx', lockedXlsx],
  ['名册.xls', lockedXls],
  ['名册.et', lockedXls],
  ['名册.ods', lockedOds],
  ['打了密码的包.xlsx', lockedZip],
])('%s with a password is named for what it is', async (_, bytes) => {
  await expect(readFile(bytes())).rejects.toThrow(/设了打开密码.*请.*去掉密码.*。$/)
})

test('the same files without one are read', async () => {
  for (const bytes of [book('xlsx'), book('biff8'), book('ods')]) {
    expect(read(bytes).SheetNames).toEqual(['退出'])
    expect((await readFile(bytes))[0]!.rows).toHaveLength(2)
  }
})
