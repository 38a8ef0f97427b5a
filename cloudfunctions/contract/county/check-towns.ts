import type { County, Town } from '#domain/county/county'
import { once, type Path, type Report } from './faults'

/** Codes of places lie within each other, and a name means one place. */
export function checkTowns(county: County, report: Report): void {
  const codes = county.towns.map((town, i): [Path, string] => [['towns', i, 'code'], town.code])
  once(codes, '乡镇代码', report)
  once(
    county.towns.flatMap((town, i) => [
      [['towns', i, 'name'], town.name] as [Path, string],
      ...town.aliases.map((alias, k): [Path, string] => [['towns', i, 'aliases', k, 'name'], alias.name]),
    ]),
    '乡镇名称',
    report,
  )
  county.towns.forEach((town, i) => {
    within(town.code, county.code, county.name, ['towns', i, 'code'], report)
    checkVillages(town, i, report)
  })
}

function checkVillages(town: Town, i: number, report: Report): void {
  const at = (k: number, ...rest: Path): Path => ['towns', i, 'villages', k, ...rest]
  once(
    town.villages.map((village, k) => [at(k, 'code'), village.code]),
    '村代码',
    report,
  )
  once(
    town.villages.flatMap((village, k) => [
      [at(k, 'name'), village.name] as [Path, string],
      ...village.aliases.map((alias, n): [Path, string] => [at(k, 'aliases', n), alias]),
    ]),
    `${town.name}的村名`,
    report,
  )
  town.villages.forEach((village, k) => within(village.code, town.code, town.name, at(k, 'code'), report))
}

function within(code: string, outer: string, outerName: string, path: Path, report: Report): void {
  if (!code.startsWith(outer)) report(path, `代码 ${code} 不属于${outerName}（应以 ${outer} 开头）`, '请改正代码')
}
