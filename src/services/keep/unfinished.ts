/** What stands half done on somebody's desk, by name; in the memory of this window only. */
let desk = { person: '', shelf: new Map<string, unknown>() }

/** That person's shelf, as they left it; whoever comes after another finds an empty one. */
export function unfinishedOf(person: string): Map<string, unknown> {
  if (desk.person !== person) desk = { person, shelf: new Map() }
  return desk.shelf
}

/** Whoever leaves leaves nothing behind. */
export const forgetUnfinished = (): void => {
  unfinishedOf('')
}
