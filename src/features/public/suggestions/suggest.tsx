import { useState } from 'react'
import { forgetSent, readSent } from './draft'
import { SentReceipt } from './sent-receipt'
import type { AboutPlace } from './suggest-form'
import { SuggestForm } from './suggest-form'

/** Write and send; then the receipt, which stays here until it is written down. */
export function Suggest({ place, caseId }: { place: AboutPlace | undefined; caseId?: string | undefined }) {
  const [sent, setSent] = useState(readSent)
  if (sent)
    return (
      <SentReceipt
        sent={sent}
        onWritten={() => {
          forgetSent()
          setSent(undefined)
        }}
      />
    )
  return <SuggestForm place={place} caseId={caseId} onSent={setSent} />
}
