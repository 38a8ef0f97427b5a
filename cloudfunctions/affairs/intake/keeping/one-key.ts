import { Refusal } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import type { Db } from '#store/db/collection'
import { find } from '#store/db/read'
import { inTransaction } from '#store/db/transaction'
import { remove, update } from '#store/db/write'
import { imports, importsUnderOtherKeys, type Import } from '#store/intake/intake'
import { undoId } from '#store/intake/undoings'
import { newestRotation } from '#store/record/rotations'
import { findJob } from '#store/work/jobs'

/**
 * Marks an import as under way, unless another writes under another key version: two that do not look under the same version could
 * each take the same person for new. It is written first and asked then, so that of two that begin together one sees the other.
 */
export async function begin(on: On, record: Import, before: Import | undefined): Promise<void> {
  await markRunning(on.db, record)
  const [others, rotation = ''] = await Promise.all([importsUnderOtherKeys(on.db, on.keys.newest, on.moment.iso), newestRotation(on.db)])
  const undoing = await underUndoing(on.db)
  const refusal = rotation > on.keys.newest ? keyMissing(rotation) : others[0] ? waitFor(others[0]) : undoing && waitForUndoing(undoing)
  if (!refusal) return
  const marked = { _id: record._id, status: 'running' }
  await (before ? update(on.db, imports, marked, { $set: withoutId(before) }) : remove(on.db, imports, marked))
  throw refusal
}

/**
 * What waits may come into the hands of a function that has not learnt the key to which a rotation has gone on meanwhile.
 * @throws Error there: whoever has learnt it goes on.
 */
export async function hasNewestKey({ db, keys }: Pick<On, 'db' | 'keys'>): Promise<void> {
  const rotation = (await newestRotation(db)) ?? ''
  if (rotation > keys.newest) throw new Error(`Key version ${rotation} is not in ROOT_KEYS`)
}

/** Never over one that is done: a worker that was slow, or a second caller, may come when another has just ended it. */
export const markRunning = (db: Db, record: Import): Promise<void> =>
  inTransaction(db, async (transaction) => {
    const there = await transaction.get(imports, record._id)
    if (there?.status === 'done') return
    const { began } = there && there.status !== 'undone' ? { began: there.began ?? there.at } : record
    await transaction.set(imports, { ...record, ...(began !== undefined && { began }) })
  })

/** An import that is being taken back: what is written now might stand on it. */
async function underUndoing(db: Db): Promise<Import | undefined> {
  for (const one of await find(db, imports, { status: 'undoing' }, { limit: 20 }))
    if ((await findJob(db, undoId(one._id)))?.state === 'waiting') return one
  return undefined
}

const waitForUndoing = ({ fileName }: Import) =>
  new Refusal('busy', `正在撤销《${fileName}》，这时候导入会照着快没有了的数据写。这个文件一行也没有导入，请过一两分钟再导入。`)

const withoutId = ({ _id, ...rest }: Import): Omit<Import, '_id'> => rest

const keyMissing = (version: string) =>
  new Refusal(
    'internal',
    `数据已经在换用第 ${version} 版根密钥，这个云函数还不知道它，一行也没有导入。请把新的 ROOT_KEYS 配给每个云函数，重新部署，再导入。`,
  )

const waitFor = ({ fileName }: Import) =>
  new Refusal('internal', `正在换根密钥，《${fileName}》还在用原来的那一版导入。请等它导完再导这一份；如果它中途断了，请先把它再导入一次。`)
