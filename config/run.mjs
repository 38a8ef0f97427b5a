// The project's commands. Each installs what is missing, builds what it needs, says what it is doing. Plain JavaScript: it runs
// before anything is installed.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { check, format } from './commands/check.mjs'
import { buildClient, countyName } from './commands/clients.mjs'
import { install } from './commands/install.mjs'
import { name, node, rest, root, say } from './commands/programme.mjs'
import { buildServer, packCounty } from './commands/server.mjs'
import { test } from './commands/test.mjs'
import { supervise } from './supervise.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node 20.19 或更新，这里是 ${process.versions.node}。请到 nodejs.org 安装后再运行。`)
  process.exit(1)
}

/** Runs a command of the local cloud, as built. */
const local = async (command, args) => {
  await install(false)
  await buildServer()
  await node(`dist/local/${command}.js`, args)
}

const commands = {
  async start() {
    await install(false)
    await buildServer()
    // Beside the demo county's first import: the client is built on the other core.
    await Promise.all([supervise('dist/local/start.js', rest, { cwd: root, say }), buildClient('h5')])
  },
  import: () => local('import', rest),
  codes: () => local('codes', rest),
  invite: () => local('invite', rest),
  figures: () => local('figures', rest),
  'audit:verify': () => local('audit-verify', rest),
  register: () => local('register', rest),
  'register:verify': () => local('register-verify', rest),
  'keys:rotate': () => local('keys-rotate', rest),
  async build() {
    const named = ['functions', 'weapp', 'alipay', 'h5'].filter((type) => rest.includes(type))
    const types = named.length > 0 ? named : ['functions', 'weapp', 'alipay', 'h5']
    await install(false)
    for (const type of types) {
      if (type !== 'functions') await buildClient(type, { force: true })
      else {
        say('生成云函数……')
        await buildServer()
        await packCounty(countyName())
      }
    }
  },
  format,
  check,
  test,
  async bench() {
    await install(true)
    for (const type of ['weapp', 'alipay']) await buildClient(type)
    await buildServer({ bench: true })
    await node('dist/local/bench.js', rest)
  },
}

const chosen = commands[name]
if (!chosen) {
  console.error(
    `可以用的命令：${Object.keys(commands)
      .map((one) => `npm run ${one}`)
      .join('  ')}`,
  )
  process.exit(1)
}
try {
  mkdirSync(join(root, 'dist'), { recursive: true })
  await chosen()
} catch (error) {
  console.error(`\n${error.message}`)
  process.exitCode = 1
}
