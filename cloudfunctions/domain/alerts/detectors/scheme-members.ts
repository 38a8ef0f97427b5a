import { isUntold, type BookLine } from '../../money/scheme-book'
import type { Signing } from '../../money/scheme-signer'
import { yuan } from '../../money/money'
import { sayWhen } from '../../time/dates'
import { membershipStateNames } from '../../work/memberships'
import type { Finding } from '../finding'
import { listed, paidSum, placeOf, subjectOf, type SchemeFacts } from './schemes'

/** Off the register, and not told in time what becomes of its share. */
export const leftNotTold = ({ scheme, lines, agencyId, townAgency, today, tellDueOn }: SchemeFacts): Finding[] =>
  lines.flatMap((line): Finding[] => {
    if (!isUntold(line) || line.offSince === null || tellDueOn(line.offSince) >= today) return []
    return [
      {
        ...{ subject: subjectOf(line), cause: scheme._id, agencyId: townAgency(line.townCode) ?? agencyId, ...placeOf(line) },
        why: `一户${sayWhen(line.offSince)}离开了名册，在“${scheme.name}”里还是“${membershipStateNames[line.state]}”，没有告知过。先告知，再退出。`,
        records: [subjectOf(line), ...listed(line.rows)],
        facts: [line.id, line.offSince],
      },
    ]
  })

/** Whoever signed died or lives in another household: the agreement stands, and somebody of the household is to sign instead. */
export const signersGone = ({ scheme, lines, agencyId, townAgency }: SchemeFacts, signing: ReadonlyMap<string, Signing>): Finding[] =>
  lines.flatMap((line): Finding[] => {
    const { gone, may = [] } = signing.get(line.id) ?? {}
    if (!gone) return []
    const what = gone.died ? `${gone.on ? sayWhen(gone.on) : ''}去世了` : '到了别的户'
    const next =
      may.length > 0 ? `家里有 ${may.length} 个成年人可以改签，是谁写在这一户的页面上` : '家里没有别的成年人，请镇里找监护人、继承人商量'
    return [
      {
        ...{ subject: subjectOf(line), cause: scheme._id, agencyId: townAgency(line.townCode) ?? agencyId, ...placeOf(line) },
        why: `一户在“${scheme.name}”签协议的人${what}。入股照旧，分红照发；${next}。`,
        records: [subjectOf(line)],
        facts: [line.id, line.signerId ?? ''],
      },
    ]
  })

/** More rows for one household in one year's list of a scheme than it has agreements: two that became one may have a row each. */
export function householdTwice({ scheme, lines, agencyId }: SchemeFacts): Finding[] {
  const byHome = new Map<string, BookLine[]>()
  for (const line of lines) byHome.set(line.householdId, [...(byHome.get(line.householdId) ?? []), line])
  return [...byHome.values()].flatMap((own) => {
    const all = own.flatMap(({ rows }) => rows)
    const agreements = Math.max(1, own.filter(({ inFen }) => inFen > 0).length)
    return [...new Set(all.map(({ year }) => year))].flatMap((year): Finding[] => {
      const rows = all.filter((row) => row.year === year)
      if (rows.length <= agreements) return []
      return [
        {
          ...{ subject: { kind: 'household', id: own[0]!.householdId }, cause: `${scheme._id}/${year}`, agencyId, ...placeOf(own[0]!) },
          why: `“${scheme.name}”${year}年的分红表上，同一户有 ${rows.length} 行，一共 ${yuan(paidSum(rows))} 元。`,
          amountFen: paidSum(rows.slice(agreements)),
          records: listed(rows),
          facts: rows.map(({ _id, dividendFen }) => `${_id} ${dividendFen}`),
        },
      ]
    })
  })
}

/**
 * A dividend for a household that is no member: it left before that year or never came in; or a later year's list than the scheme's first
 * names it, and nobody wrote down that it joined. The first list is a proposal: it says who was in when the scheme was taken over.
 */
export function dividendsOfStrangers({ scheme, lines, agencyId }: SchemeFacts): Finding[] {
  const first = Math.min(...lines.flatMap(({ rows }) => rows.map(({ year }) => year)))
  return lines.flatMap((line): Finding[] => {
    const { state, exitOn, rows } = line
    const isNew = scheme.opened && state === 'listed' && rows.every(({ year }) => year > first)
    const isOut = (year: number) =>
      state === 'dropped' || ((state === 'left' || state === 'returning') && year > Number(exitOn?.slice(0, 4)))
    const strange = rows.filter(({ year }) => isNew || isOut(year))
    if (strange.length === 0) return []
    const why = isNew ? '没有登记过入股' : state === 'dropped' ? '没有入股，已经划掉' : '那一年以前已经退出'
    return [
      {
        ...{ subject: subjectOf(line), cause: scheme._id, agencyId, ...placeOf(line) },
        why: `“${scheme.name}”的分红表给了一户 ${yuan(paidSum(strange))} 元，这一户${why}。`,
        amountFen: paidSum(strange),
        records: listed(strange),
        facts: strange.map(({ _id, dividendFen }) => `${_id} ${dividendFen}`),
      },
    ]
  })
}
