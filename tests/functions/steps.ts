import type { Me } from '#contract/identity/actions'
import { loginIndexes } from '#kernel/access/caller'
import { accounts, type Account } from '#store/access/accounts'
import { find } from '#store/db/read'
import type { As, Cloud } from '../harness/cloud'

/** What a phone does, one call each. */

export const me = (cloud: Cloud, as?: As) => cloud.call<Me>('identity', 'me', {}, as)

export const redeem = (cloud: Cloud, code: string, as?: As) => cloud.call<{ session?: string; me: Me }>('identity', 'redeem', { code }, as)

/** A one-time code as the terminal makes it. */
export const invite = async (cloud: Cloud, input: object) => (await cloud.operate<{ code: string }>('invite', input)).code

export interface Tails {
  token: string
  idTail: string
  phoneTail: string
}
export interface Started {
  session?: string
  code: string
  until: string
}

export const bindStart = (cloud: Cloud, { token, idTail, phoneTail }: Tails, as?: As) =>
  cloud.call<Started>('identity', 'bindStart', { token, idTail, phoneTail }, as)

export const bindConfirm = (cloud: Cloud, as: As, token: string, code: string, guardian?: { name: string; relation: string }) =>
  cloud.call<{ kind: 'bound'; name: string } | { kind: 'guardian-needed'; age: number; under: number }>(
    'identity',
    'bindConfirm',
    { token, code, ...(guardian && { guardian }) },
    as,
  )

/** The sixth-last digit is another one. */
export const wrong = (tail: string): string => (tail.startsWith('0') ? '1' : '0') + tail.slice(1)

/** Starts with another phone each time and throws the answer away: what a guesser does. */
export async function guess(cloud: Cloud, tails: Tails, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await bindStart(cloud, { ...tails, phoneTail: wrong(tails.phoneTail) })
}

export const accountsOf = ({ db, keys }: Cloud, platform: 'wechat' | 'alipay', user: string): Promise<Account[]> =>
  find(db, accounts, { loginIndex: { $in: loginIndexes(keys, platform, user) } })

export const accountOfSession = async ({ db }: Cloud, session: string): Promise<Account | undefined> =>
  (await find(db, accounts, { _id: session.split('/')[0] }))[0]
