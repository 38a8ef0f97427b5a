import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mint } from '#local/demo/files/mint'
import { writeWorkbook, type Row } from '#local/demo/files/sheet'
import { onBenchCloud } from './bench-cloud'
import { besideLibreOffice } from './intake-beside'
import type { Figure } from './measure'

interface Took {
  accepted: number
  seconds: number
  megabytes: number
  beside: Figure
}

/** A plan of ten thousand rows and one of two hundred thousand, each of people nobody knew: rows a second, and the function's memory. */
export async function intakeSizes(): Promise<Figure[]> {
  const [small, large] = [await importOf(10_000), await importOf(200_000)]
  const rate = ({ accepted, seconds }: Took) => accepted / seconds
  return [
    { what: '导入 1 万行的计划', value: `${rate(small).toFixed(0)} 行/秒`, note: `函数最多用 ${small.megabytes.toFixed(0)} MB` },
    {
      what: '导入 20 万行的计划 ÷ 1 万行的快慢',
      value: `${rate(large).toFixed(0)} 行/秒`,
      ratio: rate(large) / rate(small),
      aim: '≥ 0.8',
    },
    { what: '导入 20 万行时函数最多用的内存', value: `${large.megabytes.toFixed(0)} MB`, aim: '≤ 400 MB' },
    large.beside,
  ]
}

/** No more than this for what the engine keeps, in MB: with gigabytes at hand it would not tidy up, and the figure would say nothing. */
const heapMb = 400

const importOf = (rows: number): Promise<Took> =>
  onBenchCloud(async (cloud) => {
    const folder = mkdtempSync(join(tmpdir(), 'xiaokang-rows-'))
    try {
      const path = join(folder, '一卡通发放计划_2026年10月.xlsx')
      await writePlanOf(rows, path)
      // What the file was made with is of no use any more.
      const told = execFileSync(
        process.execPath,
        [`--max-old-space-size=${heapMb}`, join(__dirname, 'bench-import.js'), cloud.data.path, path],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      const took = JSON.parse(told.toString().trim().split('\n').at(-1)!) as Omit<Took, 'beside'>
      return { ...took, beside: await besideLibreOffice(path, cloud.county) }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

async function writePlanOf(count: number, path: string): Promise<void> {
  const made = mint(count)
  const rows = Array.from({ length: count }, (_, i): Row => {
    const sex = i % 2 === 0 ? '男' : '女'
    const name = made.name(sex)
    const id = made.id(made.dayIn(1940 + (i % 70)), sex)
    return [i + 1, '南田镇', '武源岭村', name, id, name, made.card(), '县农商银行', '低保金', '2026年10月', 812, '']
  })
  await writeWorkbook(path, [
    {
      name: '10月',
      rows: [
        ['一卡通发放计划表（2026年10月）'],
        ['序号', '乡镇', '村', '姓名', '身份证号', '开户名', '卡号', '开户行', '项目', '属期', '应发金额(元)', '备注'],
        ...rows,
      ],
    },
  ])
}
