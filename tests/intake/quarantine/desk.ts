import type { OutputOf } from '#contract/call/action'
import type { intake } from '#contract/intake/actions'
import { readFile } from '#affairs/intake/reading/read-file'
import type { As, Cloud } from '../../harness/cloud'
import { aStaff, asStaff } from '../../harness/people'
import { workbook } from '../made'

export type Listed = OutputOf<typeof intake.quarantine>
type Mended = OutputOf<typeof intake.mend>
type Workbook = OutputOf<typeof intake.quarantineFile>

export const card = (n: number): string => `62000000000000000${String(n).padStart(2, '0')}`
export type PlanRow = [name: string, id: string | number, amount: string | number, card?: string]

/** A payment plan with a title, two rows of headings and a column that nobody reads. */
export const plan = (rows: PlanRow[], month = '2026年10月', maker = '文成县财政局'): Buffer =>
  workbook(
    [
      [`${maker}一卡通发放计划（${month}）`],
      ['序号', '人', null, '钱', null, '经办'],
      [null, '姓名', '身份证号', '卡号', '应发金额(元)', null],
      ...rows.map(([name, id, amount, own], i) => [i + 1, name, id, own ?? card(i + 1), amount, '周']),
    ].map((line, i) => (i < 2 ? line : [...line, i === 2 ? '项目' : '低保金'])),
    { merges: ['B2:C2', 'D2:E2'] },
  )

/** Data officers: of an agency, or of the data agency. */
export const dataOfficer = async (cloud: Cloud, agencyId: string): Promise<As> =>
  asStaff(cloud, await aStaff(cloud, 'data-officer', { agencyId }))

export const quarantineOf = (cloud: Cloud, as: As, asked: object = {}) => cloud.call<Listed>('intake', 'quarantine', asked, as)

/** 钱 应发金额(元) is 应发金额. */
const nameOf = (heading: string): string => heading.split(' ').at(-1)!.replace(/\(.*/, '')

/** Sends rows as the page would: every cell as it stands, but for those changed by heading. */
export async function mendAs(cloud: Cloud, as: As, sha256: string, changes: Record<number, Record<string, string>>): Promise<Mended> {
  const { rows } = await quarantineOf(cloud, as, { sha256 })
  return cloud.call<Mended>(
    'intake',
    'mend',
    {
      sha256,
      rows: rows
        .filter(({ row }) => row in changes)
        .map(({ sheet, row, cells }) => ({
          ...{ sheet, row },
          cells: cells.map(({ heading, text }) => changes[row]![nameOf(heading)] ?? text),
        })),
    },
    as,
  )
}

export async function download(cloud: Cloud, as: As, asked: object = {}): Promise<Buffer> {
  const { base64 } = await cloud.call<Workbook>('intake', 'quarantineFile', asked, as)
  return Buffer.from(base64, 'base64')
}

type Value = string | number | null
/** What a clerk has before them in each sheet of the workbook, to change and save. */
export const openedAll = async (content: Buffer): Promise<Value[][][]> =>
  (await readFile(content)).map(({ rows }) => rows.map(({ cells }) => [...cells]))

export const opened = async (content: Buffer): Promise<Value[][]> => (await openedAll(content))[0]!
