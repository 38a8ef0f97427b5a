import type { SchemeFile, SchemeHistoryLine, SchemeMemberFile, SchemeMemberRow, SchemeRow } from '#contract/office/schemes'
import { bookTotals, type BookLine } from '#domain/money/scheme-book'
import { correctable, type WantedCapital } from '#domain/money/scheme-capital'
import { isPrincipalLate, termsOf, type CapitalEntry } from '#domain/money/scheme-dues'
import { mayOpenScheme, schemeAreaOf } from '#domain/work/scheme-powers'
import { areaOf } from '#domain/work/alert-powers'
import { isRunning } from '#domain/work/schemes'
import { reachable } from '#affairs/alerts/records'
import { areaName } from '#affairs/grants/present-grant'
import { allowedWithMember, allowedWithScheme } from '#affairs/schemes/allowed'
import { loadBook } from '#affairs/schemes/book'
import type { NamedScheme } from '#affairs/schemes/every'
import type { Member } from '#affairs/schemes/member'
import { dividendDueOn, principalDue } from '#affairs/schemes/return-days'
import { signingOf } from '#affairs/schemes/signing'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { Staff } from '#store/access/staff'
import { findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { schemeHistory, type SchemeEvent } from '#store/work/schemes'

export const townSeen = (on: On, one: Staff): string | undefined => {
  const area = schemeAreaOf(on.county, one)
  return typeof area === 'object' ? area.town : undefined
}

/** A scheme with its numbers: of the county, or of the households of the caller's town. */
export function presentScheme({ county, moment: { today } }: On, { _id, name, opened, terms }: NamedScheme, lines: BookLine[]): SchemeRow {
  const mode = county.schemes.modes.find(({ id }) => id === opened?.mode)
  const { years, ...numbers } = bookTotals(lines)
  const rate = termsOf(terms, Number(today.slice(0, 4)))?.rate
  return {
    ...{ id: _id, name },
    totals: { ...numbers, years: years.map((one) => ({ ...one, ...dueDay(county, today, one.year) })) },
    ...(opened && {
      ...{ state: opened.state, mode: mode?.name ?? opened.mode, guaranteed: mode?.guaranteed ?? false, operator: opened.operator },
      ...{ place: areaName(county, opened.townCode ?? county.code), startOn: opened.startOn },
    }),
    ...(rate !== undefined && { rate }),
  }
}

const dueDay = (county: On['county'], today: string, year: number) => {
  const dueOn = dividendDueOn(county, year)
  return { dueOn, isOver: dueOn < today }
}

export async function presentSchemeFile(on: On, one: Staff, scheme: NamedScheme): Promise<SchemeFile> {
  const { opened, terms } = scheme
  const [{ lines, unplaced }, history, can] = await Promise.all([
    loadBook(on, scheme, townSeen(on, one)),
    opened ? schemeHistory(on.db, scheme._id) : [],
    opened ? allowedWithScheme(on, one, opened) : [],
  ])
  return {
    ...{ row: presentScheme(on, scheme, lines), terms, unplaced, can, history: history.map((event) => lineOfHistory(on, event)) },
    ...(opened?.wanted && { wanted: opened.wanted }),
    joins:
      opened !== undefined && isRunning(opened.state) && (mayOpenScheme(on.county, one) || areaOf(on.county, one.agencyId) !== undefined),
  }
}

const lineOfHistory = ({ keys }: On, { at, act, by, on, amountFen, wordsSealed }: SchemeEvent): SchemeHistoryLine => ({
  ...{ at, act },
  by: by.as === 'staff' ? { as: by.as, name: by.name, role: by.role, agency: by.agency } : { as: by.as },
  ...(on !== null && { on }),
  ...(amountFen !== null && { amountFen }),
  ...(wordsSealed !== null && { words: open(keys, wordsSealed) }),
})

export function presentMember({ county, moment: { today } }: On, line: BookLine, year?: number): SchemeMemberRow {
  const { id, who, state, inFen, returnedFen, standingFen, listedFen, offSince, toldOn, exitOn } = line
  const settled = year === undefined ? line.years.at(-1) : line.years.find((one) => one.year === year)
  const due = exitOn !== null && state === 'returning' ? principalDue(county, exitOn) : undefined
  return {
    ...{ id, who, place: areaName(county, line.villageCode), state, inFen, returnedFen, standingFen, listedFen },
    ...(settled && { year: settled }),
    ...(offSince !== null && { off: { since: offSince, ...(toldOn !== null && toldOn >= offSince && { toldOn }) } }),
    ...(due && {
      returning: {
        ...{ exitOn: exitOn!, workingDays: due.workingDays, latest: due.latest, late: isPrincipalLate(due, today) },
        ...(due.day && { dueOn: due.day }),
      },
    }),
  }
}

const presentWanted = ({ at, on: day, fen: amountFen }: WantedCapital, capital: readonly CapitalEntry[]) => {
  const was = at === null ? undefined : capital[at]
  return { on: day, amountFen, ...(was && { instead: { on: was.on, amountFen: was.fen } }) }
}

/** One household in one scheme, with every entry of its money, and what this officer may do. */
export async function presentMemberFile(on: On, one: Staff, about: Member): Promise<SchemeMemberFile> {
  const { county, keys, moment } = on
  const { scheme, membership, line, rows } = about
  const mode = county.schemes.modes.find(({ id }) => id === scheme.opened?.mode)?.name
  const signerId = membership.signerId
  const [can, history, grants, files, signing] = await Promise.all([
    allowedWithMember(on, one, about),
    schemeHistory(on.db, membership._id),
    reachable(on, [membership.householdId]),
    findIn(
      on.db,
      imports,
      '_id',
      rows.map(({ importId }) => importId),
      ['fileName'],
    ),
    signingOf(on.db, moment.today, [{ id: line.id, signerId: signerId ?? '', home: about.home }]),
  ])
  const signed = signing.get(line.id)
  const grantId = grants.get(membership.householdId)
  const reason = county.schemes.exitReasons.find(({ id }) => id === membership.reasonId)?.name
  const entry =
    (what: 'returned') =>
    ({ on: day, fen: amountFen }: CapitalEntry) => ({ on: day, amountFen, what })
  return {
    row: presentMember(on, line),
    scheme: { id: scheme._id, name: scheme.name, ...(mode && { mode }), ...(scheme.opened && { state: scheme.opened.state }) },
    ...(membership.signedOn && { signedOn: membership.signedOn }),
    ...(signerId && signed && { signer: { who: signed.who, ...(signed.gone && { gone: signed.gone }) } }),
    signers: signed?.may ?? [],
    entries: [
      ...membership.capital.map(({ on: day, fen: amountFen }, at) => ({
        ...{ on: day, amountFen, what: amountFen > 0 ? ('in' as const) : ('out' as const) },
        ...(can.includes('correct') && correctable(membership.capital).includes(at) && { at }),
      })),
      ...membership.returns.map(entry('returned')),
    ].sort((a, b) => a.on.localeCompare(b.on)),
    ...(membership.wanted && { wanted: presentWanted(membership.wanted, membership.capital) }),
    years: [...line.years].reverse().map((settled) => ({ ...settled, ...dueDay(county, moment.today, settled.year) })),
    rows: [...rows]
      .sort((a, b) => b.year - a.year)
      .map(({ year, principalFen, dividendFen, importId, row }) => {
        const file = files.find(({ _id }) => _id === importId)?.fileName
        return { year, principalFen, dividendFen, ...(file && { file }), ...(row !== undefined && { row }) }
      }),
    ...(membership.toldOn && { told: { on: membership.toldOn, words: membership.toldSealed ? open(keys, membership.toldSealed) : '' } }),
    ...(reason && { reason }),
    ...{ can, history: history.map((event) => lineOfHistory(on, event)) },
    reasons: county.schemes.exitReasons.map(({ id, name }) => ({ id, name })),
    ...(grantId !== undefined && { household: { id: membership.householdId, grantId } }),
  }
}
