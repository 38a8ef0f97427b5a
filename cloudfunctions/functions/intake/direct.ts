import type { intake } from '#contract/intake/actions'
import { atDesk, mayDirect } from '#affairs/intake/directing/desk'
import { directedOf, keepDirected } from '#affairs/intake/directing/directed'
import { recordLook } from '#kernel/record/release'
import type { Action } from '#kernel/call/on'

/** Says how a file is to be read; what is said of a column takes the place of what was said of it before. */
export const direct: Action<typeof intake.direct> = async ({ sha256, columns = [], ...said }, on) => {
  const desk = await atDesk(on)
  const before = await directedOf(on, sha256)
  await mayDirect(on, desk, sha256)
  if (on.call.road !== 'operator')
    await recordLook(on, await on.caller(), { action: 'intake.direct', granted: true, about: { kind: 'import', id: sha256 } })
  await keepDirected(on, sha256, { ...before, ...said, by: desk.by, columns: [...before.columns, ...columns] })
  return { sha256 }
}
