import { writeFile } from 'node:fs/promises'
import type { County, Town } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { daysAfter } from '#domain/time/dates'
import type { Household, Person } from './household'
import type { Mint } from './mint'
import { featured, invented } from './numbers'
import { dice, type Dice } from './random'

const columns = ['序号', '乡镇', '村', '姓名', '身份证号', '性别', '签约机构', '签约医生', '签约日期', '人群分类', '本年履约次数']

/** 卫健局's list of people with a family doctor: an HTML table named `.xls`, as their system exports it. Gives the number of rows. */
export async function writeDoctors(
  path: string,
  county: County,
  households: Household[],
  { today, seed, minted }: { today: Day; seed: number; minted: Mint },
): Promise<number> {
  const chance = dice(seed, 'doctors')
  const centres = new Map(county.towns.map((town) => [town, healthCentre(county, town)]))
  const doctors = new Map(county.towns.map((town) => [town, makeDoctors(households, town, minted)]))
  const rows: string[] = []
  for (const household of households) {
    const { town, village } = household.place
    for (const person of household.members) {
      if (!household.featured && !chance.chance(invented.doctorShare)) continue
      const doctor = household.featured ? featured.doctor : chance.pick(doctors.get(town)!)
      const cells = [
        rows.length + 1,
        town.name,
        village.name,
        person.name,
        person.id,
        person.sex,
        centres.get(town)!,
        doctor,
        daysAfter(today, -chance.int(20, 330)),
        groupOf(person, today, chance),
        chance.int(0, 5),
      ]
      rows.push(
        `<tr>${cells.map((cell, i) => (i === 4 ? `<td style='mso-number-format:"\\@"'>${cell}</td>` : `<td >${cell}</td>`)).join('')}</tr>`,
      )
    }
  }
  await writeFile(path, page(`${county.name}低收入人口家庭医生签约服务名单`, rows))
  return rows.length
}

const healthCentre = (county: County, town: Town): string => {
  const name = `${town.name}卫生院`
  return county.agencies.find((agency) => agency.name === name || agency.aliases.includes(name))?.name ?? name
}

function makeDoctors(households: Household[], town: Town, minted: Mint): string[] {
  const people = households.reduce((sum, { place, members }) => (place.town === town ? sum + members.length : sum), 0)
  const others = Array.from({ length: Math.ceil(people / invented.peoplePerDoctor) }, (_, i) => minted.name(i % 2 === 0 ? '女' : '男'))
  return town.name === featured.town ? [featured.doctor, ...others] : others
}

function groupOf({ birth }: Person, today: Day, chance: Dice): string {
  const age = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  if (age < 35) return '低收入人口'
  const ill = chance.next()
  return ill < 0.3 ? '高血压' : ill < 0.42 ? '糖尿病' : age >= 65 ? '老年人' : '低收入人口'
}

const page = (
  title: string,
  rows: string[],
): string => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="ProgId" content="Excel.Sheet">
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>签约名单</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>
<body>
<table border="1">
<tr><td colspan="11" align="center"><b>${title}</b></td></tr>
<tr>${columns.map((column) => `<th>${column}</th>`).join('')}</tr>
${rows.join('\n')}
</table>
</body></html>
`
