import { createHash, randomUUID } from 'node:crypto'
import type { supervision } from '#contract/supervision/actions'
import { incomeMonths, countIncome } from '#domain/money/income'
import { sayWhen } from '#domain/time/dates'
import { incomeOf } from '#affairs/file/parts/income'
import { loadFile } from '#affairs/file/load'
import { keepIncome } from '#affairs/incomes/keep'
import { mayRead } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { findById } from '#store/db/read'
import { households } from '#store/people/register'
import { notThere } from './file'
import { underGrant } from '#affairs/grants/under-grant'

export const incomeForm: Action<typeof supervision.incomeForm> = (_, { county, moment }) => {
  const { from, to } = incomeMonths(moment.today)
  return Promise.resolve({
    months: `${sayWhen(from)}到${sayWhen(to)}`,
    transfers: county.incomes.transfers.map(({ id, name, counts }) => ({ id, name, counts })),
  })
}

/** An officer writes down a household's income under a grant: what the grant opens is on record, whether or not it is allowed. */
export const stateIncome: Action<typeof supervision.stateIncome> = async ({ grantId, householdId, stated, evidence, key }, on) => {
  const { caller, one, about, grant } = await underGrant(on, grantId, 'supervision.stateIncome')
  const home = await findById(on.db, households, householdId)
  const look = home && mayRead(caller, { householdId: home._id, villageCode: home.villageCode, helpers: home.helpers })
  const granted = look?.parts.includes('income') ?? false
  await recordLook(on, caller, {
    ...{ action: 'supervision.stateIncome', granted, ...about, ...(home && { householdId: home._id }) },
    ...(grant.emergency && { reason: grant.reason }),
  })
  if (!home || !look) throw notThere()
  if (!granted) throw refusals.badInput('这条授权不包括“收入”，不能登记。要登记，请另外申请授权。')
  const { missing } = countIncome(stated, on.county.incomes)
  if (missing.includes('对得上的转移性收入明细'))
    throw refusals.badInput('不算收入的补贴加起来比转移性收入还多，或者有县里没有列的补贴。转移性收入要写全部的，请再核对。')
  if (stated.covered !== undefined && (stated.people === undefined || stated.covered > stated.people))
    throw refusals.badInput('享受的人比一起生活的人还多，请再核对。')
  await keepIncome(on, {
    ...{ householdId: home._id, stated, evidence, from: 'desk' as const, ref: writing(key, { stated, evidence }) },
    ...{ agency: one.agencyId, saidOn: on.moment.today },
  })
  const file = await loadFile(on, caller, home._id, ['income'])
  if (!file) throw notThere()
  return { income: incomeOf(on, file, 'officer') }
}

/** The same key with the same words is one writing; without a key each is another. */
const writing = (key: string | undefined, words: object): string =>
  key === undefined
    ? randomUUID()
    : createHash('sha256')
        .update(JSON.stringify([key, words]))
        .digest('hex')
        .slice(0, 32)
