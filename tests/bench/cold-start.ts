import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { doors } from '#contract/doors'
import { median, type Figure } from './measure'

interface Took {
  wall: number
  processor: number
}

/** What it takes to `require` a module in a fresh process, in milliseconds. */
const requireOnce = (path: string): Took =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '-e',
        `const [at,used]=[performance.now(),process.cpuUsage()];require(${JSON.stringify(path)});` +
          `const {user,system}=process.cpuUsage(used);` +
          `console.log(JSON.stringify({wall:performance.now()-at,processor:(user+system)/1000}))`,
      ],
      { cwd: process.cwd() },
    ).toString(),
  ) as Took

/** Each function beside the SDK, which it requires too; in turns, so that a machine that is busy for a while is so for all. */
export function coldStart(): Figure[] {
  const sdk = '@cloudbase/node-sdk'
  const all = [sdk, ...Object.keys(doors).map((name) => resolve('dist/cloudfunctions', name, 'index.js'))]
  const took = new Map(all.map((path) => [path, [] as Took[]]))
  for (let i = 0; i < 9; i++) for (const path of all) took.get(path)!.push(requireOnce(path))
  const of = (path: string, field: keyof Took) => median(took.get(path)!.map((one) => one[field]))
  return Object.keys(doors).map((name, i) => {
    const ms = of(all[i + 1]!, 'wall')
    return {
      what: `${name} 冷启动（毫秒） ÷ require SDK`,
      value: ms.toFixed(0),
      ratio: ms / of(sdk, 'wall'),
      aim: '≤ 1.3',
      note: `SDK ${of(sdk, 'wall').toFixed(0)} 毫秒；按处理器时间 ${(of(all[i + 1]!, 'processor') / of(sdk, 'processor')).toFixed(2)}`,
    }
  })
}
