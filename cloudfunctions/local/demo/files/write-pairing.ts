import type { Agency, County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import { daysAfter } from '#domain/time/dates'
import type { Household } from './household'
import type { Mint } from './mint'
import { featured, invented } from './numbers'
import { dice } from './random'
import { writeWorkbook, type Row } from './sheet'
import words from './words.json'

interface Cadre {
  name: string
  agency: string
  post: string
  phone: string
}

/** 农业农村局's pairing list: every household, six or seven to a cadre of a county agency. Gives the number of rows. */
export async function writePairing(
  path: string,
  county: County,
  households: Household[],
  { today, seed, minted }: { today: Day; seed: number; minted: Mint },
): Promise<number> {
  const chance = dice(seed, 'pairing')
  const agencies = countyAgencies(county)
  const small = Math.floor(households.length / invented.cadres)
  const withOneMore = households.length - small * invented.cadres
  const loads = chance.shuffle(Array.from({ length: invented.cadres }, (_, i) => (i < withOneMore ? small + 1 : small)))
  const daysAgo = (household: Household) => (household.featured ? 18 : chance.chance(0.92) ? chance.int(1, 89) : chance.int(90, 200))
  const rows: Row[] = []
  let next = 0
  loads.forEach((load, i) => {
    const group = households.slice(next, next + load)
    next += load
    const cadre: Cadre = {
      name: minted.name(chance.pick(['男', '女'])),
      agency: agencies[i % agencies.length]!.name,
      post: chance.pick(words.posts),
      phone: minted.phone(),
    }
    if (group.some((household) => household.featured)) Object.assign(cadre, featuredCadre(county))
    for (const household of group)
      rows.push(pairingRow(household, cadre, rows.length + 1, chance.pick(words.measures), daysAfter(today, -daysAgo(household))))
  })
  await writeWorkbook(path, [
    {
      name: '结对帮扶',
      merges: ['A1:K1'],
      rows: [
        [`${county.name}低收入农户结对帮扶工作台账`],
        ['序号', '乡镇', '村', '户主', '户主身份证', '帮扶单位', '帮扶干部', '职务', '联系电话', '帮扶措施', '上次走访日期'],
        ...rows,
      ],
    },
  ])
  return rows.length
}

const pairingRow = ({ place, members: [head] }: Household, cadre: Cadre, number: number, measure: string, visited: Day): Row => [
  number,
  place.town.name,
  place.village.name,
  head.name,
  head.id,
  cadre.agency,
  cadre.name,
  cadre.post,
  cadre.phone,
  measure,
  visited,
]

/** The county's own offices: not the towns, not the health centres, not the bank. */
function countyAgencies(county: County): Agency[] {
  const own = county.agencies.filter(({ name }) => name.startsWith('县'))
  return own.length > 0 ? own : county.agencies
}

function featuredCadre(county: County): Pick<Cadre, 'name' | 'post' | 'agency'> {
  const { name, post, agency } = featured.cadre
  return { name, post, agency: county.agencies.find(({ id }) => id === agency)?.name ?? county.agencies[0]!.name }
}
