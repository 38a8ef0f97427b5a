import type { County } from '#domain/county/county'
import type { Household } from './household'
import { featured, paper } from './numbers'
import { dice } from './random'
import { sumCell, writeWorkbook, yuanCell, type Row } from './sheet'
import words from './words.json'
import { fen, sumFen } from '#domain/money/money'

/**
 * The year's dividends of the pooled schemes: one row per household, exactly as many households as the paper counts. Gives the
 * number of rows.
 */
export async function writeDividends(
  path: string,
  county: County,
  households: Household[],
  { year, seed }: { year: number; seed: number },
): Promise<number> {
  const chance = dice(seed, 'dividends')
  const others = chance.shuffle(households.filter((household) => !household.featured)).slice(0, paper.dividendHouseholds - 1)
  const joined = new Set(others)
  const shares = households
    .filter((household) => household.featured || joined.has(household))
    .map((household) => ({
      household,
      ...(household.featured ? featured.dividend : share(chance.pick(words.schemes), chance.int(30, 150))),
    }))
  const rows = shares.map(
    (
      {
        household: {
          place,
          members: [head],
        },
        scheme,
        principalFen,
        dividendFen,
      },
      i,
    ): Row => [
      i + 1,
      place.town.name,
      place.village.name,
      head.name,
      head.id,
      scheme,
      yuanCell(principalFen),
      yuanCell(dividendFen),
      year,
      null,
    ],
  )
  const sum = (key: 'principalFen' | 'dividendFen') => yuanCell(sumFen(shares.map((entry) => entry[key])))
  const last = 3 + rows.length
  await writeWorkbook(path, [
    {
      name: '分红',
      merges: ['A1:J1'],
      rows: [
        [`${county.name}低收入农户抱团增收项目${year}年度分红表`],
        ['单位：元'],
        ['序号', '乡镇', '村', '户主姓名', '身份证号', '项目名称', '入股本金(元)', '分红金额(元)', '年度', '备注'],
        ...rows,
        ['合计', null, null, null, null, null, sumCell(sum('principalFen'), 'G', 4, last), sumCell(sum('dividendFen'), 'H', 4, last)],
      ],
    },
  ])
  return rows.length
}

const share = ({ name, ratePercent }: { name: string; ratePercent: number }, hundredYuan: number) => ({
  scheme: name,
  principalFen: fen(hundredYuan * 10_000),
  dividendFen: fen(hundredYuan * 100 * ratePercent),
})
