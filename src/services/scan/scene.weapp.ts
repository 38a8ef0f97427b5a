import { decoded } from './decoded'
import type { PageParams } from './scene'

/** WeChat hands over `q` (普通链接二维码, encoded once) or `scene` (小程序码); our own pages pass `token`. */
export function scannedIn({ q, scene, token }: PageParams): string | undefined {
  const handed = q || scene || token
  return handed ? decoded(handed) : undefined
}
