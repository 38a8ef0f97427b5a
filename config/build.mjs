// esbuild: each cloudfunctions/functions/<name> → dist/cloudfunctions/<name>/{index.js,package.json}, and the local cloud's
// commands → dist/local.
import { build } from 'esbuild'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pack = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const sdk = '@cloudbase/node-sdk'

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
  absWorkingDir: root,
  legalComments: 'none',
  // Left to itself, `import` of a CommonJS file would not find all the names that it gives.
  supported: { 'dynamic-import': false },
}

const ofFunction = { ...common, minify: true, keepNames: true }

/**
 * Builds every cloud function; the SDK stays outside, the cloud installs it from the function's package.json. A package that is loaded only
 * when it is needed (`await import('hucre/xlsx')`) lies beside it as a file of its own: a function that starts does not read it.
 */
export async function buildFunctions() {
  const names = readdirSync(join(root, 'cloudfunctions/functions'))
  const out = join(root, 'dist/cloudfunctions')
  rmSync(out, { recursive: true, force: true })
  await Promise.all(
    names.map(async (name) => {
      const beside = new Map()
      await build({
        ...ofFunction,
        entryPoints: [`cloudfunctions/functions/${name}/index.ts`],
        outfile: join(out, name, 'index.js'),
        external: [sdk],
        plugins: [setBeside(beside)],
      })
      await Promise.all([...beside].map(([path, file]) => build({ ...ofFunction, entryPoints: [path], outfile: join(out, name, file) })))
    }),
  )
  for (const name of names) {
    mkdirSync(join(out, name), { recursive: true })
    writeFileSync(
      join(out, name, 'package.json'),
      JSON.stringify(
        { name, version: pack.version, private: true, main: 'index.js', dependencies: { [sdk]: pack.dependencies[sdk] } },
        null,
        2,
      ) + '\n',
    )
  }
  return names
}

/** Leaves out the packages that are loaded when they are needed, and notes which they are: path → file. */
const setBeside = (beside) => ({
  name: 'set beside',
  setup(building) {
    building.onResolve({ filter: /^[^.#]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'asked' || path.startsWith('node:')) return undefined
      const found = await building.resolve(path, { kind, resolveDir, pluginData: 'asked' })
      if (found.external || found.errors.length > 0) return found
      const file = `${path.replace(/^@/, '').replaceAll('/', '-')}.js`
      beside.set(found.path, file)
      return { path: `./${file}`, external: true }
    })
  },
})

/** Builds the local cloud's commands; packages stay in node_modules. */
export async function buildLocal({ bench = false } = {}) {
  const out = join(root, 'dist/local')
  rmSync(out, { recursive: true, force: true })
  const commands = readdirSync(join(root, 'cloudfunctions/local/commands')).filter((file) => file.endsWith('.ts'))
  await build({
    ...common,
    packages: 'external',
    outdir: out,
    entryPoints: [
      ...commands.map((file) => ({ in: `cloudfunctions/local/commands/${file}`, out: file.replace('.ts', '') })),
      { in: 'cloudfunctions/local/gateway/thread/process.ts', out: 'gateway-thread' },
      { in: 'cloudfunctions/local/host/jobs-thread.ts', out: 'jobs-thread' },
      ...(bench
        ? [
            { in: 'tests/bench/bench.ts', out: 'bench' },
            { in: 'tests/bench/import-one.ts', out: 'bench-import' },
            { in: 'tests/bench/sealing-times.ts', out: 'bench-sealing' },
          ]
        : []),
    ],
  })
}
