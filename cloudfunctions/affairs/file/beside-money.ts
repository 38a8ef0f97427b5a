import { claimsOf } from '#affairs/ledger/claims-of'
import { claimKey } from '#domain/money/claims'
import type { Month } from '#domain/time/dates'
import { sayPeriod } from '#domain/time/list-periods'
import type { On } from '#kernel/call/on'
import { findEach, findIn } from '#store/db/read'
import { imports } from '#store/intake/intake'
import type { Claim } from '#store/money/claims'
import { entitlements, type Entitlement } from '#store/money/entitlements'
import { requests, type FarmerRequest } from '#store/work/requests'
import type { LoadedFile } from './lists'
import { newestWords } from './parts/money'

/** What stands beside a household's money: names of files, requests that words became, dues as the ledger has them, and by which rule. */
export interface Beside {
  files: Map<string, string>
  asked: Map<string, FarmerRequest>
  claims: Map<string, Claim>
  rules: Map<string, Entitlement>
}

export async function besideMoney(on: On, { household, plan, words }: LoadedFile, since: Month): Promise<Beside> {
  const { db, county } = on
  const asked = [...newestWords(words).values()].flatMap(({ requestId }) => requestId ?? [])
  const [files, found, dues, rules] = await Promise.all([
    findIn(
      db,
      imports,
      '_id',
      plan.map(({ importId }) => importId),
      ['fileName'],
    ),
    findIn(db, requests, '_id', asked),
    claimsOf(on, household._id, since),
    findEach(db, entitlements, { householdId: household._id, month: { $gte: since } }),
  ])
  const programmes = new Map(county.programmes.map((one) => [one.id, one]))
  return {
    files: new Map(files.map(({ _id, fileName }) => [_id, fileName])),
    asked: new Map(found.map((one) => [one._id, one])),
    claims: new Map(dues.map((one) => [one.claim, one])),
    rules: new Map(rules.map((one) => [claimKey(programmes, { ...one, period: sayPeriod(one.period) }), one])),
  }
}
