import { createContext, useContext, useState } from 'react'

/** What stands half done in the rooms of one person's desk, by name. */
export const Unfinished = createContext(new Map<string, unknown>())

/**
 * As `useState`, but outlives the room: somebody who goes elsewhere to look something up finds it again as it was.
 * The name stays the same while the piece stands.
 */
export function useKept<Value>(name: string, first: Value) {
  const shelf = useContext(Unfinished)
  const onShelf = (): Value => (shelf.has(name) ? (shelf.get(name) as Value) : first)
  const [value, setValue] = useState(onShelf)
  // To the shelf at once: the piece may be gone before it is drawn again.
  const change = (next: (before: Value) => Value): void => {
    const now = next(onShelf())
    shelf.set(name, now)
    setValue(now)
  }
  return [value, change] as const
}
