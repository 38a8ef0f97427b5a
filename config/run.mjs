// The project's commands. Each installs what is missing, builds what it needs, says what it is doing. Plain JavaScript: it runs
// before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip as gzipCompress } from 'node:zlib'
import { supervise } from './supervise.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [name = '', ...rest] = process.argv.slice(2)
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const say = (text) => console.error(`▸ ${text}`)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node 20.19 或更新，这里是 ${process.versions.node}。请到 nodejs.org 安装后再运行。`)
  process.exit(1)
}

/** Runs a programme; rejects when it fails. Its output is shown, or kept and shown only on failure. */
function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    })
    const kept = []
    child.stdout?.on('data', (part) => kept.push(part))
    child.stderr?.on('data', (part) => kept.push(part))
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve()
      if (quiet) console.error(Buffer.concat(kept).toString())
      reject(new Error(`${[command, ...args].join(' ')} 没有成功（${code}）`))
    })
  })
}

const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Installs packages once per lock file: what running needs, or with the test tools as well. */
async function install(withTests) {
  const note = join(root, 'node_modules/.xiaokang.json')
  const lock = hashOf(readFileSync(join(root, 'package-lock.json')))
  const before = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : {}
  if (before.lock === lock && (before.withTests || !withTests)) return
  // Test tools that are there already stay.
  const tools = withTests || existsSync(join(root, 'node_modules/jest'))
  say(tools ? '安装依赖和测试工具（第一次约两分钟）……' : '安装依赖（第一次约一分钟）……')
  // Not `npm ci`: it refuses a lock file that lacks another system's optional binaries, which some registries do not carry.
  await run(npm, ['install', '--no-save', '--no-audit', '--no-fund', ...(tools ? [] : ['--omit=dev'])], { quiet: true })
  writeFileSync(note, JSON.stringify({ lock, withTests: tools }))
}

/** A fingerprint of the files a build reads, by size and time: enough to know whether to build again. */
function fingerprint(...paths) {
  const parts = []
  const walk = (path) => {
    const stat = statSync(path)
    if (stat.isDirectory()) for (const entry of readdirSync(path).sort()) walk(join(path, entry))
    else parts.push(`${path}:${stat.size}:${stat.mtimeMs}`)
  }
  for (const path of paths) if (existsSync(join(root, path))) walk(join(root, path))
  return hashOf(parts.join('\n'))
}

/** The value of `--name value` or `--name=value` in the command's options. */
function option(name) {
  const at = rest.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  return at < 0 ? undefined : rest[at].includes('=') ? rest[at].split('=')[1] : rest[at + 1]
}

/** The county that the client is built for: named, or remembered by the data folder, or the first one. */
function countyName() {
  const remembered = join(root, option('data') ?? '.local', 'county-name')
  const named = option('county') ?? process.env.TARO_APP_COUNTY
  const county =
    named || (name === 'start' && !rest.includes('--fresh') && existsSync(remembered) ? readFileSync(remembered, 'utf8') : 'wencheng')
  if (existsSync(join(root, 'config/counties', county, 'county.json'))) return county
  throw new Error(`没有叫“${county}”的县资料包。现有：${readdirSync(join(root, 'config/counties')).join('、')}。请从中选一个再运行。`)
}

/** Builds a client with Taro, unless nothing has changed since the last time. */
async function buildClient(type, { force = false } = {}) {
  const county = countyName()
  const out = join(root, 'dist', type)
  const note = join(root, 'dist', `.${type}.built`)
  const now =
    county +
    fingerprint(
      'src',
      'cloudfunctions/domain',
      `config/counties/${county}/reports.json`,
      `config/counties/${county}/county.json`,
      `config/counties/${county}/divisions.json`,
      'config/index.ts',
      'config/vendor-project.cjs',
      'config/alipay-worker.js',
      'config/sitemap.json',
      'config/without-node-random.cjs',
      'config/plain-private.cjs',
      'package-lock.json',
      'babel.config.js',
      'project.config.json',
      'mini.project.json',
    )
  if (!force && existsSync(out) && existsSync(note) && readFileSync(note, 'utf8') === now) return
  say(`生成 ${type} 客户端……`)
  rmSync(note, { force: true })
  if (type === 'h5') rmSync(join(out, 'index.html'), { force: true })
  await run(process.execPath, ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', type], {
    quiet: true,
    env: { NODE_ENV: 'production', TARO_APP_COUNTY: county },
  })
  if (type === 'h5') await compress(out)
  writeFileSync(note, now)
}

/**
 * Puts beside each text file of the client what a browser may get instead of it: `x.js.br`, `x.js.gz`. Files of a few bytes
 * gain nothing.
 */
async function compress(folder) {
  const [brotli, gzip] = [promisify(brotliCompress), promisify(gzipCompress)]
  const texts = readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => /\.(js|css|html|svg|json)$/.test(file) && statSync(file).size > 1000)
  await Promise.all(
    texts.map(async (file) => {
      const text = readFileSync(file)
      writeFileSync(`${file}.br`, await brotli(text))
      writeFileSync(`${file}.gz`, await gzip(text, { level: 9 }))
    }),
  )
}

const buildServer = async (options) => {
  const { buildFunctions, buildLocal } = await import('./build.mjs')
  await Promise.all([buildFunctions(), buildLocal(options)])
}

/** Runs a command of the local cloud, as built. */
const local = async (command, args) => {
  await install(false)
  await buildServer()
  await run(process.execPath, [`dist/local/${command}.js`, ...args])
}

/** The one formatter (config/prettier.config.mjs). */
const prettier = [
  'node_modules/prettier/bin/prettier.cjs',
  '--config',
  'config/prettier.config.mjs',
  '--log-level',
  'warn',
  '{src,cloudfunctions,tests,config}/**/*.{ts,tsx,mjs,cjs,scss}',
]

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
        await run(process.execPath, ['dist/local/pack-county.js', '--county', countyName()])
      }
    }
  },
  async format() {
    await install(true)
    await run(process.execPath, [...prettier, '--write'])
  },
  async check() {
    await install(true)
    say('检查类型……')
    await run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
    say('检查排版……')
    await run(process.execPath, [...prettier, '--check']).catch(() => {
      throw new Error('有文件的排版不合规矩。运行 npm run format，它会改好。')
    })
    say('检查写法……')
    await run(process.execPath, ['config/circles.mjs'])
    await run(process.execPath, ['node_modules/eslint/bin/eslint.js', '-c', 'config/eslint.config.mjs', '.'])
  },
  async test() {
    const summary = join(root, 'dist/test-summary.txt')
    const results = join(root, 'dist/test-results.json')
    rmSync(results, { force: true })
    let [passed, failed] = [0, 0]
    const check = async (what, work) => {
      try {
        await work()
        passed++
      } catch (error) {
        failed++
        console.error(`✗ ${what}：${error.message}`)
      }
    }
    await install(true)
    // Beside each other: checking and building keep one core each.
    const building = async () => {
      for (const type of ['weapp', 'alipay', 'h5']) await check(`生成 ${type}`, () => buildClient(type))
    }
    await Promise.all([check('类型和写法', commands.check), building()])
    await check('生成云函数和本地云', async () => {
      say('生成云函数和本地云……')
      await buildServer()
      await run(process.execPath, ['dist/local/pack-county.js'])
    })
    const jest = async (what, ...args) => {
      rmSync(results, { force: true })
      await run(process.execPath, [
        'node_modules/jest/bin/jest.js',
        '-c',
        'config/jest.config.cjs',
        '--json',
        `--outputFile=${results}`,
        ...args,
        ...rest,
      ]).catch((error) => {
        console.error(`✗ ${what}：${error.message}`)
        if (!existsSync(results)) failed++
      })
      if (!existsSync(results)) return
      const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'))
      passed += numPassedTests
      failed += numFailedTests + numRuntimeErrorTestSuites
    }
    say('跑测试：规则、网关、导入、云函数、页面、编译好的小程序……')
    // On two cores jest would keep one for itself; a busy machine is given time.
    await jest('测试', '--selectProjects', 'server', 'client', 'built', '--maxWorkers=100%', '--testTimeout=20000')
    say('跑测试：浏览器……')
    // Each file walks in a county of its own; both cores are used.
    await jest('浏览器测试', '--selectProjects', 'journeys', '--maxWorkers=2')
    const line = `${passed} passed, ${failed} failed`
    writeFileSync(summary, line + '\n')
    console.log(line)
    if (failed > 0) process.exitCode = 1
  },
  async bench() {
    await install(true)
    for (const type of ['weapp', 'alipay']) await buildClient(type)
    await buildServer({ bench: true })
    await run(process.execPath, ['dist/local/bench.js', ...rest])
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
