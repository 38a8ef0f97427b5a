import type { field } from '#contract/field/actions'
import { noteMeasure as note, writePlan as write } from '#affairs/plans/acts'
import { presentPlan } from '#affairs/plans/present'
import { readPlan } from '#affairs/plans/read'
import type { Action } from '#kernel/call/on'

export const planAt: Action<typeof field.planAt> = ({ householdId }, on) => readPlan(on, 'field.planAt', householdId)

export const writePlan: Action<typeof field.writePlan> = async ({ draft, ...about }, on) =>
  presentPlan(on, (await on.caller()).staff!, await write(on, { action: 'field.writePlan', ...about }, draft))

export const noteMeasure: Action<typeof field.noteMeasure> = async ({ n, act, ...about }, on) =>
  presentPlan(on, (await on.caller()).staff!, await note(on, act, n, { action: 'field.noteMeasure', ...about }))
