import type { household } from '#contract/household/actions'
import { refusals } from '#kernel/call/errors'
import { issueInvitation } from '#affairs/invitations/invitation'
import { presentProxy } from '#affairs/trust/present-trust'
import type { Action, On } from '#kernel/call/on'
import { addProxy, checkTrustEnds } from '#affairs/trust/trust'
import { checkOwnWord, vouchedByOwner } from '#affairs/trust/vouching'
import { findById } from '#store/db/read'
import { proxiesOfPerson, revokeProxy } from '#store/access/proxies'
import { households } from '#store/people/register'

/** Whom the farmer lets see the file: relatives by the own word or on paper. */
export const proxies: Action<typeof household.proxies> = async (_, on) => ({ proxies: await listed(on) })

/** As many as one list shows. */
const mostTrusts = 20

/** Lets a relative see, from a while later or at once where the counter has seen both; the code that comes with it is for their phone. */
export const allow: Action<typeof household.allow> = async ({ name, relation, parts, until }, on) => {
  checkTrustEnds(on, until)
  await checkOwnWord(on)
  const { account, person } = await on.caller()
  const given = (await listed(on)).filter(({ state }) => state !== 'ended' && state !== 'revoked')
  if (given.length >= mostTrusts) throw refusals.badInput(`已经让 ${mostTrusts} 位家人看了。请先收回用不着的，再添新的。`)
  const home = await findById(on.db, households, person!.householdId ?? 'none')
  const proxy = await addProxy(on, person!, {
    name,
    relation,
    parts,
    until,
    by: 'self',
    evidence: null,
    vouched: vouchedByOwner(on, account!, home?.villageCode ?? ''),
  })
  const { code, until: codeUntil } = await issueInvitation(on, { kind: 'proxy', proxyId: proxy._id })
  return { proxy: presentProxy(proxy, on.moment), code, codeUntil }
}

/** Takes it back, at once. */
export const disallow: Action<typeof household.disallow> = async ({ id }, on) => {
  await checkOwnWord(on)
  const { person } = await on.caller()
  if (!(await revokeProxy(on.db, id, person!._id, 'self', on.moment.iso)))
    throw refusals.notFound('没有找到这一条，可能已经收回了。请下拉刷新再看。')
  return { proxies: await listed(on) }
}

async function listed(on: On) {
  const { person } = await on.caller()
  return (await proxiesOfPerson(on.db, person!._id)).map((proxy) => presentProxy(proxy, on.moment))
}
