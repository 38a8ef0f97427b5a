/**
 * Runs `work` on every item, at most `width` at a time: one request is made ready while another is under way.
 * After a failure nothing more is begun, and it is thrown only when what was under way has ended: no write trails behind.
 */
export async function inTurns<T>(items: Iterable<T>, width: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = items[Symbol.iterator]()
  const failures: unknown[] = []
  const lane = async () => {
    for (let next = queue.next(); !next.done && failures.length === 0; next = queue.next())
      await work(next.value).catch((error: unknown) => failures.push(error))
  }
  await Promise.all(Array.from({ length: width }, lane))
  if (failures.length > 0) throw failures[0]
}

/** A list in parts of at most `size`. */
export const inParts = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
