import { parseArgs } from 'node:util'

/** Options that every command of the local cloud takes. */
export interface LocalOptions {
  data: string
  /** The county pack's folder; without it the one that the data folder was started with. */
  county?: string
}

/** The pack that a new data folder gets when none is named. */
export const defaultCounty = 'wencheng'

type Spec = Record<string, { type: 'string' | 'boolean'; default?: string | boolean; short?: string; multiple?: boolean }>

const common = { data: { type: 'string', default: '.local' }, county: { type: 'string' } } as const

/** Reads a command's options; a wrong one ends with a sentence and the list of right ones. */
export function readArguments<S extends Spec>(
  spec: S,
): { values: Record<string, string | boolean | string[] | undefined> & LocalOptions; rest: string[] } {
  const options: Spec = { ...common, ...spec }
  try {
    const { values, positionals } = parseArgs({ args: process.argv.slice(2), options, allowPositionals: true })
    return { values: values as Record<string, string | boolean | string[] | undefined> & LocalOptions, rest: positionals }
  } catch (error) {
    const known = Object.entries(options)
      .map(([name, { type }]) => `--${name}${type === 'string' ? ' …' : ''}`)
      .join('  ')
    throw new Error(`${(error as Error).message}\n可以用的选项：${known}`)
  }
}

/** Runs a command: its error is one Chinese sentence, not a stack, and what it writes is for its owner alone. */
export async function command(run: () => Promise<void>): Promise<void> {
  process.umask(0o077)
  try {
    await run()
  } catch (error) {
    console.error(`\n没有办成：${sayFault(error)}`)
    process.exitCode = 1
  }
}

function sayFault(error: unknown): string {
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'SQLITE_FULL' || /disk .*full|ENOSPC/.test(message))
    return '磁盘满了。已经写好的都还在。请腾出空间后，重新运行同一条命令，会接着做完。'
  if (code === 'EACCES' || code === 'EPERM') return `没有权限：${message}。请换一个有权限的文件夹（--data），或改它的权限。`
  if (code === 'DATA_DIR_IN_USE') return '这个数据文件夹正被另一个小康码用着。请先停下那一个，或用 --data 另指一个文件夹。'
  return /[\u4e00-\u9fff]/.test(message) ? message : (stack ?? message)
}
