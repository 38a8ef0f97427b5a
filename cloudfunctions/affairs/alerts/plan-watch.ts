import { normOn } from '#domain/county/parameters'
import { amountMismatches, missingPayments } from '#domain/alerts/detectors/against-register'
import { foldByFile, type InFile } from '#domain/alerts/detectors/fold'
import type { PlanMonth } from '#domain/alerts/detectors/plan-month'
import { excludedTogether } from '#domain/alerts/detectors/excluded-together'
import { bankFailures, plansWithoutReceipt, receiptsWithoutPlan } from '#domain/alerts/detectors/what-the-bank-did'
import { accountNameMismatches, duplicatePayments, notOnRegister, paidAfterDeath } from '#domain/alerts/detectors/who-is-paid'
import type { Month } from '#domain/time/dates'
import { findEach } from '#store/db/read'
import { fileSources } from '#store/intake/intake'
import { planMonthOf } from './plan-facts'
import type { Found, Watch } from './watch'

/** What can be wrong in single rows of a month's plan and its receipts. */
const inRows = {
  duplicate_payment: duplicatePayments,
  not_on_register: notOnRegister,
  account_name_mismatch: accountNameMismatches,
  paid_after_death: paidAfterDeath,
  excluded_together: excludedTogether,
  amount_mismatch: amountMismatches,
  receipt_without_plan: receiptsWithoutPlan,
  bank_failed: bankFailures,
  plan_without_receipt: plansWithoutReceipt,
} satisfies Partial<Record<keyof Found, (facts: PlanMonth) => InFile[] | undefined>>

/** A month's money: what is planned, what the bank did, what the register says. A scope is a month. */
export const planWatch: Watch = {
  detectors: [...(Object.keys(inRows) as (keyof typeof inRows)[]), 'missing_payment'],
  /** The newest months that there are plans of. */
  async scopes({ db, county, moment }) {
    const plans = await findEach(db, fileSources, { kind: 'payment-plan' }, ['rows'])
    const months = [...new Set(plans.flatMap(({ rows }) => Object.keys(rows)))].sort()
    return months.slice(-normOn(county, 'alert-look-back-months', moment.today))
  },
  async look(on, scope) {
    const facts = await planMonthOf(on, scope as Month)
    const most = normOn(on.county, 'alert-one-by-one', on.moment.today)
    const found: Found = {}
    for (const [detector, rule] of Object.entries(inRows) as [keyof typeof inRows, (facts: PlanMonth) => InFile[] | undefined][]) {
      const findings = rule(facts)
      if (findings) found[detector] = foldByFile(detector, findings, most)
    }
    const missing = missingPayments(facts, most)
    return missing ? { ...found, missing_payment: missing } : found
  },
}
