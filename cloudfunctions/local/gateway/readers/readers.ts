import { Worker } from 'node:worker_threads'
import type { Body, Reply } from '../actions/body'
import { badRequest, GatewayError } from '../door/errors'
import { tooSlow } from '../query/work'
import type { Answer, Question, ReaderMark } from './messages'

export interface ReadersOptions extends Omit<ReaderMark, 'gatewayReader'> {
  file: string
  count: number
}

interface Job {
  question: Question
  resolve(reply: Reply): void
  reject(error: Error): void
}
interface Reader {
  worker: Worker
  job?: Job
  timer?: NodeJS.Timeout
}

/** More than this waiting for a thread are turned away. */
const MAX_WAITING = 200
/** What one reading thread may hold, in MB. */
const MAX_MEMORY = 512

/**
 * Threads that read the database beside the one that writes: SQLite's log lets each see the last commit
 * without waiting for the next. A request that takes too long, or too much memory, loses its thread;
 * nothing else does.
 */
export class Readers {
  private readonly readers = new Set<Reader>()
  private readonly waiting: Job[] = []
  private closed = false

  constructor(private readonly options: ReadersOptions) {}

  /** The answer of a reading action to a request. What was acknowledged before is seen. */
  run(body: Body, now: number): Promise<Reply> {
    if (this.closed) return Promise.reject(new GatewayError('SYS_ERR', 'The gateway is closing.'))
    if (this.waiting.length >= MAX_WAITING)
      return Promise.reject(new GatewayError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'Too many long requests at once; try again later.'))
    return new Promise((resolve, reject) => {
      this.waiting.push({ question: { body, now }, resolve, reject })
      this.next()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    for (const job of this.waiting.splice(0)) job.reject(new GatewayError('SYS_ERR', 'The gateway is closing.'))
    await Promise.all([...this.readers].map((reader) => this.end(reader, new GatewayError('SYS_ERR', 'The gateway is closing.'))))
  }

  private next(): void {
    if (this.waiting.length === 0 || this.closed) return
    const reader = [...this.readers].find(({ job }) => !job) ?? (this.readers.size < this.options.count ? this.open() : undefined)
    const job = reader && this.waiting.shift()
    if (!job) return
    reader.job = job
    reader.timer = setTimeout(() => void this.end(reader, tooSlow(this.options.limitMs)), this.options.limitMs)
    reader.worker.postMessage(job.question)
  }

  private open(): Reader {
    const { file, dataDir, collections, limitMs } = this.options
    const mark: ReaderMark = { gatewayReader: true, dataDir, collections, limitMs }
    const reader: Reader = { worker: new Worker(file, { workerData: mark, resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY } }) }
    this.readers.add(reader)
    reader.worker.on('message', (answer: Answer) => {
      const job = this.release(reader)
      if ('reply' in answer) job?.resolve(answer.reply)
      else job?.reject(new GatewayError(answer.code, answer.message))
      this.next()
    })
    reader.worker.on(
      'error',
      (error) =>
        void this.end(
          reader,
          'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? badRequest('The request needs more memory than one request may have; ask for less at a time.')
            : error,
        ),
    )
    reader.worker.unref()
    return reader
  }

  private release(reader: Reader): Job | undefined {
    clearTimeout(reader.timer)
    const { job } = reader
    reader.job = undefined
    return job
  }

  /** Gives up a thread with whatever it was doing; the next request gets a fresh one. */
  private async end(reader: Reader, reason: Error): Promise<void> {
    if (!this.readers.delete(reader)) return
    this.release(reader)?.reject(reason)
    this.next()
    await reader.worker.terminate()
  }
}
