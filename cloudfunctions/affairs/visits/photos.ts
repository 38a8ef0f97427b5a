import type { field } from '#contract/field/actions'
import type { InputOf } from '#contract/call/action'
import { refusals } from '#kernel/call/errors'
import type { On } from '#kernel/call/on'
import { sealBytes } from '#kernel/seal/seal'
import { count, findEach } from '#store/db/read'
import { insertNew } from '#store/db/write'
import { findVisit, visitParts } from '#store/work/visits'

/** Parts of one visit's photos at most: nine photos of twenty parts. A phone cannot fill the county's disk with one id. */
const mostParts = 180

/** Keeps one part of a photo, sealed; the same again is no harm. @throws Refusal where the visit is somebody else's, or has too many. */
export async function keepVisitPart(on: On, { visitId, photo, index, of, base64 }: InputOf<typeof field.visitPart>): Promise<void> {
  const { db, keys, moment } = on
  const one = (await on.caller()).staff!
  const [visit, there] = await Promise.all([findVisit(db, visitId), count(db, visitParts, { visitId })])
  const others = visit ? visit.staffId !== one._id : (await findEach(db, visitParts, { visitId, staffId: { $ne: one._id } })).length > 0
  if (others) throw refusals.notFound('没有找到这次走访。请打开这一条再传一次，写的都还在。')
  if (there >= mostParts) throw refusals.badInput('这次走访的照片太多了。请去掉几张再传。')
  await insertNew(db, visitParts, {
    ...{ _id: `${visitId}/${photo}/${index}`, visitId, photo, index, of, staffId: one._id, day: moment.today },
    sealed: sealBytes(keys, Buffer.from(base64, 'base64')),
  })
}

/** Which parts of the caller's own visit have come. */
export async function partsCame(on: On, visitId: string): Promise<{ photo: number; index: number }[]> {
  const staffId = (await on.caller()).staff!._id
  const came = await findEach(on.db, visitParts, { visitId, staffId }, ['photo', 'index'])
  return came.map(({ photo, index }) => ({ photo, index }))
}

/** What of a visit's photos has not come: of a photo whose first part is not there, that one. */
export async function missingParts({ db }: On, visitId: string, photos: number): Promise<{ photo: number; index: number }[]> {
  if (photos === 0) return []
  const came = await findEach(db, visitParts, { visitId }, ['photo', 'index', 'of'])
  return Array.from({ length: photos }, (_, photo) => {
    const parts = came.filter((one) => one.photo === photo)
    const has = new Set(parts.map(({ index }) => index))
    return Array.from({ length: parts[0]?.of ?? 1 }, (_, index) => ({ photo, index })).filter(({ index }) => !has.has(index))
  }).flat()
}
