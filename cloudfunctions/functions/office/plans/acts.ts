import type { office } from '#contract/office/actions'
import { approvePlan as approve, noteMeasure, sendBackPlan as sendBack, writePlan } from '#affairs/plans/acts'
import type { HomeWithPlan } from '#affairs/plans/allowed'
import { presentPlan } from '#affairs/plans/present'
import { readPlan } from '#affairs/plans/read'
import type { Action, On } from '#kernel/call/on'

const shown = async (on: On, about: Promise<HomeWithPlan>) => {
  const done = await about
  return presentPlan(on, (await on.caller()).staff!, done)
}

export const plan: Action<typeof office.plan> = ({ householdId }, on) => readPlan(on, 'office.plan', householdId)

export const writeTownPlan: Action<typeof office.writeTownPlan> = ({ draft, ...about }, on) =>
  shown(on, writePlan(on, { action: 'office.writeTownPlan', ...about }, draft))

export const approvePlan: Action<typeof office.approvePlan> = (about, on) =>
  shown(on, approve(on, { action: 'office.approvePlan', ...about }))

export const sendBackPlan: Action<typeof office.sendBackPlan> = (about, on) =>
  shown(on, sendBack(on, { action: 'office.sendBackPlan', ...about }))

export const noteTownMeasure: Action<typeof office.noteTownMeasure> = ({ n, act, ...about }, on) =>
  shown(on, noteMeasure(on, act, n, { action: 'office.noteTownMeasure', ...about }))
