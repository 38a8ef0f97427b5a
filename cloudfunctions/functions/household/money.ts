import type { household } from '#contract/household/actions'
import type { OwnMoney } from '#contract/household/own-money'
import { loadFile } from '#affairs/file/load'
import { ownMoneyOf, ownSince } from '#affairs/file/own-money'
import { newest } from '#affairs/file/present-file'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import type { Account } from '#store/access/accounts'
import { whoseWord } from './whose'

/** 我的钱: line by line, this year and the last; of a relative's household where they let the caller see its money. */
export const money: Action<typeof household.money> = async ({ proxyId }, on) => {
  const { caller, person, householdId, relation } = await whoseWord(on, proxyId, 'money')
  const [, file] = await Promise.all([
    recordLook(on, caller, { action: 'household.money', granted: true, householdId, personId: person._id, relation, parts: ['money'] }),
    loadFile(on, caller, householdId, ['money'], ownSince(on.moment.today)),
  ])
  if (!file) throw refusals.signIn()
  return {
    ...{ head: file.household.headName, relation, today: on.moment.today, updatedAt: newest(file) },
    ...(await ownMoneyOf(on, file, relation === 'self')),
    ...(relation === 'self' && arrivalsOf(on, caller.account!)),
  }
}

/** Whether the person can be told on this phone that money has come. */
function arrivalsOf({ county }: On, { platform, person, arrivals }: Account): Pick<OwnMoney, 'arrivals'> {
  const texts = county.texts.arrivals
  if (!texts) return {}
  const template = platform === 'h5' ? undefined : texts[platform]?.template
  if (template === undefined) return { arrivals: 'elsewhere' }
  return { arrivals: { template, ...(arrivals && arrivals.personId === person?.personId && { left: arrivals.left }) } }
}
