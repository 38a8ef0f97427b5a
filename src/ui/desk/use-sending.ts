import { useState } from 'react'
import { sayTrouble } from '../../services/desk/office-call'

/** Sends a form unless something can be seen to be wrong with it here; then what that is, or what the server said. */
export function useSending(faultOf: () => string | undefined, send: () => void, error: Error | null) {
  const [fault, setFault] = useState<string>()
  const onSend = () => {
    const wrong = faultOf()
    setFault(wrong)
    if (wrong === undefined) send()
  }
  return { trouble: fault ?? sayTrouble(error), onSend }
}
