import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = resolve(__dirname, '../..')
/**
 * The demo county as a first start makes it: made once for all journeys, before the first, and never opened by one. `npm test` says
 * where, in its own throw-away folder; otherwise it stays for the next time.
 */
const made = process.env.JOURNEY_COUNTY ?? resolve(root, 'dist/journey-data')

/** `npm start`'s own server, on the data folder `data`. */
export interface RunningStart {
  url: string
  output: string
  data: string
  cards: { own: string; foreign: string }
  stop(): Promise<void>
}

/**
 * Makes the demo county that every file of journeys gets a copy of: its first start is killed while it takes in the third file, the next
 * while a batch is on its way to the bank, and the third finishes it. Nothing twice and nothing missing is what numbers.journey.test.ts
 * counts.
 */
export async function makeCounty(): Promise<void> {
  if (!existsSync(made)) {
    await killWhen((output) => /导入部门文件 2\//.test(output), made)
    const onItsWay = { state: { $in: ['review', 'frozen', 'sent'] } }
    await killWhen(async () => (await countIn(made, 'batches', onItsWay).catch(() => 0)) > 0, made)
  }
  const start = await runStart(made)
  await nightIsOver(made)
  await start.stop()
}

/** What a county works out by itself is done once before it is copied: dues, the ledger, alerts. No copy does it beside its journey. */
async function nightIsOver(data: string): Promise<void> {
  // The ledger looks again once the dues are worked out: quiet is what is quiet twice. On a slow machine the copies do the rest.
  for (let [quiet, looks] = [0, 0]; quiet < 2 && looks < 120; looks++) {
    await pause(2500)
    const begun = await countIn(data, 'jobs', { _id: { $in: ['entitle', 'alerts'] } })
    quiet = begun === 2 && (await countIn(data, 'jobs', { state: 'waiting' })) === 0 ? quiet + 1 : 0
  }
}

/** How many documents of a running county match. */
export async function countIn(data: string, collectionName: string, query: object): Promise<number> {
  const read = (file: string) => JSON.parse(readFileSync(join(data, file), 'utf8')) as Record<string, string>
  const answer = await fetch(read('gateway.json').url!, {
    method: 'POST',
    headers: { authorization: `Bearer ${read('secrets.json').secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'database.calculateDocument', collectionName, query: JSON.stringify(query) }),
  })
  return ((await answer.json()) as { data: { total: number } }).data.total
}

/** Starts on a data folder and kills the server, without a word, once it has come so far. */
async function killWhen(hasCome: (output: string) => boolean | Promise<boolean>, data: string): Promise<void> {
  const child = spawned(data)
  let output = ''
  child.stderr.on('data', (part: Buffer) => (output += part.toString()))
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  while (child.exitCode === null && !(await hasCome(output))) await pause(20)
  child.kill('SIGKILL')
  await ended
  if (child.exitCode !== null) throw new Error(`npm start ended (${child.exitCode}) before it could be killed:\n${output}`)
}

/** Starts a county that nobody else walks in: a copy of the demo county, gone when it stops. */
export async function runCopy(): Promise<RunningStart> {
  const data = mkdtempSync(join(tmpdir(), 'xiaokang-journey-'))
  cpSync(made, data, { recursive: true })
  const start = await runStart(data)
  return {
    ...start,
    stop: async () => {
      await start.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Starts on a data folder; what the server keeps outside it lies beside it. */
function runStart(data: string): Promise<RunningStart> {
  const child = spawned(data)
  return new Promise((done, fail) => {
    let output = ''
    const heard = (part: Buffer) => {
      output += part.toString()
      const url = /首页\s+(http:\S+)\//.exec(output)?.[1]
      const own = /一张农户的卡\s+(\S+)/.exec(output)?.[1]
      const foreign = /别村的一张卡\s+(\S+)/.exec(output)?.[1]
      if (url && own && foreign && output.includes('Ctrl+C'))
        done({ url, output, data, cards: { own, foreign }, stop: () => stopped(child) })
    }
    child.stdout.on('data', heard)
    child.stderr.on('data', heard)
    child.on('exit', (code) => fail(new Error(`npm start ended (${code}):\n${output}`)))
  })
}

const spawned = (data: string) =>
  spawn(process.execPath, ['dist/local/start.js', '--port', '0', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_STATE_HOME: join(data, 'state') },
  })

const stopped = (child: ChildProcess) =>
  new Promise<void>((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
