import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The program's own files: those that git knows or would take. */
const filesOf = (root) =>
  execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard', '--', 'cloudfunctions', 'src', 'tests'], { cwd: root })
    .toString()
    .split('\0')
    .filter((file) => /\.tsx?$/.test(file))

/** A file's name without its ending and platform: one import means the file of every platform. */
const nameOf = (file) => file.replace(/(\.(h5|weapp|alipay))?\.tsx?$/, '')

/** The files that a file imports, types too: a circle of types is a circle to whoever reads. */
function importsOf(file, text, byName) {
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    const path = fileName.startsWith('#') ? `cloudfunctions/${fileName.slice(1)}` : normalize(join(dirname(file), fileName))
    return fileName.startsWith('#') || fileName.startsWith('.') ? (byName.get(path) ?? byName.get(`${path}/index`) ?? []) : []
  })
}

/** Groups of files that import one another in a circle (Tarjan's strongly connected components). @param files path → text */
export function circlesIn(files) {
  const byName = new Map()
  for (const file of files.keys()) byName.set(nameOf(file), [...(byName.get(nameOf(file)) ?? []), file])
  const seen = new Map()
  const stack = []
  const circles = []
  const visit = (file) => {
    const own = { index: seen.size, low: seen.size, open: true }
    seen.set(file, own)
    stack.push(file)
    for (const next of importsOf(file, files.get(file), byName)) {
      if (!seen.has(next)) own.low = Math.min(own.low, visit(next).low)
      else if (seen.get(next).open) own.low = Math.min(own.low, seen.get(next).index)
    }
    if (own.low === own.index) {
      const circle = stack.splice(stack.indexOf(file))
      for (const one of circle) seen.get(one).open = false
      if (circle.length > 1) circles.push(circle.sort())
    }
    return own
  }
  for (const file of files.keys()) if (!seen.has(file)) visit(file)
  return circles
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const circles = circlesIn(new Map(filesOf(root).map((file) => [file, readFileSync(join(root, file), 'utf8')])))
  for (const circle of circles) console.error(`这些文件绕着圈互相引用，请把共用的放到低一层的文件里：\n  ${circle.join('\n  ')}`)
  if (circles.length > 0) process.exitCode = 1
}
