/**
 * JSON that is the same whenever the value is: keys sorted at every level, no spaces (as RFC 8785 has it).
 * For what a database gives back: objects, lists, texts, numbers, true, false and null; an absent field is left out.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  const held = value as Record<string, unknown>
  let fields = ''
  // Written out by hand: a copy with its keys in order would lose a field named __proto__, and could not hold 1 after 10.
  for (const name of Object.keys(held).sort())
    if (held[name] !== undefined) fields += `${fields && ','}${JSON.stringify(name)}:${canonicalJson(held[name])}`
  return `{${fields}}`
}
