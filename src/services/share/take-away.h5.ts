import { saveFile } from './save-file'
import type { Parcel, TakeAwayWay } from './take-away'

export const takeAwayWays: readonly { id: TakeAwayWay; label: string }[] = [
  { id: 'page', label: '存成网页（能打开看、能打印）' },
  { id: 'json', label: '存成数据文件（JSON，给别的程序用）' },
]
export const takenWords = '已经下载。文件在浏览器的“下载”里。'

/** A browser saves it as a file. */
export const takeAway = async ({ name, page, json }: Parcel, way: TakeAwayWay): Promise<void> =>
  way === 'json' ? saveFile(`${name}.json`, json, 'application/json') : saveFile(`${name}.html`, page, 'text/html')
