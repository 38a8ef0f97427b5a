import { join } from 'node:path'
import { chineseSounds } from '#affairs/persons/sounds'
import { loadCounty } from '#local/county/load'
import { errorNames } from '../fixtures/names/errors'
import { f1Of, judge, precisionOf, recallOf } from '../fixtures/names/judge'
import type { Figure } from './measure'

const sizes = [3000, 30_000]

/** How well people are told apart and found again, by kind of error; and whether comparing costs no more than there are people. */
export async function who(): Promise<Figure[]> {
  const rules = loadCounty(join('config/counties/wencheng')).likeness
  const sounds = await chineseSounds()
  const taken = sizes.map((size) => {
    const before = process.cpuUsage()
    const judged = judge(rules, sounds, size, 20_261_130)
    const { user, system } = process.cpuUsage(before)
    return { judged, ms: (user + system) / 1000 }
  })
  const [smaller, larger] = taken as [(typeof taken)[number], (typeof taken)[number]]
  return [
    ...errorNames.map((name): Figure => {
      const judged = smaller.judged[name]
      const [precision, recall] = [precisionOf(judged), recallOf(judged)].map((share) => share.toFixed(3))
      return { what: `认人：${name}`, value: f1Of(judged).toFixed(3), note: `认准 ${precision}，认出 ${recall}，${judged.written} 次` }
    }),
    {
      what: `认人：${sizes[1]} 人 ÷ ${sizes[0]} 人，时间的指数`,
      value: `${(larger.ms / 1000).toFixed(1)} 秒`,
      ratio: Math.log(larger.ms / smaller.ms) / Math.log(sizes[1]! / sizes[0]!),
      aim: '≤ 1.05',
      note: 'CPU 时间；每人按每种写错各找一遍',
    },
  ]
}
