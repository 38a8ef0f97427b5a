import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { buildSync } from 'esbuild'

const root = resolve(__dirname, '../../..')

export interface Bundle {
  file: string
  folder: string
  remove(): void
}

/**
 * Bundles a file of the gateway as the build does, for a process or thread of its own. It lies inside the project, where libsql
 * is found.
 */
export function bundleGateway(entry: string): Bundle {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'gateway-test-'))
  const file = join(folder, `${basename(entry)}.cjs`)
  buildSync({
    entryPoints: [join(root, 'cloudfunctions/local/gateway', `${entry}.ts`)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['libsql'],
    logLevel: 'warning',
  })
  return { file, folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
