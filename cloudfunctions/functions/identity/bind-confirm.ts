import type { identity } from '#contract/identity/actions'
import { ageOn } from '#domain/access/binding'
import { normOn } from '#domain/county/parameters'
import { maskName } from '#domain/people/names'
import { mayRead, type Caller } from '#kernel/access/authorize'
import { fingerprint } from '#kernel/access/caller'
import { codeIdOf } from '#kernel/access/code-signer'
import { refusals } from '#kernel/call/errors'
import { versionsOf } from '#kernel/seal/keys'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { addGuardian, guardianAge } from '#affairs/trust/trust'
import { counts } from '#kernel/access/vouched'
import { vouchedByStaff } from '#affairs/trust/vouching'
import { changeAccount, findAccount } from '#store/access/accounts'
import { countTry, countWrong, findWaiting, findWrong, forgetWrong, useBinding } from '#store/access/bindings'
import type { Filter } from '#store/db/collection'
import { findById } from '#store/db/read'
import { markRedeemed } from '#store/access/proxies'
import { findCode, persons, type Code } from '#store/people/register'

const noMatch = ({ county, moment }: On) =>
  refusals.notFound(
    `对不上：核对码、这张卡或者农户填的有一样不对，也可能过了 ${normOn(county, 'binding-minutes', moment.today)} 分钟。请让农户重新填一次；再不行，请带身份证到村便民服务中心办。`,
  )
const tooMany = (most: number) =>
  refusals.tooOften(
    `这一户今天核对错了 ${most} 次，先停一停。请带身份证到村便民服务中心，窗口认了人就能放开；没参与核对的另一位网格员也能放开。`,
  )

/**
 * The grid worker has seen person and ID card: the phone that shows these digits may read the file of the person of its card. What is
 * the owner's alone waits until somebody else has checked it too (affairs/trust/vouching). A wrong one counts against the household.
 */
export const bindConfirm: Action<typeof identity.bindConfirm> = async ({ token, code: digits, guardian }, on) => {
  const codeId = codeIdOf(on.keys, token)
  const [caller, code] = await Promise.all([on.caller(), findCode(on.db, codeId ?? 'none')])
  const inArea = mayCheck(caller, code)
  const about = { action: 'identity.bindConfirm', ...(code && { householdId: code.householdId }) }
  const home = code?.householdId ?? ''
  const most = normOn(on.county, 'binding-wrong-a-day', on.moment.today)
  const [tried, wrong] = await Promise.all([
    countTry(on.db, 'confirm', `${caller.staff!._id}/${codeId ?? 'none'}`, on.moment.today),
    findWrong(on.db, home, on.moment.today),
  ])
  const found =
    inArea && tried <= 2 * most
      ? await findWaiting(
          on.db,
          versionsOf(on.keys).map((version) => fingerprint(on.keys, `${home}/${digits}`, version)),
          on.moment.iso,
        )
      : []
  const stopped = inArea && (wrong?.count ?? 0) >= most
  const waiting = stopped ? undefined : found.find(({ matches, accountId }) => matches && accountId !== caller.account!._id)
  const person = waiting?.personId ? await findById(on.db, persons, waiting.personId) : undefined
  if (!waiting || !person) {
    await recordLook(on, caller, { ...about, granted: false })
    if (stopped) throw tooMany(most)
    if (found.some(({ matches }) => !matches)) await countWrong(on.db, home, caller.staff!._id, on.moment.today)
    throw noMatch(on)
  }
  const age = ageOn(person.birth, on.moment.today)
  const child = age < guardianAge(on)
  if (child && !guardian) return { kind: 'guardian-needed', age, under: guardianAge(on) }
  await recordLook(on, caller, { ...about, granted: true, personId: person._id, consent: child ? 'family' : 'self' })
  if (!(await useBinding(on.db, waiting._id, on.moment.iso))) throw noMatch(on)
  const vouched = vouchedByStaff(on, caller.staff, code!.villageCode, true)
  const proxy = child ? await addGuardian(on, person, guardian!, `网格员 ${caller.staff!.name} 当面核对`, vouched) : undefined
  if (proxy) await markRedeemed(on.db, proxy._id)
  const before = (await findAccount(on.db, waiting.accountId))?.person
  const isTheirs = before?.personId === person._id && counts(before.vouched, on.moment.iso)
  const change: Filter = proxy
    ? { $addToSet: { proxyIds: proxy._id } }
    : { $set: { person: isTheirs ? before : { personId: person._id, boundOn: on.moment.today, vouched } } }
  if (!(await changeAccount(on.db, waiting.accountId, change))) throw noMatch(on)
  return { kind: 'bound', name: maskName(person.name) }
}

/** A worker who took no part in the wrong ones lets a household try again. */
export const bindRelease: Action<typeof identity.bindRelease> = async ({ token }, on) => {
  const [caller, code] = await Promise.all([on.caller(), findCode(on.db, codeIdOf(on.keys, token) ?? 'none')])
  const home = code?.householdId ?? ''
  const wrong = await findWrong(on.db, home, on.moment.today)
  const may = mayCheck(caller, code) && !(wrong?.by ?? []).includes(caller.staff!._id)
  await recordLook(on, caller, {
    action: 'identity.bindRelease',
    granted: may,
    ...(code && { householdId: code.householdId, personId: code.personId }),
  })
  if (!may) throw refusals.notFound('这张卡不归您放开：核对错的人自己不能放开。请另一位网格员来，或者请农户带身份证到村便民服务中心。')
  await forgetWrong(on.db, home, on.moment.today)
  return { left: true }
}

/** A grid worker of the card's village; nobody for the own family, whatever post they hold. */
function mayCheck(caller: Caller, code: Code | undefined): boolean {
  const isFamily = caller.proxies?.some(({ principalPerson }) => principalPerson?.householdId === code?.householdId) ?? false
  return code?.status === 'active' && !isFamily && mayRead(caller, code)?.relation === 'grid-worker'
}
