import { saveFile } from './save-file'
import type { Parcel } from './take-away'

export const takeAwayWords = { take: '下载一份（JSON 文件）', taken: '已经下载。文件在浏览器的“下载”里。' }

/** A browser saves it as a file. */
export const takeAway = async ({ name, json }: Parcel): Promise<void> => saveFile(`${name}.json`, json, 'application/json')
