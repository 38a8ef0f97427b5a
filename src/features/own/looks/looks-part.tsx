import type { Looks } from '#contract/household/farmer'
import type { Odd } from './compare'
import { LooksList } from './looks-list'
import { ProofLine } from './proof-line'
import { useShownLooks } from './use-looks'

/** Who looked, and what vouches for it. */
export function LooksPart({ answer, help }: { answer: Looks & { odd: Odd }; help: { label: string; phone: string } | undefined }) {
  const looks = useShownLooks(answer)
  return (
    <>
      <ProofLine answer={answer} shown={looks.shown} odd={answer.odd} help={help} />
      <LooksList looks={looks} />
    </>
  )
}
