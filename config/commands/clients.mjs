import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip as gzipCompress } from 'node:zlib'
import { hashOf, name, node, option, rest, root, say } from './programme.mjs'

/** Builds a client with Taro, unless nothing has changed since the last time. */
export async function buildClient(type, { force = false } = {}) {
  const county = countyName()
  const out = join(root, 'dist', type)
  const note = join(root, 'dist', `.${type}.built`)
  const now =
    county +
    fingerprint(
      'src',
      'cloudfunctions/domain',
      `config/counties/${county}/reports.json`,
      `config/counties/${county}/county.json`,
      `config/counties/${county}/divisions.json`,
      'config/index.ts',
      'config/vendor-project.cjs',
      'config/alipay-worker.js',
      'config/sitemap.json',
      'config/without-node-random.cjs',
      'config/plain-private.cjs',
      'config/made-small.cjs',
      'package-lock.json',
      'babel.config.js',
      'project.config.json',
      'mini.project.json',
    )
  if (!force && existsSync(out) && existsSync(note) && readFileSync(note, 'utf8') === now) return
  say(`生成 ${type} 客户端……`)
  rmSync(note, { force: true })
  if (type === 'h5') rmSync(join(out, 'index.html'), { force: true })
  await node('node_modules/@tarojs/cli/bin/taro', ['build', '--type', type], {
    quiet: true,
    env: { NODE_ENV: 'production', TARO_APP_COUNTY: county },
  })
  if (type === 'h5') await compress(out)
  writeFileSync(note, now)
}

/** The county that the client is built for: named, or remembered by the data folder, or the first one. */
export function countyName() {
  const remembered = join(root, option('data') ?? '.local', 'county-name')
  const named = option('county') ?? process.env.TARO_APP_COUNTY
  const county =
    named || (name === 'start' && !rest.includes('--fresh') && existsSync(remembered) ? readFileSync(remembered, 'utf8') : 'wencheng')
  if (existsSync(join(root, 'config/counties', county, 'county.json'))) return county
  throw new Error(`没有叫“${county}”的县资料包。现有：${readdirSync(join(root, 'config/counties')).join('、')}。请从中选一个再运行。`)
}

/** A fingerprint of the files a build reads, by size and time: enough to know whether to build again. */
function fingerprint(...paths) {
  const parts = []
  const walk = (path) => {
    const stat = statSync(path)
    if (stat.isDirectory()) for (const entry of readdirSync(path).sort()) walk(join(path, entry))
    else parts.push(`${path}:${stat.size}:${stat.mtimeMs}`)
  }
  for (const path of paths) if (existsSync(join(root, path))) walk(join(root, path))
  return hashOf(parts.join('\n'))
}

/**
 * Puts beside each text file of the client what a browser may get instead of it: `x.js.br`, `x.js.gz`. Files of a few bytes
 * gain nothing.
 */
async function compress(folder) {
  const [brotli, gzip] = [promisify(brotliCompress), promisify(gzipCompress)]
  const texts = readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => /\.(js|css|html|svg|json)$/.test(file) && statSync(file).size > 1000)
  await Promise.all(
    texts.map(async (file) => {
      const text = readFileSync(file)
      writeFileSync(`${file}.br`, await brotli(text))
      writeFileSync(`${file}.gz`, await gzip(text, { level: 9 }))
    }),
  )
}
