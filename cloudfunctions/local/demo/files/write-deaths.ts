import { writeFile } from 'node:fs/promises'
import type { County } from '#domain/county/county'
import { daysAfter } from '#domain/time/dates'
import type { Died } from './plant'

/** The police list of deaths, as a CSV with a byte order mark. Gives the number of rows. */
export async function writeDeaths(path: string, county: County, died: Died[]): Promise<number> {
  const lines = died.map(({ person, household: { place }, on }, i) =>
    [
      i + 1,
      person.name,
      person.id,
      person.sex,
      `${county.name}${place.town.name}${place.village.name}`,
      '死亡注销',
      on,
      daysAfter(on, 5),
      '',
    ].join(','),
  )
  const header = '序号,姓名,公民身份号码,性别,户籍地址,业务类型,发生日期,登记日期,迁往地'
  await writeFile(path, `\ufeff${[header, ...lines, ''].join('\r\n')}`)
  return lines.length
}
