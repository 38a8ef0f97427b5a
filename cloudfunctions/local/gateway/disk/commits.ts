import { GatewayError } from '../door/errors'
import type { Sqlite } from './sqlite'

/** Told when work reached the disk, or when it did not and memory must be read again. */
export interface Keeper {
  committed(): void
  rolledBack(): void
}

const closing = () => new GatewayError('SYS_ERR', 'The gateway is closing; nothing of this request was written.')

interface Job {
  run(): void
  done(): void
  fail(error: unknown): void
}

/**
 * Group commit: writes that arrive together share one SQLite transaction and are acknowledged after it
 * is on disk. Each job has a savepoint of its own, so one that fails takes nothing with it. Everything
 * between BEGIN and COMMIT is synchronous: no read ever sees a half-written batch.
 */
export class Commits {
  private queue: Job[] = []
  private scheduled = false
  private closed = false

  constructor(
    private readonly db: Sqlite,
    private readonly keeper: Keeper,
  ) {}

  /** Runs `work` in the next batch; `onDisk` is called once its writes cannot be lost, before the promise resolves. */
  submit<T>(work: () => T, onDisk: (result: T) => void = () => undefined): Promise<T> {
    if (this.closed) return Promise.reject(closing())
    return new Promise<T>((resolve, reject) => {
      let result: T
      this.queue.push({
        run: () => {
          result = work()
        },
        done: () => {
          onDisk(result)
          resolve(result)
        },
        fail: reject,
      })
      if (!this.scheduled) setImmediate(() => this.flush())
      this.scheduled = true
    })
  }

  /** To be called before the database is closed: whatever still comes, or waited for a document, is refused. */
  close(): void {
    this.closed = true
    for (const job of this.queue.splice(0)) job.fail(closing())
  }

  private flush(): void {
    this.scheduled = false
    while (this.queue.length > 0) this.batch(this.queue.splice(0))
  }

  /** One SQLite transaction. If it breaks as a whole, the jobs it carried fail and those after it start anew. */
  private batch(jobs: Job[]): void {
    const carried: Job[] = []
    try {
      this.db.exec('BEGIN IMMEDIATE')
      while (jobs.length > 0) {
        carried.push(jobs.shift() as Job)
        this.attempt(carried)
      }
      this.db.exec('COMMIT')
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK')
      this.keeper.rolledBack()
      // Without BEGIN nothing was carried, and trying the same again would never end.
      for (const job of carried.length > 0 ? carried : jobs.splice(0)) job.fail(error)
      this.queue.unshift(...jobs)
      return
    }
    this.keeper.committed()
    for (const job of carried) job.done()
  }

  /** Runs the last of `carried`; when it alone fails it is undone and taken off the list. */
  private attempt(carried: Job[]): void {
    const job = carried[carried.length - 1] as Job
    this.db.exec('SAVEPOINT job')
    try {
      job.run()
    } catch (error) {
      // A full disk may make SQLite roll back everything; then there is no savepoint to return to.
      if (!this.db.inTransaction) throw error
      this.db.exec('ROLLBACK TO job')
      this.db.exec('RELEASE job')
      this.keeper.rolledBack()
      carried.pop()
      job.fail(error)
      return
    }
    this.db.exec('RELEASE job')
  }
}
