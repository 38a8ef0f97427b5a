/** The middle of values given as how often each occurs; of an even number of them the mean of the middle two. Null of none. */
export function medianOf(counts: readonly { value: number; count: number }[]): number | null {
  const sorted = [...counts].filter(({ count }) => count > 0).sort((a, b) => a.value - b.value)
  const all = sorted.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  const at = (place: number): number => {
    let passed = 0
    return sorted.find(({ count }) => (passed += count) > place)!.value
  }
  return (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2
}
