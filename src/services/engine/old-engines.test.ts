const names = [
  [Array.prototype, 'at'],
  [String.prototype, 'at'],
  [Array.prototype, 'flatMap'],
  [Promise.prototype, 'finally'],
  [Object, 'fromEntries'],
] as [object, string][]

/** Lets the file think that the engine lacks them, and gives back what it lent. */
function lentTo<Result>(use: () => Result): Result {
  const own = names.map(([on, name]) => Object.getOwnPropertyDescriptor(on, name)!)
  for (const [on, name] of names) delete (on as Record<string, unknown>)[name]
  try {
    jest.isolateModules(() => void jest.requireActual('./old-engines'))
    return use()
  } finally {
    names.forEach(([on, name], i) => Object.defineProperty(on, name, own[i]!))
  }
}

test('what is lent does what the standard says', () => {
  const [ends, flat, made] = lentTo(
    () =>
      [
        [[1, 2, 3].at(-1), [1].at(5), 'abc'.at(-2), [7].at(NaN)],
        [1, 2].flatMap((n, i) => (n === 1 ? [n, [i]] : n)),
        Object.fromEntries(
          new Map([
            ['a', 1],
            ['b', 2],
          ]),
        ),
      ] as const,
  )
  expect(ends).toEqual([3, undefined, 'b', 7])
  expect(flat).toEqual([1, [0], 2])
  expect(made).toEqual({ a: 1, b: 2 })
})

test('afterwards comes in both cases, and what it says is waited for', async () => {
  const seen: string[] = []
  const [good, bad] = lentTo(
    () =>
      [
        Promise.resolve('value').finally(async () => {
          seen.push('after a value')
        }),
        Promise.reject(new Error('fault')).finally(() => {
          seen.push('after a fault')
        }),
      ] as const,
  )
  await expect(good).resolves.toBe('value')
  await expect(bad).rejects.toThrow('fault')
  expect(seen).toHaveLength(2)
})

test('an engine that has them keeps its own, and nothing new shows in a loop', () => {
  const own = Array.prototype.at
  jest.isolateModules(() => void jest.requireActual('./old-engines'))
  expect(Array.prototype.at).toBe(own)
  const seen: string[] = []
  for (const key in lentTo(() => [])) seen.push(key)
  expect(seen).toEqual([])
})
