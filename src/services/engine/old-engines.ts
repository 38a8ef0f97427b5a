/**
 * What engines lack that we still run on (package.json: Chrome 55, iOS 10.3) and our code or its libraries use. WeChat's base library
 * and the browser client's build bring it by themselves; Alipay leaves an engine as it is. To be imported before everything
 * else; small on purpose, since it lies in the main package. tests/compiled/engines checks that nothing else is used.
 */
type Lacking = Record<string, unknown>

const lend = (to: object, name: string, what: unknown): void => {
  if (!(name in to)) Object.defineProperty(to, name, { value: what, writable: true, configurable: true, enumerable: false })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const n = Math.trunc(index) || 0
  return this[n < 0 ? n + this.length : n]
}

function flatMap(this: unknown[], each: (one: unknown, i: number, all: unknown[]) => unknown, self?: unknown): unknown[] {
  return ([] as unknown[]).concat(...this.map((one, i) => each.call(self, one, i, this)))
}

function afterwards(this: Promise<unknown>, then: () => unknown): Promise<unknown> {
  return this.then(
    (value) => Promise.resolve(then()).then(() => value),
    (fault) =>
      Promise.resolve(then()).then(() => {
        throw fault
      }),
  )
}

function fromEntries(entries: Iterable<[string, unknown]>): Lacking {
  const made: Lacking = {}
  for (const [name, value] of Array.from(entries)) made[name] = value
  return made
}

lend(Array.prototype, 'at', at)
lend(String.prototype, 'at', at)
lend(Array.prototype, 'flatMap', flatMap)
lend(Promise.prototype, 'finally', afterwards)
lend(Object, 'fromEntries', fromEntries)
