import type { identity } from '#contract/identity/actions'
import { agreed } from '#domain/money/arrivals'
import { checkOwnWord } from '#affairs/trust/vouching'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { changeArrivals } from '#store/access/accounts'

/** The person wants to be told once more on this phone that money has come, or no more. It is theirs to say, and nobody's data is read. */
export const arrivals: Action<typeof identity.arrivals> = async ({ yes }, on) => {
  await checkOwnWord(on)
  const { account, person } = await on.caller()
  const isOffered = account!.platform !== 'h5' && on.county.texts.arrivals?.[account!.platform] !== undefined
  if (!isOffered) throw refusals.badInput('这里还没有到账提醒。钱到没到，随时可以点开“我的钱”看。')
  const next = agreed(account!.arrivals, person!._id, yes, on.moment.iso)
  const changed = await changeArrivals(on.db, account!, next)
  if (!changed) throw refusals.badInput('刚才别处也点了一下。请再点一次。')
  return { left: next.left }
}
