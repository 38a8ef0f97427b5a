import type { FarmerRequest as Shown } from '#contract/household/farmer'
import { open } from '#kernel/seal/seal'
import type { On } from '#kernel/call/on'
import type { FarmerRequest } from '#store/work/requests'

/** As whoever asked reads it. */
export const presentRequest = (
  { keys }: On,
  { _id, kind, about, wordsSealed, at, to, dueOn, answerSealed, answeredAt, met }: FarmerRequest,
): Shown => ({
  id: _id,
  kind,
  about,
  words: open(keys, wordsSealed),
  at,
  to,
  ...(dueOn && { dueOn }),
  ...(answerSealed && { answer: open(keys, answerSealed) }),
  ...(answeredAt && { answeredAt }),
  ...(met !== undefined && { met }),
})
