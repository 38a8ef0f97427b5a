import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { departmentFiles } from './department-files'

const folder = mkdtempSync(join(tmpdir(), 'xiaokang-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every table in folders within folders is taken; what is none is named with a reason, lock files and hidden ones once', () => {
  mkdirSync(join(folder, '大峃镇/十月'), { recursive: true })
  mkdirSync(join(folder, '.git'))
  const tables = [
    '计划.xlsx',
    '大峃镇/名册.XLS',
    '大峃镇/十月/回执.txt',
    '宏.xlsm',
    '二进制.xlsb',
    '金山.et',
    '自由.ods',
    '导出.html',
    '制表符.tsv',
  ]
  const others = ['~$计划.xlsx', '.DS_Store', '通知.docx', '扫描.pdf', '大峃镇/照片.jpg', '打包.zip', '说明.md', '没有扩展名', '.git']
  for (const name of [...tables, ...others.filter((one) => one !== '.git')]) writeFileSync(join(folder, name), 'x')
  symlinkSync(folder, join(folder, '大峃镇/回到上面'))
  symlinkSync(join(folder, '不在了'), join(folder, '断了.xlsx'))
  const { files, passed } = departmentFiles(folder)
  expect(files.map((path) => relative(folder, path)).sort()).toEqual([...tables].sort())
  expect(passed.map(({ path }) => relative(folder, path)).sort()).toEqual([...others, '大峃镇/回到上面', '断了.xlsx'].sort())
  expect(passed.every(({ why }) => /[\u4e00-\u9fff]{4}/.test(why))).toBe(true)
})

test('the folder of five files is five files', () =>
  expect(departmentFiles(resolve(__dirname, '../../../tests/fixtures/faults/28_folder')).files).toHaveLength(5))
