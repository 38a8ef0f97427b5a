import { compactOf } from '../files/cells'
import type { County, Town, Village } from '../county/county'

/** Finds towns and villages by whatever spelling a file uses. */
export interface Gazetteer {
  /** By name or alias; 文成县 before it and notes in brackets behind it do not matter. */
  town(written: string): Town | undefined
  /** The town whose name stands anywhere in a text, e.g. a sheet's name or title. The longest name wins. */
  townIn(text: string): Town | undefined
  village(town: Town, written: string): Village | undefined
}

/** The county's places as a look-up table, made once for a file. */
export function gazetteer(county: County): Gazetteer {
  const towns = new Map(
    county.towns.flatMap((town) => [town.name, ...town.aliases.map(({ name }) => name)].map((name) => [compactOf(name), town] as const)),
  )
  const longestFirst = [...towns].sort(([a], [b]) => b.length - a.length)
  const villages = new Map(county.towns.map((town) => [town.code, villagesOf(town)]))
  const above = new RegExp(`^([\\u4e00-\\u9fff]{2,8}省)?([\\u4e00-\\u9fff]{2,8}市)?${county.name}`)
  const plain = (written: string): string =>
    compactOf(written)
      .replace(above, '')
      .replace(/[(（].*[)）]$/, '')
  return {
    town: remembered((written) => towns.get(plain(written))),
    townIn: (text) => longestFirst.find(([name]) => compactOf(text).includes(name))?.[1],
    village(town, written) {
      const of = villages.get(town.code)!
      return (
        of.get(written) ??
        spellings(plain(written).replace(town.name, ''))
          .map((name) => of.get(name))
          .find(Boolean)
      )
    },
  }
}

/** A file writes the same few places thousands of times. */
function remembered<T>(find: (written: string) => T): (written: string) => T {
  const known = new Map<string, T>()
  return (written) => {
    if (!known.has(written)) known.set(written, find(written))
    return known.get(written)!
  }
}

const villagesOf = (town: Town) =>
  new Map(town.villages.flatMap((village) => [village.name, ...village.aliases].map((name) => [compactOf(name), village] as const)))

/** 苔湖村委会, 苔湖 → 苔湖村; 龙门岭居委会, 龙门岭 → 龙门岭社区. */
function spellings(name: string): string[] {
  const stem = name
    .replace(/(村民委员会|村委会|村委)$/, '村')
    .replace(/(居民委员会|居委会|居委)$/, '社区')
    .replace(/村村$/, '村')
    .replace(/社区社区$/, '社区')
  return [name, stem, `${stem}村`, `${stem}社区`]
}
