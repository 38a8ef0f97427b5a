import type { intake } from '#contract/intake/actions'
import { templateOf } from '#affairs/intake/looking/template'
import type { Action } from '#kernel/call/on'

/** An empty workbook with a kind's headings, each explained; no people in it. */
export const template: Action<typeof intake.template> = async ({ kind }, on) => templateOf(on.county, kind)
