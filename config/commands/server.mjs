import { node } from './programme.mjs'

/** Builds the cloud functions and the local cloud. Loaded late: the bundler is a package. */
export async function buildServer(options) {
  const { buildFunctions, buildLocal } = await import('../build.mjs')
  await Promise.all([buildFunctions(), buildLocal(options)])
}

/** Puts a county's pack beside every function built. */
export const packCounty = (county) => node('dist/local/pack-county.js', ['--county', county])
