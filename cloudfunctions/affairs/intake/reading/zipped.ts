import { Budget } from './budget'
import { FileFault, type Sheet } from './sheet'
import { readSpreadsheet } from './spreadsheet'
import { readXlsx } from './xlsx'
import { checkPart, locked, partsOf, unpack, type Part } from './zip'

/** Reads whatever comes as a zip: .xlsx and .xlsm, .xlsb, .ods. @throws FileFault that names anything else for what it is. */
export async function readZipped(bytes: Buffer): Promise<Sheet[]> {
  const parts = await partsOf(bytes)
  const names = [...parts.keys()]
  const other = others.find(({ part }) => names.some((name) => part.test(name)))
  if (other) throw new FileFault(`这是${other.name}，不是表格，没法按行读取。请向报送单位要 Excel（.xlsx）或 CSV 文件，再导入。`)
  if (names.includes('encrypted-package') || (await isLockedOds(parts))) throw locked()
  if (names.some((name) => /(^|\/)workbook\d*\.xml$/i.test(name))) return readXlsx(parts)
  if (!names.some((name) => /workbook\.bin$/i.test(name) || name === 'content.xml'))
    throw new FileFault('这是压缩包，不是表格。请解压后，把里面的 Excel（.xlsx）或 CSV 文件拿来导入。')
  // The other reader holds a file whole: its parts are counted first.
  const budget = new Budget()
  for (const part of parts.values()) await checkPart(part, budget)
  const sheets = await readSpreadsheet(bytes)
  for (const { rows } of sheets)
    budget.kept(
      rows.length,
      rows.reduce((sum, { cells }) => sum + cells.length, 0),
    )
  return sheets
}

/** LibreOffice ciphers the parts one by one, and says so in the list of them. */
async function isLockedOds(parts: Map<string, Part>): Promise<boolean> {
  const list = parts.get('META-INF/manifest.xml')
  if (!list || !parts.has('content.xml')) return false
  const pieces: Buffer[] = []
  for await (const piece of unpack(list, new Budget())) pieces.push(piece)
  return Buffer.concat(pieces).includes('encryption-data')
}

const others = [
  { part: /^word\//i, name: ' Word 文档' },
  { part: /^ppt\//i, name: '演示文稿' },
  { part: /^(doc_0|ofd\.xml)/i, name: '版式文件（OFD）' },
  { part: /^meta-inf\/manifest\.mf$/i, name: '程序' },
]
