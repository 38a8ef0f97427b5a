import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { findById } from '#store/db/read'
import { insert } from '#store/db/write'
import { codes } from '#store/people/register'
import { onBenchCloud } from './bench-cloud'
import { median, timeEach, type Figure } from './measure'

const aCode = () => ({
  _id: randomUUID(),
  personId: randomUUID(),
  householdId: randomUUID(),
  villageCode: '330328100201',
  helpers: [],
  status: 'active' as const,
  issuedOn: '2026-01-01' as const,
})

/** Point read and insert through SDK, HTTP and gateway ÷ the same on bare libsql, µs. */
export const gatewayOverBare = (): Promise<Figure[]> =>
  onBenchCloud(async (_cloud, db) => {
    const documents = Array.from({ length: 1000 }, aCode)
    const insertGateway = median(await timeEach(1000, (i) => insert(db, codes, documents[i]!)))
    const readGateway = median(await timeEach(2000, (i) => findById(db, codes, documents[i % 1000]!._id)))

    const bare = new Database(join(mkdtempSync(join(tmpdir(), 'bare-')), 'bare.db'))
    bare.exec(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE codes (id TEXT PRIMARY KEY, doc TEXT) WITHOUT ROWID; CREATE INDEX p ON codes (doc ->> 'personId'); CREATE INDEX h ON codes (doc ->> 'householdId'); CREATE INDEX v ON codes (doc ->> 'villageCode')",
    )
    const put = bare.prepare('INSERT INTO codes VALUES (?, ?)')
    const get = bare.prepare('SELECT doc FROM codes WHERE id = ?')
    const insertBare = median(await timeEach(1000, (i) => void put.run(documents[i]!._id, JSON.stringify(documents[i]))))
    const readBare = median(await timeEach(2000, (i) => JSON.parse((get.get(documents[i % 1000]!._id) as { doc: string }).doc) as unknown))
    bare.close()
    const micro = (ms: number) => `${(ms * 1000).toFixed(0)} µs`
    return [
      {
        what: '网关按 _id 读 ÷ 裸 libsql',
        value: micro(readGateway),
        ratio: readGateway / readBare,
        note: `裸 ${micro(readBare)}；差的是 SDK 签名、HTTP 和线程`,
      },
      {
        what: '网关插入一条 ÷ 裸 libsql',
        value: micro(insertGateway),
        ratio: insertGateway / insertBare,
        note: `裸 ${micro(insertBare)}；两边都落盘`,
      },
    ]
  })
