import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Figure } from './measure'

const named = {
  kilobyte: '封一条 1 KB 的举报（两把公钥）',
  megabyte: '封 1 MB 照片',
  receipt: '由回执号推出钥匙',
  work: '工作量证明（一次）',
  answer: '拆一条答复、验签名',
} as const
type Times = Record<keyof typeof named, number>

const timesWith = (...flags: string[]): Times =>
  JSON.parse(
    execFileSync(process.execPath, [...flags, join(__dirname, 'bench-sealing.js')], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(),
  ) as Times

/** What sealing costs a phone: an engine that compiles, and one that only interprets, as on iOS. */
export function sealingTimes(): Figure[] {
  const [compiled, interpreted] = [timesWith(), timesWith('--jitless')]
  return (Object.keys(named) as (keyof Times)[]).map((what) => ({
    what: named[what],
    value: `${compiled[what].toFixed(0)} 毫秒`,
    note: `不编译（--jitless）${interpreted[what].toFixed(0)} 毫秒`,
    ...(what === 'work' && { aim: '旧手机 ≤ 1000 毫秒' }),
  }))
}
