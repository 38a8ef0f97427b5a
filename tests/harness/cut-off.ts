import type { Db } from '#store/db/collection'

/** A database that fails for good after so many writes, as for somebody who was killed, or as the error given says. */
export function failingAfter(db: Db, writes: number, error = new Error('cut off')): Db {
  let left = writes
  const writing = new Set(['add', 'set', 'update', 'updateAndReturn', 'remove'])
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          if (writing.has(String(name)) && left-- <= 0) return Promise.reject(error)
          const result: unknown = Reflect.apply(value as (...args: unknown[]) => unknown, from, args)
          return result instanceof Promise || typeof result !== 'object' || result === null ? result : watch(result)
        }
      },
    })
  return watch(db)
}
