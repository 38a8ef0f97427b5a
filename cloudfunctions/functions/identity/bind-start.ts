import { randomInt, randomUUID } from 'node:crypto'
import type { identity } from '#contract/identity'
import { bindingMinutes, triesPerDay } from '#domain/binding'
import { splitPhones } from '#domain/phones'
import { fingerprint } from '#kernel/caller'
import { minutesAfter } from '#kernel/clock'
import { codeIdOf } from '#kernel/code-signer'
import { refusals } from '#kernel/errors'
import { open, seal } from '#kernel/seal'
import type { Action, On } from '#kernel/serve'
import { countTry, insertBinding } from '#store/bindings'
import { aggregate, joined, type Db } from '#store/collection'
import { contacts, type Contact } from '#store/contacts'
import { codes, persons, type Code, type Person } from '#store/register'
import { accountOf, sessionFor } from './sign-in'

const officeOnly = () => refusals.tooOften('今天试的次数太多了，先停一停。请明天再试，或者带身份证到村便民服务中心办，当场就能办好。')

/**
 * First step of binding a phone: right or wrong, it takes the same steps and answers with six digits. What was found is told to nobody
 * but the grid worker who enters them. The limits of account and card are told, since they say nothing about the card; the household's
 * is not, since it would tell which cards are of one household.
 */
export const bindStart: Action<typeof identity.bindStart> = async ({ token, idTail, phoneTail }, on) => {
  const codeId = codeIdOf(on.keys, token)
  const [account, card] = await Promise.all([accountOf(on), findCard(on.db, codeId ?? 'none')])
  const day = on.moment.today
  const home = card?.householdId ?? fingerprint(on.keys, token)
  const [ofAccount, ofCard, ofHome] = await Promise.all([
    countTry(on.db, 'bind-account', account._id, day), countTry(on.db, 'bind-card', fingerprint(on.keys, token), day), countTry(on.db, 'bind-home', home, day),
  ])
  if (ofAccount > triesPerDay || ofCard > triesPerDay) throw officeOnly()
  const digits = String(randomInt(1_000_000)).padStart(6, '0')
  const until = minutesAfter(on.moment, bindingMinutes)
  const right = isRight(on, card, idTail, phoneTail)
  const [signedIn] = await Promise.all([
    sessionFor(on, account),
    insertBinding(on.db, {
      _id: randomUUID(), accountId: account._id, householdId: card?.householdId ?? null, personId: card?.personId ?? null,
      digits: fingerprint(on.keys, `${home}/${digits}`), matches: right && ofHome <= triesPerDay, until, usedAt: null,
    }),
  ])
  return { ...signedIn, code: digits, until }
}

interface Card extends Code { person: Person[]; family: Person[]; phones: Contact[] }

/** A card with its person, the household's people and their registered phones, in one query. */
const findCard = async (db: Db, codeId: string): Promise<Card | undefined> =>
  (await aggregate<Card>(db, codes, [
    { $match: { _id: codeId } },
    joined(persons, 'personId', '_id', 'person'),
    joined(persons, 'householdId', 'householdId', 'family'),
    joined(contacts, 'family._id', '_id', 'phones'),
  ]))[0]

/** The person's own ID number, and the phone of anyone in the household: the old often have their children's. */
function isRight({ keys }: On, card: Card | undefined, idTail: string, phoneTail: string): boolean {
  const nobody = seal(keys, '0'.repeat(18))
  const idNumber = open(keys, card?.person[0]?.idSealed ?? nobody)
  const phones = (card?.phones ?? []).flatMap(({ phoneSealed }) => splitPhones(open(keys, phoneSealed)))
  return card?.status === 'active' && idNumber.slice(-6) === idTail && phones.some((phone) => phone.slice(-4) === phoneTail)
}
