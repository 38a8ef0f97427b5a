import { useState } from 'react'
import { forgetSent, readSent } from './draft'
import { SentReceipt } from './sent-receipt'
import { SuggestForm } from './suggest-form'

/** `name`: how people call the place, once that is known. */
export interface AboutPlace {
  code: string
  name: string | undefined
}

/** Write and send; then the receipt, which stays here until it is written down. */
export function Suggest({ place }: { place: AboutPlace | undefined }) {
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
  return <SuggestForm place={place} onSent={setSent} />
}
