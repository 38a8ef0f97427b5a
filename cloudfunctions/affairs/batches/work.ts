import { findIn } from '#store/db/read'
import type { Db } from '#store/db/collection'
import { jobs, type Job } from '#store/work/jobs'

/** Long work beside a batch: a job each, begun anew when it is wanted again. */
export const batchWorkNames = {
  draft: '编行、核对',
  freeze: '定下编号、写进计划',
  release: '放开这些行',
  'hand-over': '记下报盘日期',
  answers: '对银行的回执',
  file: '生成报盘文件',
} as const
export type BatchWork = keyof typeof batchWorkNames
const batchWorks = Object.keys(batchWorkNames) as BatchWork[]

export const workId = (batchId: string, what: BatchWork): string => `${batchId}/${what}`

/** Every job beside a batch, by what it is. */
export async function workOf(db: Db, batchId: string): Promise<Map<BatchWork, Job>> {
  const ids = batchWorks.map((what) => workId(batchId, what))
  const found = await findIn(db, jobs, '_id', ids)
  return new Map(batchWorks.flatMap((what) => found.filter(({ _id }) => _id === workId(batchId, what)).map((job) => [what, job] as const)))
}

/** True while some of it is not done. Taking in answers goes on beside whatever people do. */
export const isBusy = (work: ReadonlyMap<BatchWork, Job>): boolean =>
  [...work].some(([what, { state }]) => what !== 'answers' && state === 'waiting')
export const isAtWork = async (db: Db, batchId: string): Promise<boolean> => isBusy(await workOf(db, batchId))
