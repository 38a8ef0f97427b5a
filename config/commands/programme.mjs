// What every command stands on: where it is, what was asked for, and running a programme.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const [name = '', ...rest] = process.argv.slice(2)
export const say = (text) => console.error(`▸ ${text}`)

/** A short digest of a text. */
export const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

const signals = ['SIGINT', 'SIGTERM']

/** Runs a programme; rejects when it fails. Its output is shown, or kept and shown only on failure. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    })
    const kept = []
    child.stdout?.on('data', (part) => kept.push(part))
    child.stderr?.on('data', (part) => kept.push(part))
    const pass = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    child.on('error', reject)
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, pass)
      if (code === 0) return resolve()
      if (quiet) console.error(Buffer.concat(kept).toString())
      reject(new Error(`${[command, ...args].join(' ')} 没有成功（${code}）`))
    })
  })
}

/** Runs a JavaScript programme of a package, or of ours. */
export const node = (script, args, options) => run(process.execPath, [script, ...args], options)

/** The value of `--name value` or `--name=value` in the command's options. */
export function option(name) {
  const at = rest.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  return at < 0 ? undefined : rest[at].includes('=') ? rest[at].split('=')[1] : rest[at + 1]
}
