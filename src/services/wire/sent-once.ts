import { prepareRandom } from '../sealing/random'

/** Where a key waits for the answer, so that it is still there after the page was closed. */
export interface KeyKeeper {
  read(): string | undefined
  keep(key: string | undefined): void
}

const inMemory = (): KeyKeeper => {
  let kept: string | undefined
  return {
    read: () => kept,
    keep: (key) => {
      kept = key
    },
  }
}

/**
 * A way to send of which a second press and a second try make no second thing: the same that is under way is not sent again,
 * and what got no answer bears the same key when it is. Without secure randomness it goes without a key.
 */
export function sentOnce<Input extends object, Output>(
  send: (input: Input & { key?: string }) => Promise<Output>,
  keeper: KeyKeeper = inMemory(),
): (input: Input) => Promise<Output> {
  const underWay = new Map<string, Promise<Output>>()
  const begin = async (input: Input): Promise<Output> => {
    const key = keeper.read() ?? (await newKey())
    keeper.keep(key)
    const output = await send(key === undefined ? input : { ...input, key })
    keeper.keep(undefined)
    return output
  }
  return (input) => {
    const name = JSON.stringify(input)
    const there = underWay.get(name)
    if (there) return there
    const sending = begin(input).finally(() => underWay.delete(name))
    underWay.set(name, sending)
    return sending
  }
}

const newKey = (): Promise<string | undefined> =>
  prepareRandom(16).then(
    (random) => [...random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    () => undefined,
  )
