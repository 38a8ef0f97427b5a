import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { doors } from '#contract/doors'
import { median, type Figure } from './measure'

/** Milliseconds to `require` a module in a fresh process, median of nine. */
const requireTime = (path: string): number =>
  median(
    Array.from({ length: 9 }, () =>
      Number(
        execFileSync(
          process.execPath,
          ['-e', `const t=performance.now();require(${JSON.stringify(path)});console.log(performance.now()-t)`],
          { cwd: process.cwd() },
        ).toString(),
      ),
    ),
  )

export function coldStart(): Figure[] {
  const sdk = requireTime('@cloudbase/node-sdk')
  return Object.keys(doors).map((name) => {
    const ms = requireTime(resolve('dist/cloudfunctions', name, 'index.js'))
    return {
      what: `${name} 冷启动（毫秒） ÷ require SDK`,
      value: ms.toFixed(0),
      ratio: ms / sdk,
      aim: '≤ 1.3',
      note: `SDK ${sdk.toFixed(0)} 毫秒`,
    }
  })
}
