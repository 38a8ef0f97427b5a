import { collection, type Db } from '../db/collection'
import { findById, find } from '../db/read'
import { insert, update } from '../db/write'

/** How far a collection has been brought to a key version. */
export interface Stage {
  /** Every document up to this `_id` was seen. */
  after: string
  /** Documents seen that cannot be brought to it. */
  left: number
  /** Nothing else of an older version was found in a sweep over the whole collection. */
  through: boolean
}

/** The bringing of everything to a key version. `_id` is the version. */
export interface Rotation {
  _id: string
  startedAt: string
  finishedAt: string | null
  stages: Record<string, Stage>
}
export const rotations = collection<Rotation>('rotations')

export const findRotation = (db: Db, version: string): Promise<Rotation | undefined> => findById(db, rotations, version)

/** The rotation to this version, begun now unless it was before. */
export async function beginRotation(db: Db, version: string, startedAt: string): Promise<Rotation> {
  const before = await findRotation(db, version)
  if (before) return before
  const rotation: Rotation = { _id: version, startedAt, finishedAt: null, stages: {} }
  try {
    await insert(db, rotations, rotation)
    return rotation
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
    return (await findRotation(db, version))!
  }
}

/** The newest version that a rotation was begun to. */
export const newestRotation = async (db: Db): Promise<string | undefined> =>
  (await find(db, rotations, {}, { order: [['_id', 'desc']], limit: 1 }))[0]?._id

export const saveStage = (db: Db, version: string, name: string, stage: Stage): Promise<number> =>
  update(db, rotations, { _id: version }, { $set: { [`stages.${name}`]: stage } })

export const finishRotation = (db: Db, version: string, finishedAt: string): Promise<number> =>
  update(db, rotations, { _id: version }, { $set: { finishedAt } })
