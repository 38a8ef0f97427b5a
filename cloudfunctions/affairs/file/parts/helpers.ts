import type { Helper } from '#contract/household/actions'
import { splitPhones } from '#domain/people/phones'
import type { On } from '#kernel/call/on'
import { open } from '#kernel/seal/seal'
import type { LoadedFile } from '../lists'
import { saidBy } from './said-by'

/**
 * Paired cadres, and each doctor once however many members signed with them. A visit dated in the future (a slip, kept with a
 * warning) is not told as one that was.
 */
export function helpersOf({ keys, county, moment: { today } }: On, { cadres, doctors }: LoadedFile): Helper[] {
  const each = new Map(doctors.map((contract) => [contract.workerId, contract]))
  return [
    ...cadres.map(({ name, unit, post, phoneSealed, lastVisit, saidOn }): Helper => ({
      role: 'cadre',
      name,
      unit,
      ...(post && { post }),
      ...phonesOf(keys, phoneSealed),
      ...(lastVisit && lastVisit <= today && { lastVisit }),
      ...saidBy(county, county.sources.helpers, saidOn),
    })),
    ...[...each.values()].map(({ name, clinic }): Helper => ({ role: 'doctor', name, unit: clinic })),
  ]
}

function phonesOf(keys: On['keys'], sealed: string | null): Pick<Helper, 'phone' | 'otherPhones'> {
  const [phone, ...otherPhones] = sealed ? splitPhones(open(keys, sealed)) : []
  return { ...(phone !== undefined && { phone }), ...(otherPhones.length > 0 && { otherPhones }) }
}
