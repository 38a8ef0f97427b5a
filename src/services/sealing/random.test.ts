import { NoRandomness, prepareRandom } from './random'
import type * as Source from './random-source'
import { secureBytes } from './random-source'

jest.mock('./random-source', () => ({ secureBytes: jest.fn() }))
const source = secureBytes as jest.MockedFunction<typeof secureBytes>
const counted = (length: number) => Uint8Array.from({ length }, (_, i) => i + 1)

test('bytes are handed out in order, each once, and not beyond what was fetched', async () => {
  source.mockImplementation(async (length) => counted(length))
  const random = await prepareRandom(64)
  expect([...random(3)]).toEqual([1, 2, 3])
  expect([...random(2)]).toEqual([4, 5])
  expect(random(59)).toHaveLength(59)
  expect(() => random(1)).toThrow(NoRandomness)
})

test('what was handed out is wiped from the pool', async () => {
  const pool = counted(64)
  source.mockResolvedValue(pool)
  const bytes = (await prepareRandom(64))(10)
  expect([...pool.slice(0, 10)]).toEqual(Array(10).fill(0))
  expect(bytes[9]).toBe(10)
})

test.each([
  ['none at all', () => Promise.reject(new Error('crypto is not defined'))],
  ['nothing', () => Promise.resolve(new Uint8Array(0))],
  ['fewer than wanted', () => Promise.resolve(counted(63))],
  ['zeros', () => Promise.resolve(new Uint8Array(64))],
  ['all the same', () => Promise.resolve(new Uint8Array(64).fill(7))],
])('a platform that gives %s is refused', async (_, gives) => {
  source.mockImplementation(gives)
  await expect(prepareRandom(64)).rejects.toThrow(NoRandomness)
})

test('a platform that never answers is refused', async () => {
  jest.useFakeTimers()
  source.mockReturnValue(new Promise(() => undefined))
  const refused = expect(prepareRandom(64)).rejects.toThrow(NoRandomness)
  await jest.advanceTimersByTimeAsync(10_000)
  await refused
  jest.useRealTimers()
})

test('the browser’s own source gives different bytes each time', async () => {
  const { secureBytes: browsers } = jest.requireActual<typeof Source>('./random-source')
  const [one, other] = [await browsers(32), await browsers(32)]
  expect(one).toHaveLength(32)
  expect([...one]).not.toEqual([...other])
})
