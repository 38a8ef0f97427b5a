import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { READING } from '../actions/all'
import { badRequest, describeError } from '../door/errors'
import { openSqlite } from '../disk/sqlite'
import { catalogueAsItStands } from '../disk/tables'
import { Transactions } from '../disk/transactions'
import type { Answer, Question, ReaderMark } from './messages'

/** A reading thread: each request sees one state of the database, the last that was committed when it came. */
export function runReader({ dataDir, collections, limitMs }: ReaderMark): void {
  const port = parentPort
  if (!port) return
  const db = openSqlite(join(dataDir, 'gateway.db'))
  if (collections.some(({ undated }) => undated)) db.prepare('ATTACH DATABASE ? AS undated').run(join(dataDir, 'undated.db'))
  db.exec('PRAGMA query_only=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA busy_timeout=2000')
  const transactions = new Transactions(Date.now)

  async function answer({ body, now }: Question): Promise<Answer> {
    db.exec('BEGIN')
    try {
      const action = READING.get(body.action)
      if (!action) throw badRequest(`not a reading action: ${String(body.action)}`)
      return { reply: await action(body, { db, tables: catalogueAsItStands(db, collections), transactions, clock: () => now, limitMs }) }
    } catch (error) {
      return describeError(error)
    } finally {
      db.exec('COMMIT')
    }
  }

  port.on('message', (question: Question) => void answer(question).then((reply) => port.postMessage(reply)))
}
