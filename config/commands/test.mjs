// Everything that is checked, side by side: two cores have something to do from the first minute to the last.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { checks } from './check.mjs'
import { buildClient, countyName } from './clients.mjs'
import { install } from './install.mjs'
import { node, rest, root, say } from './programme.mjs'
import { buildServer, packCounty } from './server.mjs'
import { sideBySide } from './side-by-side.mjs'

/** Each is a few minutes' work of its own; more than four at once would want more memory than most machines have. */
const width = Math.max(2, Math.min(4, availableParallelism()))

/** The tests that need nothing built go in so many parts, so that there is always one to fill a gap with. */
const parts = 4

/** Runs everything, prints how long it took, and last of all `N passed, N failed`; fails if anything did. */
export async function test() {
  const total = { passed: 0, failed: 0 }
  const times = []
  const began = Date.now()
  const timed = async (name, work) => {
    const start = Date.now()
    say(`${name}……`)
    // What is no list of tests counts as one.
    const { passed = 1, failed = 0 } = await work().then(
      (counts) => counts ?? {},
      (error) => {
        console.error(`✗ ${name}：${error.message}`)
        return { passed: 0, failed: 1 }
      },
    )
    total.passed += passed
    total.failed += failed
    times.push(`${name} ${seconds(start)}`)
    console.error(`${failed > 0 ? '✗' : '✓'} ${name}：${passed} passed, ${failed} failed，${seconds(start)}`)
  }
  const piece = (name, work, needs) => ({ name, needs, work: () => timed(name, work) })
  const client = (type) => piece(type, () => buildClient(type))
  const check = (what) => piece(what, () => checks[what]({ quiet: true }))

  await install(true)
  times.push(`安装 ${seconds(began)}`)
  const scratch = throwAway()
  const clean = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
  // Whoever breaks off wants the rest not begun.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () =>
      setTimeout(() => {
        clean()
        process.exit(1)
      }, 500),
    )
  const jest = (name, projects, needs, ...args) => piece(name, () => runJest(scratch, '--selectProjects', ...projects, ...args), needs)
  const part = (n) => jest(`测试 ${n}/${parts}`, ['server', 'client'], [], `--shard=${n}/${parts}`, '--maxWorkers=1')
  const built = ['h5', 'weapp', 'alipay', '云函数和本地云']
  try {
    await sideBySide(width, [
      client('h5'),
      part(1),
      client('weapp'),
      piece('云函数和本地云', () => buildServer().then(() => packCounty(countyName()))),
      part(2),
      client('alipay'),
      check('类型和写法'),
      part(3),
      check('排版'),
      check('引用'),
      check('没人用的'),
      jest('编译好的', ['built'], built, '--maxWorkers=1'),
      // Its first minute, in which the demo county is made, keeps one core busy; the last part goes beside it.
      jest('浏览器', ['journeys'], built, '--maxWorkers=2'),
      part(parts),
    ])
  } finally {
    clean()
  }
  const line = `${total.passed} passed, ${total.failed} failed`
  writeFileSync(join(root, 'dist/test-summary.txt'), line + '\n')
  console.log(`用时 ${seconds(began)}：${times.join('，')}`)
  console.log(line)
  if (total.failed > 0) process.exitCode = 1
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`

/**
 * Where the tests' databases are: in memory where there is plenty, since a disk that is waited for at every write takes a third
 * of the time.
 */
function throwAway() {
  const memory = '/dev/shm'
  const plenty = existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > 4 * 2 ** 30
  return mkdtempSync(join(plenty ? memory : tmpdir(), 'xiaokang-test-'))
}

/** Runs a part of the tests; its output is shown only when something fails. */
async function runJest(scratch, ...args) {
  const results = join(scratch, `${randomUUID()}.json`)
  const settings = [
    '-c',
    'config/jest.config.cjs',
    '--json',
    `--outputFile=${results}`,
    '--testTimeout=20000',
    '--workerIdleMemoryLimit=1GB',
  ]
  const passing = rest.length > 0 ? ['--passWithNoTests', '--', ...rest] : []
  const env = { TMPDIR: scratch, JOURNEY_COUNTY: join(scratch, 'county') }
  await node('node_modules/jest/bin/jest.js', [...settings, ...args, ...passing], { quiet: true, env }).catch((error) => {
    if (!existsSync(results)) throw error
  })
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites }
}
