import { readdirSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'

/** Endings under which departments and banks save tables. What a file really is shows in its content. */
const tables = new Set([
  '.xlsx',
  '.xls',
  '.xlsm',
  '.xlsb',
  '.xltx',
  '.xlt',
  '.et',
  '.ett',
  '.ods',
  '.ots',
  '.csv',
  '.tsv',
  '.txt',
  '.dat',
  '.htm',
  '.html',
  '.xml',
])

/** What a folder holds: the files to take in, and those passed over, each with the reason. */
export interface FolderContent {
  files: string[]
  passed: { path: string; why: string }[]
}

/**
 * The department files in a folder and in the folders within it, or the one file named. Nothing is passed over without a word.
 * @throws Error with a sentence when there is nothing to import.
 */
export function departmentFiles(path: string): FolderContent {
  let isFolder: boolean
  try {
    isFolder = statSync(path).isDirectory()
  } catch {
    throw new Error(`找不到 ${path}。请写部门文件所在的文件夹，例如：npm run import -- 部门数据`)
  }
  if (!isFolder) return { files: [path], passed: [] }
  const found: FolderContent = { files: [], passed: [] }
  collect(path, found)
  if (found.files.length === 0)
    throw new Error(
      `${path} 里没有部门文件（.xlsx .xls .et .ods .csv .txt 等）。${found.passed.map(({ path: one, why }) => `\n  ${one}：${why}`).join('')}`,
    )
  found.files.sort((a, b) => turn(basename(a)) - turn(basename(b)) || a.localeCompare(b))
  return found
}

function collect(folder: string, found: FolderContent): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
    const path = join(folder, entry.name)
    // A link to a folder may lead back here.
    if (entry.isDirectory()) {
      if (isHidden(entry.name)) found.passed.push({ path, why: '隐藏的文件夹，没有读' })
      else collect(path, found)
    } else if (isHidden(entry.name))
      found.passed.push({
        path,
        why: /^(~\$|\.~)/.test(entry.name)
          ? '表格打开时留下的临时文件，不是数据；如果有人还开着那张表，请保存关闭后再导入一次'
          : '隐藏的系统文件，没有读',
      })
    else if (!isFile(path)) found.passed.push({ path, why: '不是文件（链接断了，或指向文件夹），没有读' })
    else if (tables.has(extname(entry.name).toLowerCase())) found.files.push(path)
    else found.passed.push({ path, why: reasonFor(extname(entry.name).toLowerCase()) })
  }
}

const isHidden = (name: string): boolean => /^(\.|~\$|__MACOSX$)/.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name)

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function reasonFor(ending: string): string {
  if (/^\.(zip|rar|7z|gz|tar)$/.test(ending)) return '压缩包，没有读。请解压到文件夹里，再导入'
  if (/^\.(docx?|wps|rtf|odt)$/.test(ending)) return 'Word 文档，没有读。请向报送单位要 Excel（.xlsx），再导入'
  if (/^\.(pdf|ofd|jpe?g|png|gif|bmp|tiff?|heic|webp)$/.test(ending)) return '扫描件或图片，没有读。请向报送单位要 Excel（.xlsx），再导入'
  return `不是表格（${ending || '没有扩展名'}），没有读。如果它是部门报表，请另存为 .xlsx，再导入`
}

/** Any order gives the same county; registers first and receipts last is the quickest, since nothing has to be linked afterwards. */
const turn = (name: string): number => (/名册|低保|特困/.test(name) ? 0 : /回执/.test(name) ? 2 : 1)
