import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import tcb from '@cloudbase/node-sdk'
import type { Resealed } from '#contract/patrol/actions'
import { ofOlderVersions } from '#kernel/seal/renew'
import { collections } from '#store/all'
import type { Db } from '#store/db/collection'
import { count } from '#store/db/read'
import { findRotation } from '#store/record/rotations'
import { command, readArguments } from './with/arguments'
import { startCloud, type LocalCloud } from '../host/cloud'
import { lockDataDir } from '../gateway/disk/lock'
import { showProgress } from './with/progress'
import { addRootKey, newestKeyVersion } from '../host/root-key-file'

/** Documents between two words on how far it is. */
const pageSize = 500

void command(async () => {
  const { values } = readArguments({})
  const path = resolve(values.data)
  if (!existsSync(join(path, 'secrets.json'))) throw new Error(`${path} 里没有小康码的数据，没有密钥可换。请用 --data 指到数据文件夹。`)
  const unlock = onlyOne(join(path, 'rotation'))
  const cloud = await startCloud(values)
  try {
    await cloud.operate('office', 'prepare', {})
    const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database() as unknown as Db
    const begun = newestKeyVersion(path)
    const goesOn = begun !== '1' && !(await findRotation(db, begun))?.finishedAt
    const version = goesOn ? begun : addRootKey(path)
    console.error(goesOn ? `接着换第 ${version} 版根密钥。` : `第 ${version} 版根密钥写进了 ${join(path, 'secrets.json')}。`)
    await inForce(cloud)
    const { resealed, remaining = 0 } = await resealAll(cloud, db)
    console.log(closingLines(version, resealed, remaining, path).join('\n'))
  } finally {
    await cloud.close()
    unlock()
  }
})

/** Two at once would each add a key. The system lets go of the lock when the process dies, however it dies. */
function onlyOne(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  try {
    return lockDataDir(folder)
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATA_DIR_IN_USE') throw error
    throw new Error('另一个 npm run keys:rotate 正在这个数据文件夹上换密钥。请等它做完。', { cause: error })
  }
}

/** Waits until the newest version seals: everyone on this folder has read it by then. */
async function inForce(cloud: LocalCloud): Promise<void> {
  for (let next = cloud.keys.next; next; next = cloud.keys.next) await pause(Math.max(0, next.from - Date.now()) + 100)
}

async function resealAll(cloud: LocalCloud, db: Db): Promise<Resealed> {
  const counts = await Promise.all(collections.map((of) => count(db, of, ofOlderVersions(cloud.keys, of) ?? { _id: '' })))
  const total = counts.reduce((sum, one) => sum + one, 0)
  const progress = showProgress('重新封存', total)
  for (let resealed = 0, waited = ''; ;) {
    const now = await cloud.operate<Resealed>('patrol', 'reseal', { limit: pageSize })
    resealed += now.resealed
    progress.step(Math.min(resealed, total), now.waiting ? `等一等：${now.waiting}` : '条')
    if (now.done) {
      progress.end()
      return { ...now, resealed }
    }
    if (now.waiting && now.waiting !== waited) console.error((waited = now.waiting))
    if (now.waiting) await pause(1000)
  }
}

function closingLines(version: string, resealed: number, remaining: number, path: string): string[] {
  return [
    `换好了：身份证号、卡号、电话等都用第 ${version} 版根密钥重新封存，索引也重做了，这一次改了 ${resealed} 条。`,
    remaining === 0
      ? '从头到尾又查了一遍：没有一条还是旧版本的。'
      : `有 ${remaining} 条换不过来（早先导入的回执没有留卡号，或者内容被改坏了），还是旧版本的，照样查得到。请把那几个月的回执重新导出一份，再导入。`,
    `印好的卡片不用换：卡上的号码带着当时的版本号，校验位由那一版根密钥认，所以旧的根密钥要一直留着。新印的卡片用第 ${version} 版。`,
    `请现在就备份 ${join(path, 'secrets.json')}：丢了里面任何一版，就有打不开的字段或认不得的卡片。`,
    '再运行一次 npm run keys:rotate，会换下一版；中途断了也是再运行一次，接着做。',
  ]
}
