import { install } from './install.mjs'
import { node, say } from './programme.mjs'

/** What `npm run check` asks, each a programme of its own. `options` as for `run`. */
export const checks = {
  类型和写法: (options) => node('config/types-and-lint.mjs', [], options),
  排版: (options) =>
    node(prettier, [...formatted, '--check'], options).catch(() => {
      throw new Error('有文件的排版不合规矩。运行 npm run format，它会改好。')
    }),
  引用: (options) => node('config/circles.mjs', [], options),
  没人用的: (options) => node('node_modules/knip/bin/knip.js', ['-c', 'config/knip.config.mjs', '--no-config-hints'], options),
}

/** One after the other; the first that fails ends it. */
export async function check() {
  await install(true)
  for (const [what, asks] of Object.entries(checks)) {
    say(`检查${what}……`)
    await asks()
  }
}

/** Writes every file as the one formatter (config/prettier.config.mjs) has it. */
export async function format() {
  await install(true)
  await node(prettier, [...formatted, '--write'])
}

const prettier = 'node_modules/prettier/bin/prettier.cjs'
const formatted = [
  '--config',
  'config/prettier.config.mjs',
  '--log-level',
  'warn',
  '{src,cloudfunctions,tests,config}/**/*.{ts,tsx,mjs,cjs,scss}',
]
