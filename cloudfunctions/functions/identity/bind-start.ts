import { randomUUID } from 'node:crypto'
import type { identity } from '#contract/identity/actions'
import { startsPerAddress, startsPerWindow } from '#domain/access/binding'
import { normOn } from '#domain/county/parameters'
import { splitPhones } from '#domain/people/phones'
import { fingerprint } from '#kernel/access/caller'
import { minutesAfter } from '#kernel/call/clock'
import { codeIdOf } from '#kernel/access/code-signer'
import { refusals } from '#kernel/call/errors'
import { open, seal } from '#kernel/seal/seal'
import type { Action, On } from '#kernel/call/on'
import { waitingDigits } from '#affairs/trust/vouching'
import { findAccount, type Account } from '#store/access/accounts'
import { countTry, findStep, insertBinding, type Binding } from '#store/access/bindings'
import type { Db } from '#store/db/collection'
import { aggregate, joined } from '#store/db/read'
import { contacts, type Contact } from '#store/people/contacts'
import { codes, persons, type Code, type Person } from '#store/people/register'
import { accountOf, sessionFor } from './sign-in'

type Started = Pick<Binding, '_id' | 'accountId' | 'until'>

/**
 * First step of binding a phone: right or wrong, it takes the same steps and answers with six digits. What was found is told to nobody
 * but the grid worker who enters them; only what a worker confirms and is wrong counts as a try. The phone that asks the very same
 * again, after a reload or a lost answer, gets the same digits.
 */
export const bindStart: Action<typeof identity.bindStart> = async ({ token, idTail, phoneTail, key }, on) => {
  const codeId = codeIdOf(on.keys, token)
  const step = key === undefined ? null : fingerprint(on.keys, `bind/${key}/${token}/${idTail}/${phoneTail}`)
  const [before, caller, card] = await Promise.all([
    step === null ? undefined : findStep(on.db, step, on.moment.iso),
    on.caller(),
    findCard(on.db, codeId ?? 'none'),
  ])
  const again = before && (await starterOf(on, before, caller.account))
  if (before && again) return answer(on, again, before)
  const [account] = await Promise.all([accountOf(on), brake(on, caller.account, fingerprint(on.keys, token))])
  const home = card?.householdId ?? fingerprint(on.keys, token)
  const _id = randomUUID()
  const started: Started = { _id, accountId: account._id, until: minutesAfter(on.moment, minutesOf(on)) }
  const [answered] = await Promise.all([
    answer(on, account, started),
    insertBinding(on.db, {
      ...started,
      householdId: card?.householdId ?? null,
      personId: card?.personId ?? null,
      digits: fingerprint(on.keys, `${home}/${waitingDigits(on.keys, account._id, _id)}`),
      matches: isRight(on, card, idTail, phoneTail),
      step,
      usedAt: null,
    }),
  ])
  return answered
}

const answer = async (on: On, account: Account, { _id, until }: Started) => ({
  ...(await sessionFor(on, account)),
  code: waitingDigits(on.keys, account._id, _id),
  until,
  minutes: minutesOf(on),
})

/** For so long the six digits are good. */
const minutesOf = ({ county, moment }: On): number => normOn(county, 'binding-minutes', moment.today)

/** Whose first step it was: the account that asks again, or the one that was made for a phone that never heard of it. */
const starterOf = async ({ db }: On, { accountId }: Started, caller: Account | undefined): Promise<Account | undefined> =>
  caller === undefined ? findAccount(db, accountId) : caller._id === accountId ? caller : undefined

/** Against floods: a known phone has a count of its own, so that strangers with the same card, or at another address, do not slow it. */
async function brake({ db, keys, moment, call }: On, account: Account | undefined, card: string): Promise<void> {
  const known = account?._id ?? call.openid
  const [who, most] =
    known !== undefined
      ? [fingerprint(keys, known), startsPerWindow]
      : call.address
        ? [fingerprint(keys, call.address), startsPerAddress]
        : [card, startsPerWindow]
  const tried = await countTry(db, `bind-start/${moment.iso.slice(11, 15)}`, who, moment.today)
  if (tried > most) throw refusals.busy('这会儿试的次数太多了，填的还在。请过 10 分钟再点，或者带身份证到村便民服务中心办。')
}

interface Card extends Code {
  person: Person[]
  family: Person[]
  phones: Contact[]
}

/** A card with its person, the household's people and their registered phones, in one query. */
const findCard = async (db: Db, codeId: string): Promise<Card | undefined> =>
  (
    await aggregate<Card>(db, codes, [
      { $match: { _id: codeId } },
      joined(persons, 'personId', '_id', 'person'),
      joined(persons, 'householdId', 'householdId', 'family'),
      joined(contacts, 'family._id', '_id', 'phones'),
    ])
  )[0]

/**
 * The person's own ID number, and the phone of anyone in the household: the old often have their children's. A number that the
 * counter entered counts from a while later.
 */
function isRight({ keys, moment }: On, card: Card | undefined, idTail: string, phoneTail: string): boolean {
  const nobody = seal(keys, '0'.repeat(18))
  const idNumber = open(keys, card?.person[0]?.idSealed ?? nobody)
  const phones = (card?.phones ?? []).flatMap(({ phoneSealed, from, former }) => {
    const valid = from === undefined || from <= moment.iso
    const sealed = valid ? phoneSealed : former
    return sealed ? splitPhones(open(keys, sealed)) : []
  })
  return card?.status === 'active' && idNumber.slice(-6) === idTail && phones.some((phone) => phone.slice(-4) === phoneTail)
}
