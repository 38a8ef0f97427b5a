import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(__dirname, '../..')

/** `npm start`'s own server on a data folder of its own, kept between runs so that only the first makes the demo county. */
export interface RunningStart { url: string; output: string; cards: { own: string; foreign: string }; stop(): Promise<void> }

export function runStart(data = resolve(root, 'dist/journey-data')): Promise<RunningStart> {
  const child = spawn(process.execPath, ['dist/local/start.js', '--port', '0', '--data', data], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((done, fail) => {
    let output = ''
    const heard = (part: Buffer) => {
      output += part.toString()
      const url = /首页\s+(http:\S+)\//.exec(output)?.[1]
      const own = /一张农户的卡\s+(\S+)/.exec(output)?.[1]
      const foreign = /别村的一张卡\s+(\S+)/.exec(output)?.[1]
      if (url && own && foreign && output.includes('Ctrl+C')) done({ url, output, cards: { own, foreign }, stop: () => stopped(child) })
    }
    child.stdout.on('data', heard)
    child.stderr.on('data', heard)
    child.on('exit', (code) => fail(new Error(`npm start ended (${code}):\n${output}`)))
  })
}

const stopped = (child: ChildProcess) => new Promise<void>((done) => {
  child.once('exit', () => done())
  child.kill('SIGTERM')
})
