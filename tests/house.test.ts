import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(__dirname, '..')

/** Lints texts as if they stood in those files. In a process of its own: ESLint's configuration is a module, which jest cannot load. */
const linter = `
  import { ESLint } from 'eslint'
  const eslint = new ESLint({ overrideConfigFile: 'config/eslint.config.mjs', overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false, project: null } }, rules: { '@typescript-eslint/no-floating-promises': 'off' } }] })
  const told = []
  for (const [filePath, code] of JSON.parse(process.argv[1])) {
    const [{ messages }] = await eslint.lintText(code, { filePath })
    told.push(messages.filter(({ ruleId }) => ruleId === null || ruleId.includes('restricted') || ruleId === 'max-len').map(({ message }) => message))
  }
  console.log(JSON.stringify(told))`

type Case = [file: string, code: string]

const forbidden: Case[] = [
  ['cloudfunctions/domain/x.ts', "import { now } from '#kernel/call/clock'\nvoid now"],
  ['cloudfunctions/domain/x.ts', "import * as z from 'zod'\nvoid z"],
  ['cloudfunctions/domain/x.ts', "import fs from 'node:fs'\nvoid fs"],
  ['cloudfunctions/store/x.ts', "import { seal } from '#kernel/seal/seal'\nvoid seal"],
  ['cloudfunctions/kernel/x.ts', "import dayjs from 'dayjs'\nvoid dayjs"],
  ['cloudfunctions/affairs/intake/tables/x.ts', "import { bring } from '../writing/bring'\nvoid bring"],
  ['cloudfunctions/affairs/intake/kinds/exit/x.ts', "import { readHistory } from '../register/history'\nvoid readHistory"],
  ['cloudfunctions/functions/x.ts', "import { startCloud } from '#local/host/cloud'\nvoid startCloud"],
  ['src/services/x.ts', "import { household } from '#contract/household/actions'\nvoid household"],
  ['src/services/x.ts', "import { find } from '#store/db/read'\nvoid find"],
  ['src/services/x.ts', "import { Button } from '../ui/act/button'\nvoid Button"],
  ['src/ui/x.ts', "import { useMe } from '../features/own/identity/use-me'\nvoid useMe"],
  ['src/features/public/bulletin/x.ts', "import { useMe } from '../../own/identity/use-me'\nvoid useMe"],
  ['src/features/own/household/x.ts', "import { useMe } from '../identity/use-me'\nvoid useMe"],
  ['src/features/own/identity/x.ts', "import DeskPage from '../../../office/desk/index'\nvoid DeskPage"],
  ['cloudfunctions/functions/bulletin/x.ts', "import { lookup } from '#functions/household/lookup'\nvoid lookup"],
  ['cloudfunctions/functions/bulletin/x.ts', "import { lookup } from '../household/lookup'\nvoid lookup"],
  ['cloudfunctions/affairs/x.ts', "import type { main } from '#functions/household/index'\nexport type M = typeof main"],
  ['cloudfunctions/kernel/x.ts', "import { trustDelay } from '#affairs/trust/trust'\nvoid trustDelay"],
  ['cloudfunctions/kernel/x.ts', "import { payments } from '#store/money/money'\nvoid payments"],
  ['cloudfunctions/kernel/x.ts', "import type { Person } from '#store/people/register'\nexport type P = Person"],
  ['cloudfunctions/kernel/x.ts', `// ${'a comment of more than a line '.repeat(5)}`],
]
const allowed: Case[] = [
  ['cloudfunctions/affairs/intake/kinds/exit/x.ts', "import { kindOfFile } from '../kind'\nvoid kindOfFile"],
  ['cloudfunctions/kernel/x.ts', "import { find } from '#store/db/read'\nvoid find"],
  ['cloudfunctions/kernel/x.ts', "import type { Job } from '#store/work/jobs'\nexport type J = Job"],
  ['cloudfunctions/functions/bulletin/x.ts', "import { place } from './place'\nvoid place"],
  ['src/services/x.ts', "import type { Reply } from '#contract/call/action'\nexport type R = Reply<1>"],
  ['src/features/own/household/x.ts', "import { yuan } from '#domain/money/money'\nvoid yuan"],
]

describe('each room imports only from rooms below it', () => {
  const cases = [...forbidden, ...allowed]
  let told: string[][]
  beforeAll(() => {
    told = JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', linter, JSON.stringify(cases)], { cwd: root }).toString(),
    ) as string[][]
  }, 60_000)

  test.each(forbidden.map(([file, code], i) => [file, code, i] as const))('%s may not: %s', (_file, _code, i) =>
    expect(told[i]).not.toEqual([]),
  )
  test.each(allowed.map(([file, code], i) => [file, code, i + forbidden.length] as const))('%s may: %s', (_file, _code, i) =>
    expect(told[i]).toEqual([]),
  )
})

describe('no file leads back to itself', () => {
  const circles = (files: Record<string, string>) =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `import { circlesIn } from './config/circles.mjs'\nconsole.log(JSON.stringify(circlesIn(new Map(Object.entries(JSON.parse(process.argv[1]))))))`,
          JSON.stringify(files),
        ],
        { cwd: root },
      ).toString(),
    ) as string[][]

  test('a circle of values, of types, through a folder or over a platform’s own file is found, with all who are in it', () => {
    const [a, b, c] = ['cloudfunctions/domain/a.ts', 'cloudfunctions/domain/b.ts', 'cloudfunctions/store/c/index.ts']
    expect(circles({ [a]: "import './b'", [b]: '' })).toEqual([])
    expect(circles({ [a]: "import './b'", [b]: "import type { A } from './a'" })).toEqual([[a, b]])
    expect(circles({ [a]: "import { b } from '#domain/b'", [b]: "export { c } from '#store/c'", [c]: "import '#domain/a'" })).toEqual([
      [a, b, c],
    ])
    expect(circles({ 'src/ui/x.tsx': "import './y'", 'src/ui/y.ts': '', 'src/ui/y.h5.ts': "import { x } from './x'" })).toEqual([
      ['src/ui/x.tsx', 'src/ui/y.h5.ts'],
    ])
  })
  test('nor does one of ours', () =>
    expect(() => execFileSync(process.execPath, ['config/circles.mjs'], { cwd: root, stdio: 'pipe' })).not.toThrow())
})

test('nothing is kept at the top that was not agreed or that no tool insists on', () => {
  const agreed = [
    'package.json',
    'project.config.json',
    'tsconfig.json',
    'src',
    'cloudfunctions',
    'config',
    'tests',
    'README.md',
    'README.en.md',
    'docs',
  ]
  const insisted = ['package-lock.json', 'babel.config.js', 'mini.project.json', '.npmrc', '.gitignore', '.ci']
  const kept = new Set(
    execFileSync('git', ['ls-files', '-z'], { cwd: root })
      .toString()
      .split('\0')
      .filter(Boolean)
      .map((path) => path.split('/')[0]!),
  )
  expect([...kept].filter((name) => !agreed.includes(name) && !insisted.includes(name))).toEqual([])
})

/** 基层减负: nobody is counted, ranked, or made to prove where they are. Source: the central rule against formalism of 2023-12. */
test('no page and no answer ranks people, gives points, or asks where somebody stands', () => {
  const counts = /(?<!不)定位|排名(?!单)|排行|积分|打卡|签到|在线时长|getLocation|leaderboard/
  const files = execFileSync('git', ['ls-files', 'src', 'cloudfunctions/contract'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  const texts = files.filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((file) => counts.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  expect(['本月走访排名', '请签到', 'Taro.getLocation()'].filter((text) => !counts.test(text))).toEqual([])
})

describe('the pages of docs', () => {
  const read = (page: string) => readFileSync(join(root, page), 'utf8')
  const decisions = readdirSync(join(root, 'docs/decisions')).filter((file) => file !== 'README.md')
  const lasting = [
    'README.md',
    'README.en.md',
    ...readdirSync(join(root, 'docs'))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  ]
  const pages = [...lasting, 'docs/screens/README.md', 'docs/decisions/README.md', ...decisions.map((file) => `docs/decisions/${file}`)]

  test.each(pages)('%s leads to what there is', (page) => {
    const leads = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, to]) => to!.split('#')[0]!)
      .filter((to) => to !== '' && !/^https?:/.test(to))
    expect(leads.filter((to) => !existsSync(join(root, dirname(page), to)))).toEqual([])
  })

  test.each(lasting)('%s names files and commands that there are', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const files = [...read(page).matchAll(/`((?:cloudfunctions|src|config|tests|docs)\/[\w./-]*)`/g)].map(([, file]) => file!)
    const commands = [...read(page).matchAll(/npm run ([a-z0-9:]+)/g)].map(([, command]) => command!)
    expect([...files.filter((file) => !existsSync(join(root, file))), ...commands.filter((command) => !(command in scripts))]).toEqual([])
  })

  test('a README is two screens, the same in both languages', () => {
    const [chinese, english] = ['README.md', 'README.en.md'].map((page) => read(page).split('\n'))
    expect(Math.max(chinese!.length, english!.length)).toBeLessThanOrEqual(110)
    const shape = (lines: string[]) => lines.map((line) => /^(#+|\||\d\.|```)/.exec(line)?.[0] ?? '').filter(Boolean)
    expect(shape(english!)).toEqual(shape(chinese!))
  })

  test('every decision is dated and listed, the newest first', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/\]\((\d{4}-\d\d-\d\d-[\w-]+\.md)\)$/gm)].map(([, file]) => file!)
    const days = listed.map((file) => file.slice(0, 10))
    expect([...listed].sort()).toEqual([...decisions].sort())
    expect(days).toEqual([...days].sort().reverse())
  })

  test('every page of docs is in its list', () => {
    const list = read('docs/README.md')
    expect(readdirSync(join(root, 'docs')).filter((name) => name !== 'README.md' && !list.includes(`](${name}`))).toEqual([])
  })
})
