import type { Parcel } from './take-away'

export const takeAwayWords = { take: '下载一份（JSON 文件）', taken: '已经下载。文件在浏览器的“下载”里。' }

/** A browser saves it as a file. */
export async function takeAway({ name, json }: Parcel): Promise<void> {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
