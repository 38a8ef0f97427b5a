import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf, root, run, say } from './programme.mjs'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** Installs packages once per lock file: what running needs, or with the test tools as well. */
export async function install(withTests) {
  const note = join(root, 'node_modules/.xiaokang.json')
  const lock = hashOf(readFileSync(join(root, 'package-lock.json')))
  const before = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : {}
  if (before.lock === lock && (before.withTests || !withTests)) return
  // Test tools that are there already stay.
  const tools = withTests || existsSync(join(root, 'node_modules/jest'))
  say(tools ? '安装依赖和测试工具（第一次约两分钟）……' : '安装依赖（第一次约一分钟）……')
  rmSync(note, { force: true })
  // Not `npm ci`: it refuses a lock file that lacks another system's optional binaries, which some registries do not carry.
  await run(npm, ['install', '--no-save', '--no-audit', '--no-fund', ...(tools ? [] : ['--omit=dev'])], { quiet: true })
  writeFileSync(note, JSON.stringify({ lock, withTests: tools }))
}
