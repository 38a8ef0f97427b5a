import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'
import { readFile } from '#affairs/intake/reading/read-file'
import type { Sheet } from '#affairs/intake/reading/sheet'
import { numberOf } from './made'
import { faulty, understood } from './read'

/** A zip of these parts, as any packer makes it. */
function zip(parts: Record<string, string | Buffer>): Buffer {
  const [bodies, entries]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(plain), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(plain.length, 18)
    shared.writeUInt16LE(Buffer.byteLength(name), 22)
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 'latin1')
    shared.copy(entry, 6)
    entry.writeUInt32LE(at, 42)
    entries.push(entry, Buffer.from(name))
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, Buffer.from(name), packed])
    at += body.length
    bodies.push(body)
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(bodies.length, 8)
  end.writeUInt16LE(bodies.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, directory, end])
}

const relations = (type: string, target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}"/></Relationships>`
/** A workbook of one sheet, from the XML of its rows. */
const bookOf = (rows: string, more: Record<string, string> = {}) =>
  zip({
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': '<workbook xmlns:r="x"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  })
const cells = (values: (string | number)[], row: number) =>
  `<row r="${row}">${values.map((value, i) => `<c r="${String.fromCharCode(65 + i)}${row}"${typeof value === 'string' ? ` t="inlineStr"><is><t>${value}</t></is>` : `><v>${value}</v>`}</c>`).join('')}</row>`
const heading = cells(['姓名', '身份证号', '卡号', '项目', '应发金额(元)'], 1)
const line = (row: number) => cells(['甲', numberOf(row), `62000000000000000${10 + row}`, '低保金', 100], row)

describe('a workbook that needs more than any department’s is refused while it is read, before it fills the memory', () => {
  test.each<[string, () => Buffer]>([
    ['eleven million rows in 700 KB', () => readFileSync(faulty('27'))],
    [
      'cells at the far corner',
      () => bookOf(Array.from({ length: 3000 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join('')),
    ],
    [
      'a page of cells that reach over a thousand columns',
      () => Buffer.from(`<table><tr>${'<td colspan=1000>'.repeat(1_000_000)}</tr></table>`),
    ],
    ['a text of nothing but commas', () => Buffer.alloc(60_000_000, 'a,,,\n')],
    ['many long texts', () => bookOf(Array.from({ length: 6 }, (_, i) => cells(['长'.repeat(2_000_000)], i + 1)).join(''))],
  ])(
    '%s',
    async (_, bytes) => {
      const file = bytes()
      const before = process.memoryUsage().rss
      await expect(readFile(file)).rejects.toThrow(/太大.*请.*。$/)
      expect(process.memoryUsage().rss - before).toBeLessThan(1200 * 1024 * 1024)
    },
    120_000,
  )

  test('a whole column with a format and nothing in it is no burden', async () => {
    const blank = Array.from({ length: 200_000 }, (_, i) => `<row r="${i + 4}" spans="1:5"><c r="A${i + 4}" s="1"/></row>`).join('')
    const [sheet] = await readFile(bookOf(heading + line(2) + line(3) + blank))
    expect(sheet!.rows).toHaveLength(3)
  }, 60_000)
})

describe('what a zip holds decides what it is called', () => {
  test.each([
    ['通知.docx', 'word/document.xml', /Word 文档/],
    ['汇报.pptx', 'ppt/presentation.xml', /演示文稿/],
    ['打包.xlsx', '名册.csv', /压缩包/],
  ])('%s', (_, part, words) => expect(readFile(zip({ '[Content_Types].xml': '<Types/>', [part]: '<x/>' }))).rejects.toThrow(words))
  test('an old .doc is no broken table', () =>
    expect(
      readFile(
        Buffer.concat([
          Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
          Buffer.alloc(600),
          Buffer.from('WordDocument', 'utf16le'),
          Buffer.alloc(600),
        ]),
      ),
    ).rejects.toThrow(/Word 文档/))
})

/** A sheet as it is packed, its rows one by one. */
const plainly = ({ rows, ...sheet }: Sheet) => ({
  ...sheet,
  rows: rows.map(({ number, hidden, cells: own }) => ({ number, hidden, cells: own })),
})

describe('cells of a workbook', () => {
  test('shared, inline, rich and escaped texts, errors, booleans, formulas with and without results, hidden rows, merges', async () => {
    const texts = '<sst><si><t>大峃镇</t><rPh sb="0" eb="1"><t>da</t></rPh></si><si><r><t>苔</t></r><r><t>湖_x000D_村</t></r></si></sst>'
    const rows =
      '<row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c></row>' +
      '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><f>SUM(A1:A2)</f></c><c r="C3" t="str"><f>"x"</f><v>x</v></c><c r="D3"><v>330399197010252938</v></c></row>'
    const book = zip({
      '_rels/.rels': relations('officeDocument', '/xl/workbook.xml'),
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:r="x"><x:sheets><x:sheet name="表" sheetId="1" state="veryHidden" r:id="r1"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml').replace(
        '</Rel',
        '<Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Rel',
      ),
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${rows.replace(/<(\/?)/g, '<$1x:')}</x:sheetData><x:mergeCells><x:mergeCell ref="A2:B3"/></x:mergeCells></x:worksheet>`,
      'xl/sharedStrings.xml': texts,
    })
    expect((await readFile(book)).map(plainly)).toEqual([
      {
        name: '表',
        hidden: true,
        merges: [{ top: 1, left: 0, bottom: 2, right: 1 }],
        rows: [
          { number: 1, hidden: true, cells: [] },
          { number: 2, hidden: true, cells: ['大峃镇', '苔湖\r村', null, 'TRUE', '#N/A'] },
          { number: 3, hidden: true, cells: [2, '=SUM(A1:A2)', 'x', 330399197010252938] },
        ],
      },
    ])
  })
  test('a name that is a formula without its result is no name', async () =>
    expect(
      await understood('计划_202610.xlsx', bookOf(heading + line(2).replace(/t="inlineStr"><is><t>甲<\/t><\/is>/, '><f>Z1</f>'))),
    ).toMatchObject({ rows: 1, accepted: 0, refused: ['表 2 formula_without_value'] }))
})
