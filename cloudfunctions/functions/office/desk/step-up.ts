import type { office } from '#contract/office/actions'
import { Refusal, refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { stepUp as markStepUp } from '#affairs/step-up/step-up'
import { find } from '#store/db/read'
import { credentials } from '#store/access/staff'
import { judged } from './back-off'
import { usesTotp } from './sign-in'

/** The officer proves once more to be there; what needs it is let through for five minutes. */
export const stepUp: Action<typeof office.stepUp> = async ({ totp }, on) => {
  const { account, staff } = await on.caller()
  const [credential] = await find(on.db, credentials, { staffId: staff!._id }, { limit: 1 })
  if (!credential || !account) throw refusals.signIn()
  await judged(on, `step-up/${account._id}`, undefined, async () => {
    if (!(await usesTotp(on, credential, totp)))
      throw new Refusal('bad-input', '动态码不对，或者已经用过。请等手机上换了新的 6 位数字再输。')
  })
  return { until: await markStepUp(on, account._id) }
}
