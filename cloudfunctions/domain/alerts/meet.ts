import { alertActs, type AlertState } from '../work/alerts'
import { canBe } from '../work/transitions'

/** What of an alert decides how it meets a finding. */
interface Known {
  state: AlertState
  parts: readonly Told[]
  factsGoneOn: string | null
}
/** What one scope says. */
interface Told {
  scope: string
  fingerprint: string
}

/**
 * What a finding is to the alert of its subject and cause: the first (`raised`), nothing new (`same`), other facts while it is open
 * (`changed`), other facts after it was decided, or the facts back after they were gone (`again`), decided with these very facts (`away`).
 */
export type Met = 'raised' | 'same' | 'changed' | 'again' | 'away'

export function weighFinding(known: Known | undefined, told: Told): Met {
  if (!known) return 'raised'
  if (known.state === 'gone') return 'again'
  if (canBe(alertActs, 'again', known.state))
    return known.parts.some(({ fingerprint }) => fingerprint === told.fingerprint) ? 'away' : 'again'
  const isSame = known.parts.some(({ scope, fingerprint }) => scope === told.scope && fingerprint === told.fingerprint)
  return isSame && known.factsGoneOn === null ? 'same' : 'changed'
}

/** So many scopes are kept with one alert, the newest: two years of months. */
const mostParts = 24

/** With what a scope says now in the place of what it said, the newest scope last. */
export const withPart = <Part extends Told>(parts: readonly Part[], part: Part): Part[] =>
  [...withoutScope(parts, part.scope), part].sort((a, b) => (a.scope < b.scope ? -1 : 1)).slice(-mostParts)

export const withoutScope = <Part extends Told>(parts: readonly Part[], scope: string): Part[] => parts.filter((one) => one.scope !== scope)
