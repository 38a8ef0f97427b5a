import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Figure } from './measure'

/** The rooms of each ladder, lowest first. */
const ladders = [
  ['domain', 'contract', 'store', 'kernel', 'affairs', 'functions', 'local'].map((room) => `cloudfunctions/${room}/`),
  ['services', 'ui', 'features', 'pages'].map((room) => `src/${room}/`),
]

const run = (...command: [string, ...string[]]): string => execFileSync(command[0], command.slice(1)).toString()
const fileList = (): string[] =>
  run('git', '-c', 'core.quotepath=off', 'ls-files', 'src', 'cloudfunctions', 'tests', 'config').trim().split('\n')

/** How the tree stands: what a stranger meets who opens it. */
export async function house(): Promise<Figure[]> {
  const files = fileList().filter((file) => /\.(tsx?|mjs|cjs)$/.test(file))
  const inFolder = new Map<string, number>()
  for (const file of files.filter((one) => !/\.test\.tsx?$/.test(one))) inFolder.set(dirname(file), (inFolder.get(dirname(file)) ?? 0) + 1)
  const [largest, count] = [...inFolder].sort(([, a], [, b]) => b - a)[0]!
  const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const long = files.filter((file) => texts.get(file)!.split('\n').length > 151)
  const ownLong = long.filter((file) => !file.startsWith('tests/') && !/\.test\.tsx?$/.test(file))
  const { circlesIn } = (await import(new URL(`file://${process.cwd()}/config/circles.mjs`).href)) as {
    circlesIn(files: Map<string, string>): string[][]
  }
  const typed = new Map([...texts].filter(([file]) => /\.tsx?$/.test(file)))
  return [
    { what: '最大的文件夹（不算测试文件）', value: `${count} 个文件`, note: largest },
    { what: '绕圈的引用（算上类型）', value: `${circlesIn(typed).length}`, aim: '0' },
    { what: '往上的引用', value: `${arrowsUp(typed)}`, aim: '0' },
    {
      what: '超过 150 行的文件',
      value: `${ownLong.length}`,
      note: `另有测试 ${long.length - ownLong.length} 个；共 ${files.length} 个文件`,
    },
  ]
}

/** Imports of a file from a room above its own. */
function arrowsUp(files: Map<string, string>): number {
  let arrows = 0
  for (const [file, text] of files) {
    const ladder = ladders.find((rooms) => rooms.some((room) => file.startsWith(room)))
    if (!ladder || /\.test\.tsx?$/.test(file)) continue
    const own = ladder.findIndex((room) => file.startsWith(room))
    for (const [, path = ''] of text.matchAll(/from '([^']+)'/g)) {
      const target = path.startsWith('#') ? `cloudfunctions/${path.slice(1)}` : path.startsWith('.') ? joined(file, path) : ''
      if (ladder.findIndex((room) => target.startsWith(room)) > own) arrows++
    }
  }
  return arrows
}

function joined(file: string, path: string): string {
  const steps = dirname(file).split('/')
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
