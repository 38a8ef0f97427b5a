import type { field } from '#contract/field/actions'
import { keepVisit } from '#affairs/visits/keep'
import { keepVisitPart, missingParts, partsCame } from '#affairs/visits/photos'
import type { Action } from '#kernel/call/on'

/** What was found at a household. */
export const visit: Action<typeof field.visit> = async (sent, on) => {
  const { _id, photos, version } = await keepVisit(on, sent)
  return { noted: true, version, partsMissing: await missingParts(on, _id, photos) }
}

export const visitPart: Action<typeof field.visitPart> = async (part, on) => {
  await keepVisitPart(on, part)
  return { noted: true }
}

export const partsThatCame: Action<typeof field.partsThatCame> = async ({ visitId }, on) => ({ parts: await partsCame(on, visitId) })
