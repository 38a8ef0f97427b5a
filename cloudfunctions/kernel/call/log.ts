import { now } from './clock'

/**
 * The functions' log: a line of JSON for each fault. It says what kind of fault, in which call, and where in our code; never what was being
 * worked on. Messages and values quote what they stumbled over, so neither is taken.
 */
export interface LogLine {
  level: 'error' | 'warn'
  function?: string
  action?: string
  requestId?: string
  /** What goes on without a call: a job's kind and id. */
  job?: string
  /** A word or two, e.g. `TypeError`, `Error DATABASE_REQUEST_FAILED`. */
  fault: string
  /** The innermost of our own places that it passed through: `lookup household/lookup.ts:31:9`. */
  where?: string[]
  /** Words of ours for whoever runs it. */
  note?: string
}

/** In which call or job something went wrong. */
export type During = Pick<LogLine, 'function' | 'action' | 'requestId' | 'job'>

/** A line that bears no time, for what must not be datable. */
export const writeUndated = (line: LogLine): void => console.error(JSON.stringify(line))

export const write = (line: LogLine): void => console.error(JSON.stringify({ time: now().iso, ...line }))

/** Something went wrong that nobody foresaw. */
export const writeFault = (during: During, error: unknown): void =>
  write({ level: 'error', ...during, fault: kindOf(error), where: placesIn(error) })

/** An error's name and code, where they are words and no more than that. */
export function kindOf(error: unknown): string {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown }
  const words = [isMatch(name, /^[A-Za-z]{1,40}$/) && name, isMatch(code, /^[A-Z][A-Z0-9_]{0,59}$/) && code]
  return words.filter(Boolean).join(' ') || 'fault'
}

const isMatch = (word: unknown, form: RegExp): word is string => typeof word === 'string' && form.test(word)

const frame = /^ +at (?:(?:async |new )?(?<who>[\w$.<>]+)(?: \[as [\w$]+\])? \()?(?<file>[^()]+?):(?<place>\d+:\d+)\)?$/
const mostPlaces = 8

/** The trace behind the message, which may itself look like one; a message that is not in front of its trace leaves none. */
function placesIn(error: unknown): string[] {
  const { message, stack } = Object(error) as { message?: unknown; stack?: unknown }
  if (typeof stack !== 'string' || typeof message !== 'string' || !stack.includes(message)) return []
  const trace = stack.slice(stack.indexOf(message) + message.length)
  return trace
    .split('\n')
    .flatMap((line) => {
      const { who, file, place } = frame.exec(line)?.groups ?? {}
      if (!file || /node_modules|^node:|^internal\//.test(file)) return []
      return [[who, `${file.split(/[\\/]/).slice(-2).join('/')}:${place}`].filter(Boolean).join(' ')]
    })
    .slice(0, mostPlaces)
}
