import { RE2JS } from 're2js'
import { badRequest } from '../door/errors'

/** Text only, with an anchor at either end: nothing that the engine could go back and forth over. */
const PLAIN = /^\^?(?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])*\$?$/
/** Instructions of a compiled expression; each costs a step per character. */
const MAX_PROGRAM = 5000
const MAX_KEPT = 200

const compiled = new Map<string, RE2JS>()

/**
 * Tests texts in a time that grows with their length only, whatever the expression: JavaScript's own
 * engine may take for ever over `(a+)+$`. What cannot be linear (back references, look-ahead and -behind)
 * is refused in words.
 */
export function linearTest(pattern: RegExp): (text: string) => boolean {
  if (PLAIN.test(pattern.source)) return (text) => pattern.test(text)
  const program = compile(pattern)
  return (text) => program.test(text)
}

function compile(pattern: RegExp): RE2JS {
  const name = String(pattern)
  const known = compiled.get(name)
  if (known) return known
  const program = parse(pattern)
  if (program.programSize() > MAX_PROGRAM) throw badRequest(`the regular expression is too large: ${pattern.source.slice(0, 100)}`)
  if (compiled.size >= MAX_KEPT) compiled.clear()
  compiled.set(name, program)
  return program
}

function parse({ source, ignoreCase, multiline, dotAll }: RegExp): RE2JS {
  try {
    return RE2JS.compile(
      RE2JS.translateRegExp(source),
      (ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (multiline ? RE2JS.MULTILINE : 0) | (dotAll ? RE2JS.DOTALL : 0),
    )
  } catch {
    throw badRequest(
      `this regular expression is not supported (back references, look-ahead and look-behind are not, nor is what repeats too often): ${source.slice(0, 100)}`,
    )
  }
}
