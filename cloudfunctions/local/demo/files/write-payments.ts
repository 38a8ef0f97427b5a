import { writeFile } from 'node:fs/promises'
import iconv from 'iconv-lite'
import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { compactDay, sayFullDay } from './calendar'
import { sayPeriod } from './due'
import type { MonthOfPayments, Outcome } from './payments'
import { sumCell, writeWorkbook, yuanCell, type Row } from './sheet'
import { sumFen } from '#domain/money/money'

/** 财政局's “一卡通” plan of a month: one row per person and programme. Gives the number of rows. */
export async function writePlan(path: string, county: County, { month, plan }: MonthOfPayments, today: Day): Promise<number> {
  const made: Day = `${month}-12`
  const rows = plan.map(({ household, person, programme, period, fen, accountName = person.name }, i): Row => [
    i + 1,
    household.place.town.name,
    household.place.village.name,
    person.name,
    person.id,
    accountName,
    person.card,
    programme,
    period,
    yuanCell(fen),
  ])
  const total = sumFen(plan.map(({ fen }) => fen))
  await writeWorkbook(path, [
    {
      name: `${Number(month.slice(5))}月`,
      merges: ['A1:J1'],
      rows: [
        [`${county.name}惠民惠农财政补贴资金“一卡通”发放计划表（${sayPeriod(month)}）`],
        [
          `编制单位：${county.name}财政局`,
          null,
          null,
          null,
          null,
          null,
          `编制日期：${sayFullDay(made < today ? made : today)}`,
          null,
          null,
          '单位：元',
        ],
        ['序号', '乡镇', '村', '姓名', '身份证号', '开户名', '卡号', '项目', '属期', '应发金额(元)'],
        ...rows,
        ['合计', null, null, null, null, null, null, null, null, sumCell(yuanCell(total), 'J', 4, 3 + rows.length)],
        ['说明：特困供养金另行造册发放，不在本批次；低保边缘户无月保障金。低保金按户发放至户主账户。'],
      ],
    },
  ])
  return rows.length
}

/** 农商行's receipt for a plan: `|` between fields, yuan with two decimals, GB18030, CRLF. Gives the number of lines below the header. */
export async function writeReceipt(path: string, { plan, receipt = [], strays, payday }: MonthOfPayments): Promise<number> {
  const credited: Outcome = { code: '0000', text: '交易成功', creditedOn: payday }
  const said = [...plan.map((due, i) => ({ due, outcome: receipt[i] })), ...strays.map((due) => ({ due, outcome: credited }))]
  const lines = said.flatMap(({ due: { person, fen, accountName = person.name }, outcome }, i) => {
    if (!outcome) return []
    const { code, text, creditedOn } = outcome
    return [[i + 1, person.card, accountName, (fen / 100).toFixed(2), code, text, creditedOn ? compactDay(creditedOn) : ''].join('|')]
  })
  const header = '序号|账号|户名|金额|结果码|结果说明|入账日期'
  await writeFile(path, iconv.encode([header, ...lines, ''].join('\r\n'), 'gb18030'))
  return lines.length
}
