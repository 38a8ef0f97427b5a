import { useState } from 'react'
import { showField } from '../../services/screen/show-field'

/** What keeps a form from being sent: the id of its field, and what to do. */
export interface Fault {
  field: string
  words: string
}

/** The one fault that a form tells of. `tell` brings its field into sight; `at` gives a field its words, or keeps their place. */
export function useFault() {
  const [fault, setFault] = useState<Fault>()
  const tell = (next: Fault | undefined): void => {
    setFault(next)
    if (next) showField(`${next.field}-field`)
  }
  return { tell, at: (field: string): string => (fault?.field === field ? fault.words : '') }
}
