import { createHash } from 'node:crypto'
import type { intake } from '#contract/intake/actions'
import { officerAt } from '#affairs/intake/directing/whose'
import { originalPath } from '#affairs/intake/keeping/originals'
import { refusals } from '#kernel/call/errors'
import type { Action, On } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { openFile, sealFile } from '#kernel/seal/seal-file'
import { count, findById, findEach } from '#store/db/read'
import { remove, replace, update } from '#store/db/write'
import { arrivals, uploadParts } from '#store/intake/arrivals'
import { imports } from '#store/intake/intake'

/** Takes a part of a file that an officer sends; with the last one the whole is kept, sealed, and can be looked at. */
export const upload: Action<typeof intake.upload> = async ({ upload: id, fileName, part, parts, base64 }, on) => {
  const { staffId, agencyId } = (await officerAt(on))!
  if (part >= parts) throw refusals.badInput('文件没有传完整。请重新选这个文件再传一次，什么也没有丢。')
  const mine = { upload: id, staffId }
  const sealed = sealFile(on.keys, Buffer.from(base64, 'base64')).toString('base64')
  await replace(on.db, uploadParts, { _id: `${staffId}/${id}/${String(part).padStart(4, '0')}`, ...mine, at: on.moment.iso, sealed })
  const received = await count(on.db, uploadParts, mine)
  if (received < parts) return { received }

  const content = await whole(on, mine)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const [taken, there] = [await findById(on.db, imports, sha256), await findById(on.db, arrivals, sha256)]
  await recordLook(on, await on.caller(), { action: 'intake.upload', granted: true, about: { kind: 'import', id: sha256 } })
  const fileID = taken?.fileID || there?.fileID || (await on.files.upload(originalPath(sha256), sealFile(on.keys, content)))
  if (there) await update(on.db, arrivals, { _id: sha256 }, { $addToSet: { senders: agencyId } })
  else await replace(on.db, arrivals, { _id: sha256, fileName, fileID, at: on.moment.iso, senders: [agencyId] })
  await remove(on.db, uploadParts, mine)
  return { received, sha256, seenBefore: taken?.status === 'done' }
}

/** What came, part after part. */
async function whole({ db, keys }: On, mine: { upload: string; staffId: string }): Promise<Buffer> {
  const found = await findEach(db, uploadParts, mine)
  return Buffer.concat(found.sort((a, b) => (a._id < b._id ? -1 : 1)).map(({ sealed }) => openFile(keys, Buffer.from(sealed, 'base64'))))
}
