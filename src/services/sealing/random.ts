import type { Random } from '#domain/sealing/symmetric'
import { secureBytes } from './random-source'

/** This phone has no randomness that nobody could foresee: nothing must be sealed on it. */
export class NoRandomness extends Error {
  override name = 'NoRandomness'
}

/** Longest wait for the platform's source, in ms. */
const patience = 10_000

/**
 * Fetches so many bytes (at least 32) of secure randomness, to be handed out afterwards without waiting, each byte once.
 * @throws NoRandomness where the platform has none, where what it gives is plainly broken, and when more is wanted than was fetched.
 */
export async function prepareRandom(length: number): Promise<Random> {
  const pool = await filled(length)
  let used = 0
  return (wanted) => {
    if (used + wanted > pool.length) throw new NoRandomness()
    const bytes = pool.slice(used, used + wanted)
    pool.fill(0, used, used + wanted)
    used += wanted
    return bytes
  }
}

async function filled(length: number): Promise<Uint8Array> {
  const pool = await Promise.race([secureBytes(length), silence()]).catch(() => undefined)
  if (pool?.length !== length || pool.every((byte) => byte === pool[0])) throw new NoRandomness()
  return pool
}

const silence = () =>
  new Promise<undefined>((done) => {
    setTimeout(() => done(undefined), patience)
  })
