/** Where in a pack. */
export type Path = (string | number)[]
/** Reports one fault: where, what is wrong, and what to do before starting again. */
export type Report = (path: Path, reason: string, advice: string) => void

/** Each text may stand once: a second one would make an entry of a department's file mean two things. */
export function once(entries: [Path, string][], what: string, report: Report): void {
  const seen = new Set<string>()
  for (const [path, text] of entries) {
    if (seen.has(text)) report(path, `${what}“${text}”出现了两次`, '请只留一处')
    seen.add(text)
  }
}
