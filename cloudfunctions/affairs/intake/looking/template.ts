import type { FileKind } from '#contract/intake/file-kinds'
import type { County } from '#domain/county/county'
import { plainHeading } from '../tables/headings'
import { kindsOfFile } from '../kinds/all'
import type { ColumnUse } from '../tables/columns'
import { labelOf } from '../tables/vocabulary'

/**
 * An empty workbook for a kind of file: the headings by which its columns are known for sure, and on each what belongs there. Filled in, it
 * is taken in without a question.
 */
export async function templateOf(county: County, kind: FileKind): Promise<{ fileName: string; base64: string }> {
  const { label, columns } = kindsOfFile.find((one) => one.kind === kind)!
  // Loaded only now: few calls write a workbook.
  const { writeXlsx } = await import('hucre/xlsx')
  const headings = Object.entries(columns)
    .filter(([, { foreign }]) => !foreign)
    .map(([key, use]) => ({ heading: labelOf(county.columns, kind, key), use }))
  const cells = new Map(
    headings.map(
      ({ use }, i) => [`0,${i}`, { style: { font: { bold: true } }, comment: { author: '小康码', text: explain(use) } }] as const,
    ),
  )
  const content = await writeXlsx({
    sheets: [
      {
        name: label,
        rows: [headings.map(({ heading, use }) => (use.holds === 'amount' ? `${plainHeading(heading)}(元)` : heading))],
        cells,
        columns: headings.map(({ heading, use: { holds } }) => ({
          width: Math.max(10, heading.length * 2 + 4),
          ...(holds && asText.has(holds) && { style: { numFmt: '@' } }),
        })),
      },
    ],
  })
  return { fileName: `${label}_空表.xlsx`, base64: Buffer.from(content).toString('base64') }
}

const asText = new Set<ColumnUse['holds']>(['id-number', 'card', 'phone'])

const explain = ({ required, among, holds }: ColumnUse): string =>
  [required ? '必填。' : among ? '和同一组的另一列至少填一列。' : '没有可以不填。', holds ? notes[holds] : ''].join('')

const notes: Record<NonNullable<ColumnUse['holds']>, string> = {
  'id-number': '18 位，单元格设成文本，不要变成 3.30E+17 这样。',
  card: '完整的卡号，单元格设成文本。',
  name: '和身份证上一样。',
  called: '写全名。',
  amount: '只写数，单位写在表头里。',
  date: '写成 2026-10-15。',
  phone: '11 位手机号，单元格设成文本。',
  town: '乡镇的全名。',
  village: '村或社区的全名。',
  relation: '和户主的关系：户主、配偶、子、女、父、母……',
}
