import { Budget } from './budget'
import { decodeHtml, decodeText } from './decode-text'
import { parseDelimited } from './delimited'
import { parseHtmlTables } from './html-table'
import { FileFault, type Sheet } from './sheet'
import { readSpreadsheet, readXmlSpreadsheet } from './spreadsheet'
import { locked } from './zip'
import { readZipped } from './zipped'

const askAgain = '请让报送单位重新另存一份 .xlsx 发来，再导入'
/** No department's text or old workbook is larger; they are read whole. */
const mostBytes = 100 * 1024 * 1024

/**
 * Reads a department's file into sheets. What it is shows in its content; its name may say anything.
 * @throws FileFault for a file that is empty, damaged, locked, too large or no table.
 */
export async function readFile(bytes: Buffer): Promise<Sheet[]> {
  if (bytes.length === 0) throw new FileFault(`文件是空的，里面一个字也没有。${askAgain}。`)
  if (bytes.length > mostBytes) throw new FileFault('这个文件太大了，不像部门报表。请分乡镇拆成几个文件，再导入。')
  const start = bytes.subarray(0, 8).toString('latin1')
  const other = otherFormats.find(({ mark }) => start.startsWith(mark))
  if (other) throw new FileFault(`这是${other.name}，不是表格，没法按行读取。请向报送单位要 Excel（.xlsx）或 CSV 文件，再导入。`)
  if (start.startsWith('PK')) return readZipped(bytes)
  if (start.startsWith('\xd0\xcf\x11\xe0')) return readOldWorkbook(bytes)
  // Workbooks of Excel 2 to 4 have no container.
  if (/^\x09[\0\x02\x04\x08][\x04\x06\x08]\0/.test(start)) return readSpreadsheet(bytes)
  return readTextual(bytes)
}

/** A container of Microsoft's that holds a letter is no broken table. */
async function readOldWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  const isTable = has('Workbook') || has('Book') || has('EncryptedPackage')
  if (!isTable && (has('WordDocument') || has('PowerPoint Document')))
    throw new FileFault(
      `这是${has('WordDocument') ? ' Word 文档' : '演示文稿'}，不是表格，没法按行读取。请向报送单位要 Excel（.xlsx）或 CSV 文件，再导入。`,
    )
  if (!has('Workbook') && has('EncryptedPackage')) throw locked()
  return readSpreadsheet(bytes)
}

async function readTextual(bytes: Buffer): Promise<Sheet[]> {
  const budget = new Budget()
  const head = bytes
    .subarray(0, 2048)
    .toString('latin1')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/\0/g, '')
    .trimStart()
  if (/^MIME-Version:/i.test(head)) throw new FileFault(`这是“单个文件网页”，不是表格。${askAgain}。`)
  if (/^<\?xml[^>]*>[\s\S]*<(\w+:)?Workbook/i.test(head)) return readXmlSpreadsheet(decodeText(bytes))
  if (/^<(!doctype|html|head|meta|body|table|style|!--)/i.test(head)) {
    const sheet = await parseHtmlTables(decodeHtml(bytes), budget)
    if (sheet.rows.length === 0) throw new FileFault(`这个网页文件里没有表格。${askAgain}。`)
    return [sheet]
  }
  const text = decodeText(bytes)
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, 4096))) throw new FileFault(`这个文件不是表格，或者已经损坏，打不开。${askAgain}。`)
  return [parseDelimited(text, budget)]
}

const otherFormats = [
  { mark: '%PDF', name: ' PDF' },
  { mark: '\xff\xd8\xff', name: '图片' },
  { mark: '\x89PNG', name: '图片' },
  { mark: 'GIF8', name: '图片' },
  { mark: 'II*\0', name: '图片' },
  { mark: 'MM\0*', name: '图片' },
  { mark: 'Rar!', name: '压缩包' },
  { mark: '7z\xbc\xaf', name: '压缩包' },
  { mark: '\x1f\x8b', name: '压缩包' },
  { mark: '{\\rtf', name: ' Word 文档' },
]
