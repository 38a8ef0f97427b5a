import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const renamed = [
  ['.axml', '.wxml'],
  ['.acss', '.wxss'],
  ['.sjs', '.wxs'],
] as const

/**
 * A copy of Alipay's output in WeChat's file formats, for the simulator. Alipay's event attributes are camel case
 * (`onTap`, `catchTouchMove`); one written otherwise is not bound here either.
 */
export function inWeChatsFormats(folder: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'xiaokang-alipay-'))
  cpSync(folder, path, { recursive: true })
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    const file = join(path, entry)
    const format = renamed.find(([from]) => file.endsWith(from))
    if (!format) continue
    const [from, to] = format
    writeFileSync(file, translated(readFileSync(file, 'utf8'), from))
    renameSync(file, file.slice(0, -from.length) + to)
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

function translated(text: string, format: (typeof renamed)[number][0]): string {
  if (format === '.sjs') return text.replace('export default', 'module.exports =')
  if (format === '.acss') return text.replaceAll('.acss', '.wxss')
  return text
    .replace(/<import-sjs name="(\w+)" from="([^"]+)\.sjs"/g, '<wxs module="$1" src="$2.wxs"')
    .replaceAll('.axml"', '.wxml"')
    .replace(/\sa:(for|key|if|elif|else)/g, ' wx:$1')
    .replace(
      /\s(on|catch)([A-Z]\w*)=/g,
      (_, prefix: string, event: string) => ` ${prefix === 'on' ? 'bind' : 'catch'}${event.toLowerCase()}=`,
    )
}
