import type { supervision } from '#contract/supervision/actions'
import { approvePlan as approve, noteMeasure, sendBackPlan as sendBack, writePlan } from '#affairs/plans/acts'
import type { HomeWithPlan } from '#affairs/plans/allowed'
import { presentPlan } from '#affairs/plans/present'
import { readPlan } from '#affairs/plans/read'
import type { Action, On } from '#kernel/call/on'

const shown = async (on: On, about: Promise<HomeWithPlan>) => {
  const done = await about
  return presentPlan(on, (await on.caller()).staff!, done)
}

export const plan: Action<typeof supervision.plan> = ({ householdId }, on) => readPlan(on, 'supervision.plan', householdId)

export const writeTownPlan: Action<typeof supervision.writeTownPlan> = ({ draft, ...about }, on) =>
  shown(on, writePlan(on, { action: 'supervision.writeTownPlan', ...about }, draft))

export const approvePlan: Action<typeof supervision.approvePlan> = (about, on) =>
  shown(on, approve(on, { action: 'supervision.approvePlan', ...about }))

export const sendBackPlan: Action<typeof supervision.sendBackPlan> = (about, on) =>
  shown(on, sendBack(on, { action: 'supervision.sendBackPlan', ...about }))

export const noteTownMeasure: Action<typeof supervision.noteTownMeasure> = ({ n, act, ...about }, on) =>
  shown(on, noteMeasure(on, act, n, { action: 'supervision.noteTownMeasure', ...about }))
