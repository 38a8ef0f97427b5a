/**
 * Webpack loader for TanStack's query core: its private names become plain and short ones, since rewriting them for old engines
 * costs a WeakMap for each, in a package in which every kilobyte is counted. Each file's names begin with its initials, so that
 * a class and its parent do not meet.
 */
const { basename } = require('node:path')

module.exports = function plainPrivate(source) {
  const initials = basename(this.resourcePath, '.js')
    .replace(/(?<!^)[a-z]/g, '')
    .toLowerCase()
  const short = new Map()
  const shortened = (name) => {
    if (!short.has(name)) short.set(name, `_${initials}${short.size.toString(36)}`)
    return short.get(name)
  }
  const plain = source.replace(/^\s*#\w+;$/gm, '').replace(/(?<=[\s.!(])#([A-Za-z]\w*)/g, (_, name) => shortened(name))
  const code = plain.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '')
  if (
    /(^|[^{\w@/'"])#[A-Za-z]/m.test(code) ||
    /\bstatic #|#\w+ in /.test(source) ||
    [...short.values()].some((name) => new RegExp(`\\b${name}\\b`).test(source))
  ) {
    throw new Error('@tanstack/query-core is no longer as config/plain-private.cjs expects')
  }
  return plain
}
