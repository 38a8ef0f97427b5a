import type { Db } from '#store/db/collection'

const writing = new Set(['add', 'set', 'update', 'updateAndReturn', 'remove'])
/** Whatever asks the database for anything. */
export const requests: ReadonlySet<string> = new Set([...writing, 'get', 'count', 'end'])

/** A database that fails for good after so many writes, or of whatever is counted, as for somebody who was killed, or as the error says. */
export function failingAfter(db: Db, writes: number, error = new Error('cut off'), counted: ReadonlySet<string> = writing): Db {
  let left = writes
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          if (counted.has(String(name)) && left-- <= 0) return Promise.reject(error)
          const result: unknown = Reflect.apply(value as (...args: unknown[]) => unknown, from, args)
          return result instanceof Promise || typeof result !== 'object' || result === null ? result : watch(result)
        }
      },
    })
  return watch(db)
}
