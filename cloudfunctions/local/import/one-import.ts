import { join } from 'node:path'
import { openDataFolder } from '../host/data-folder'
import { takeLock } from '../gateway/disk/lock'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Waits until no other import writes into this data folder; says so once. Gives what ends the turn. */
export async function ownTurn(dataPath: string, say: (text: string) => void): Promise<() => void> {
  openDataFolder(dataPath)
  for (let waited = false; ; waited = true) {
    const unlock = takeLock(join(dataPath, 'import.lock'))
    if (unlock) return unlock
    if (!waited) say('这个数据文件夹正在被另一次导入使用，等它做完就接着导（不想等，按 Ctrl+C）……')
    await pause(300)
  }
}
