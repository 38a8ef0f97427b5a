import type { intake } from '#contract/intake/actions'
import { atDesk } from '#affairs/intake/directing/desk'
import { livesOf } from '#affairs/intake/mending/lives'
import type { Action } from '#kernel/call/on'

/** How long refused rows wait at each agency: a department is shown its own, the data agency all. */
export const life: Action<typeof intake.life> = async (_, on) => ({
  agencies: await livesOf(on.db, on.county, (await atDesk(on)).agencyId),
})
