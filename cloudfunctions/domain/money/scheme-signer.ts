import { dayOfAge } from '../access/binding'
import type { Day, Month } from '../time/dates'

/** Years of age from which somebody signs for a household: 民法典 (Civil Code) article 17. It is the law's number, no county's. */
const ofAge = 18

/** Who signed a household's agreement, by masked names; `may`: who may sign in their place. */
export interface Signing {
  who: string
  /** Died, or lives in another household; the day where it is known. */
  gone?: { died: boolean; on?: Day | Month }
  may: { id: string; who: string }[]
}

interface Member {
  personId: string
  birth: Day | undefined
  left?: { on: Day | Month; died: boolean } | undefined
}

/**
 * Whether the signer is in the household still, and ids of those who may sign instead: everybody of it who is alive, of age, and not the
 * signer. Who left the register and lives there all the same is in the household; the agreement ends by none of this.
 */
export function signerOf(signerId: string, members: readonly Member[], today: Day): { gone?: Signing['gone']; may: string[] } {
  const there = members.find(({ personId }) => personId === signerId)
  const may = members
    .filter(({ personId, birth, left }) => personId !== signerId && !left?.died && birth !== undefined && dayOfAge(birth, ofAge) <= today)
    .map(({ personId }) => personId)
  if (!there) return { gone: { died: false }, may }
  return there.left?.died ? { gone: { died: true, on: there.left.on }, may } : { may }
}
