import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Figure } from './bench'

/** An empty Taro React app's main package, bytes. */
const floor = { weapp: 288_927, alipay: 237_070 }

/** Main package = everything outside the subpackages that app.json names. */
export function mainPackageBytes(type: 'weapp' | 'alipay'): number {
  const dist = resolve('dist', type)
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as { subPackages?: { root: string }[]; subpackages?: { root: string }[] }
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) => join(dist, root).replace(/\/$/, ''))
  const walk = (folder: string): number => readdirSync(folder).reduce((sum, name) => {
    const path = join(folder, name)
    if (roots.includes(path)) return sum
    const stat = statSync(path)
    return sum + (stat.isDirectory() ? walk(path) : stat.size)
  }, 0)
  return walk(dist)
}

export const packageSizes = (): Figure[] => (['weapp', 'alipay'] as const).map((type) => {
  const bytes = mainPackageBytes(type)
  return { what: `${type} 主包（字节） ÷ 空 Taro 应用`, value: String(bytes), ratio: bytes / floor[type], aim: '≤ 1.5' }
})
