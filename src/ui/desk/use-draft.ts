import { useState } from 'react'

/** What is being filled in: `set('name')` is the handler of the field of that name. */
export function useDraft<Draft extends object>(empty: Draft) {
  const [draft, setDraft] = useState(empty)
  const set =
    <Name extends keyof Draft>(name: Name) =>
    (value: Draft[Name]) =>
      setDraft((before) => ({ ...before, [name]: value }))
  return { draft, set, clear: () => setDraft(empty) }
}
