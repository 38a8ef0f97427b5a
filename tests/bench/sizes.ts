import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Figure } from './measure'

/** An empty Taro React app's main package, bytes. */
const floor = { weapp: 288_927, alipay: 237_070 }

/** Main package = everything outside the subpackages that app.json names. */
export function mainPackageBytes(type: 'weapp' | 'alipay'): number {
  const dist = resolve('dist', type)
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
    subpackages?: { root: string }[]
  }
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) => join(dist, root).replace(/\/$/, ''))
  const walk = (folder: string): number =>
    readdirSync(folder).reduce((sum, name) => {
      const path = join(folder, name)
      if (roots.includes(path)) return sum
      const stat = statSync(path)
      return sum + (stat.isDirectory() ? walk(path) : stat.size)
    }, 0)
  return walk(dist)
}

/** Everything in a subpackage's folder; nearly all of `report` is the sealing. */
const subpackageBytes = (type: 'weapp' | 'alipay', root: string): number =>
  readdirSync(resolve('dist', type, root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

export const packageSizes = (): Figure[] =>
  (['weapp', 'alipay'] as const).flatMap((type) => {
    const bytes = mainPackageBytes(type)
    return [
      { what: `${type} 主包（字节） ÷ 空 Taro 应用`, value: String(bytes), ratio: bytes / floor[type], aim: '≤ 1.5' },
      { what: `${type} 举报分包（字节）`, value: String(subpackageBytes(type, 'report')) },
    ]
  })
