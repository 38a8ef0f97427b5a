import type { identity } from '#contract/identity'
import { ageOn, guardianUntilAge, triesPerDay } from '#domain/binding'
import { maskName } from '#domain/names'
import { mayRead } from '#kernel/authorize'
import { fingerprint } from '#kernel/caller'
import { codeIdOf } from '#kernel/code-signer'
import { refusals } from '#kernel/errors'
import { versionsOf } from '#kernel/keys'
import { recordLook } from '#kernel/release'
import type { Action } from '#kernel/serve'
import { addGuardian } from '#kernel/trust'
import { changeAccount } from '#store/accounts'
import { countTry, findWaiting, useBinding } from '#store/bindings'
import { findById } from '#store/collection'
import { markRedeemed } from '#store/proxies'
import { findCode, persons } from '#store/register'

const noMatch = () => refusals.notFound('对不上：核对码、这张卡或者农户填的有一样不对，也可能过了 10 分钟。请让农户重新填一次；再不行，请带身份证到村便民服务中心办。')

/** The grid worker has seen person and ID card: the phone that shows these digits is bound to the person of its card. */
export const bindConfirm: Action<typeof identity.bindConfirm> = async ({ token, code: digits, guardian }, on) => {
  const codeId = codeIdOf(on.keys, token)
  const [caller, code] = await Promise.all([on.caller(), findCode(on.db, codeId ?? 'none')])
  // Nobody confirms for the own family, whatever post they hold.
  const isFamily = caller.proxies?.some(({ principalPerson }) => principalPerson?.householdId === code?.householdId) ?? false
  const inArea = code?.status === 'active' && !isFamily && mayRead(caller, code)?.relation === 'grid-worker'
  const about = { action: 'identity.bindConfirm', ...(code && { householdId: code.householdId }) }
  const tried = await countTry(on.db, 'confirm', `${caller.staff!._id}/${codeId ?? 'none'}`, on.moment.today)
  const home = code?.householdId ?? ''
  const waiting = inArea && tried <= 2 * triesPerDay
    ? await findWaiting(on.db, versionsOf(on.keys).map((version) => fingerprint(on.keys, `${home}/${digits}`, version)), on.moment.iso)
    : undefined
  const person = waiting?.personId ? await findById(on.db, persons, waiting.personId) : undefined
  if (!waiting || !person || waiting.accountId === caller.account!._id) {
    await recordLook(on, caller, { ...about, granted: false })
    throw noMatch()
  }
  const age = ageOn(person.birth, on.moment.today)
  const child = age < guardianUntilAge
  if (child && !guardian) return { kind: 'guardian-needed', age }
  await recordLook(on, caller, { ...about, granted: true, personId: person._id, consent: child ? 'family' : 'self' })
  if (!(await useBinding(on.db, waiting._id, on.moment.iso))) throw noMatch()
  const proxy = child ? await addGuardian(on, person, guardian!, `网格员 ${caller.staff!.name} 当面核对`) : undefined
  if (proxy) await markRedeemed(on.db, proxy._id)
  const change = proxy
    ? { $addToSet: { proxyIds: proxy._id } }
    : { $set: { person: { personId: person._id, boundOn: on.moment.today } } }
  if (!(await changeAccount(on.db, waiting.accountId, change))) throw noMatch()
  return { kind: 'bound', name: maskName(person.name) }
}
