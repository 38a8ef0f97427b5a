import { useUnsaved } from '../../services/keep/unsaved'
import { useKept } from './use-kept'

/** As `useDraft`, over what is saved already; what has been changed and not saved outlives the room. */
export function useKeptDraft<Draft extends object>(name: string, saved: Draft) {
  const [edits, change] = useKept<Partial<Draft>>(name, {})
  const set =
    <Name extends keyof Draft>(field: Name) =>
    (value: Draft[Name]) =>
      change((before) => ({ ...before, [field]: value }))
  const changed = (Object.keys(edits) as (keyof Draft)[]).some((field) => edits[field] !== saved[field])
  useUnsaved(changed)
  const draft: Draft = { ...saved, ...edits }
  return { draft, set, changed, clear: () => change(() => ({})) }
}
