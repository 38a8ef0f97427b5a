import type { office } from '#contract/office/actions'
import { isNameBeyond, schemeNameKey } from '#domain/money/scheme-name'
import { linesOf } from '#domain/money/scheme-book'
import { mayOpenScheme, schemeAreaOf, seesHousehold } from '#domain/work/scheme-powers'
import { loadBook } from '#affairs/schemes/book'
import { everyScheme, findNamedScheme, type NamedScheme } from '#affairs/schemes/every'
import { findMember } from '#affairs/schemes/member'
import { noMember, schemePurpose } from '#affairs/schemes/perform'
import { noScheme } from '#affairs/schemes/perform-scheme'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Staff } from '#store/access/staff'
import { presentMember, presentMemberFile, presentScheme, presentSchemeFile, townSeen } from './present'

const pageSize = 50

/** Schemes with their numbers; a town sees those of its own households. Whoever has no part in schemes sees none. */
export const schemes: Action<typeof office.schemes> = async (_, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const town = townSeen(on, one)
  const seen = schemeAreaOf(on.county, one) === undefined ? [] : await everyScheme(on)
  const rows = await Promise.all(
    seen.map(async (scheme) => ({ ...presentScheme(on, scheme, (await loadBook(on, scheme, town)).lines), ...likeOf(scheme, seen) })),
  )
  await recordLook(on, caller, { action: 'office.schemes', granted: true, rows: rows.length, ...(town !== undefined && { area: town }) })
  return {
    rows,
    opens: {
      may: mayOpenScheme(on.county, one),
      modes: on.county.schemes.modes.map(({ id, name, guaranteed }) => ({ id, name, guaranteed })),
      towns: on.county.towns.map(({ code, name }) => ({ id: code, name })),
    },
  }
}

/** Of one that only lists name: the registered ones that are called the same with another place before the name, or without one. */
function likeOf({ name, opened }: NamedScheme, all: readonly NamedScheme[]): { like?: string[] } {
  const key = schemeNameKey(name)
  const like = opened ? [] : all.filter((one) => one.opened && isNameBeyond(key, schemeNameKey(one.name))).map((one) => one.name)
  return like.length > 0 ? { like } : {}
}

/** The scheme, for whoever has a part in schemes. @throws Refusal alike for unknown and not theirs; both are on record. */
async function schemeFor(on: On, id: string, action: string) {
  const caller = await on.caller()
  const one = caller.staff!
  const found = schemeAreaOf(on.county, one) === undefined ? undefined : await findNamedScheme(on, id)
  const record = (rows?: number) =>
    recordLook(on, caller, { action, granted: found !== undefined, about: { kind: 'scheme', id }, ...(rows !== undefined && { rows }) })
  if (!found) {
    await record()
    throw noScheme()
  }
  return { one, found, record }
}

export const oneScheme: Action<typeof office.scheme> = async ({ id }, on) => {
  const { one, found, record } = await schemeFor(on, id, 'office.scheme')
  await record()
  return presentSchemeFile(on, one, found)
}

/** The households behind a number. */
export const schemeMembers: Action<typeof office.schemeMembers> = async ({ id, view, year, after }, on) => {
  const { one, found, record } = await schemeFor(on, id, 'office.schemeMembers')
  const lines = linesOf((await loadBook(on, found, townSeen(on, one))).lines, view, year)
  const start = after === undefined ? 0 : lines.findIndex((line) => line.id === after) + 1
  const page = lines.slice(start, start + pageSize)
  await record(page.length)
  return {
    rows: page.map((line) => presentMember(on, line, year)),
    total: lines.length,
    ...(start + page.length < lines.length && { next: page.at(-1)!.id }),
  }
}

/** One household in one scheme; it reads on its phone that somebody looked. */
export const schemeMember: Action<typeof office.schemeMember> = async ({ id }, on) => {
  const caller = await on.caller()
  const one: Staff = caller.staff!
  const found = await findMember(on, id)
  const isSeen = found !== undefined && seesHousehold(on.county, found.membership.townCode, one)
  await recordLook(on, caller, {
    ...{ action: 'office.schemeMember', granted: isSeen, about: { kind: 'scheme', id }, purpose: schemePurpose },
    ...(isSeen && { householdId: found.membership.householdId }),
  })
  if (!isSeen) throw noMember()
  return presentMemberFile(on, one, found)
}
