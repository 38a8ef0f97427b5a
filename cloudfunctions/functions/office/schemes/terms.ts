import type { office } from '#contract/office/actions'
import { yuan } from '#domain/money/money'
import { bookTotals } from '#domain/money/scheme-book'
import { termsOf, type Terms } from '#domain/money/scheme-dues'
import { mayOpenScheme } from '#domain/work/scheme-powers'
import { schemeStateNames, schemeTransitions } from '#domain/work/schemes'
import { canBe } from '#domain/work/transitions'
import { sayPosts, unitName } from '#domain/access/posts'
import { officerRoles } from '#domain/access/staff'
import { loadBook } from '#affairs/schemes/book'
import { findNamedScheme } from '#affairs/schemes/every'
import { doWithScheme, schemeEvent } from '#affairs/schemes/perform-scheme'
import { schemeIdOf } from '#affairs/schemes/scheme-id'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { changeScheme, findScheme, type Scheme } from '#store/work/schemes'
import { presentSchemeFile } from './present'

const presented = async (on: On, scheme: Scheme) =>
  presentSchemeFile(on, (await on.caller()).staff!, (await findNamedScheme(on, scheme._id))!)

/** Asked by one, approved by another. Its name is what joins it to the lists of dividends, so it is asked for once. */
export const openScheme: Action<typeof office.openScheme> = async (given, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const { name, mode, operator, town, startOn, fromYear, rate, words } = given
  const id = schemeIdOf(name)
  const may = mayOpenScheme(on.county, one)
  await recordLook(on, caller, { action: 'office.openScheme', granted: may, about: { kind: 'scheme', id } })
  if (!may) throw refusals.notAllowed(sayPosts(unitName(on.county, on.county.schemes.agency), officerRoles))
  if (!on.county.schemes.modes.some((known) => known.id === mode)) throw refusals.badInput('请选一种经营方式。您填的内容还在。')
  if (town !== undefined && !on.county.towns.some(({ code }) => code === town)) throw refusals.badInput('请选在哪个乡镇。您填的内容还在。')
  const before = await findScheme(on.db, id)
  const same = before ?? (await findNamedScheme(on, id))?.opened
  if (same && same._id !== id)
    throw refusals.badInput(`“${same.name}”已经登记过，分红表上写“${name}”的也算它，请到列表里找到它。您填的内容还在。`)
  if (before && !canBe(schemeTransitions, 'open', before.state))
    throw refusals.badInput(`“${name}”已经登记过，现在是“${schemeStateNames[before.state]}”，请到列表里找到它。您填的内容还在。`)
  const read = before ?? ({ _id: id, turn: 0, terms: [] } as unknown as Scheme)
  const becomes: Scheme = {
    ...{ _id: id, name, state: 'asked', mode, operator, townCode: town ?? null, startOn, terms: read.terms },
    ...{ wanted: { fromYear, rate }, askedBy: one._id, endedOn: null, turn: read.turn },
  }
  const opened = await changeScheme(on.db, read, becomes, [{ ...schemeEvent(on, one, 'open', words), to: 'asked' }])
  if (!opened) throw refusals.badInput('刚刚有人登记了同名的项目。请刷新，看过再办。您填的内容还在。')
  return presented(on, opened)
}

/** Other terms from a year on; what was guaranteed is never lowered. */
export const changeTerms: Action<typeof office.changeTerms> = async ({ id, fromYear, rate, words }, on) =>
  presented(
    on,
    await doWithScheme(on, {
      ...{ act: 'change', action: 'office.changeTerms', id, words },
      become: ({ terms, mode }, { _id: askedBy }) => {
        const isGuaranteed = on.county.schemes.modes.find((one) => one.id === mode)?.guaranteed
        const now = termsOf(terms, fromYear)?.rate ?? 0
        if (isGuaranteed && rate < now)
          throw refusals.badInput(`这个项目是保底的，${fromYear}年不能低于现在的 ${now / 100}%。您填的内容还在。`)
        return { wanted: { fromYear, rate }, askedBy }
      },
    }),
  )

export const decideScheme: Action<typeof office.decideScheme> = async ({ id, act, words }, on) =>
  presented(
    on,
    await doWithScheme(on, {
      ...{ act, action: 'office.decideScheme', id, words },
      become: ({ terms, wanted }) => ({
        terms: act === 'approve' && wanted ? withTerms(terms, wanted) : terms,
        ...{ wanted: null, askedBy: null },
      }),
    }),
  )

const withTerms = (terms: readonly Terms[], wanted: Terms): Terms[] =>
  [...terms.filter(({ fromYear }) => fromYear !== wanted.fromYear), wanted].sort((a, b) => a.fromYear - b.fromYear)

/** Only once nobody is in it, by an agreement or by a list, and nobody's principal is out. */
export const endScheme: Action<typeof office.endScheme> = async ({ id, words }, on) =>
  presented(
    on,
    await doWithScheme(on, {
      ...{ act: 'end', action: 'office.endScheme', id, words },
      become: async (scheme) => {
        const still = bookTotals((await loadBook(on, (await findNamedScheme(on, scheme._id))!)).lines)
        const why = [
          still.in > 0 && `还有 ${still.in} 户在这个项目里${still.listed > 0 ? `（${still.listed} 户是分红表上有、没登记协议的）` : ''}`,
          still.returning > 0 && `${still.returning} 户退出了、还没退清本金`,
          still.standingFen > 0 && `没退的本金一共 ${yuan(still.standingFen)} 元`,
        ].filter(Boolean)
        if (why.length > 0) throw refusals.badInput(`${why.join('，')}。都退清了再结束。您写的字还在。`)
        return { endedOn: on.moment.today }
      },
    }),
  )
