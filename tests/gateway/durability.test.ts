import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleGateway } from './support/bundle'
import { SECRET, startRig, temporaryFolder, type Transaction } from './support/gateway'
import { on } from './support/table'

const folder = temporaryFolder()
const bundle = bundleGateway('index')
afterAll(() => {
  bundle.remove()
  rmSync(folder, { recursive: true, force: true })
})

const collections = [{ name: 'log', indexes: [on('n', ['n']), on('tags', ['tags'], { multikey: true })] }]

/** A gateway in a process of its own, which tells its address on its first line. */
async function startChild(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = join(bundle.folder, 'child.cjs')
  writeFileSync(
    script,
    `require(${JSON.stringify(bundle.file)}).startGateway(${JSON.stringify({ dataDir, ...SECRET, collections })}).then((gateway) => console.log(gateway.url))`,
  )
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, url: line.toString().trim() }
}

/** Without the SDK, whose warnings about slow requests outlive a gateway that is gone. */
async function send(url: string, action: string, body: object = {}): Promise<{ transactionId?: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET.secretKey}` },
    body: JSON.stringify({ action: `database.${action}`, collectionName: 'log', ...body }),
  })
  const reply = (await response.json()) as { code?: string; transactionId?: string }
  if (reply.code) throw new Error(reply.code)
  return reply
}

/**
 * Writes single documents, batches and transactions until the gateway is gone, for which it asks once there were some of each;
 * what was acknowledged.
 */
async function writeUntilGone(url: string, enough: () => void): Promise<{ singles: string[]; batches: string[]; pairs: string[] }> {
  const acknowledged = { singles: [] as string[], batches: [] as string[], pairs: [] as string[] }
  const keepOn = async (kind: keyof typeof acknowledged, writer: number, write: (key: string) => Promise<unknown>) => {
    for (let n = 0; ; n++) {
      const key = `${kind}-${writer}-${n}`
      try {
        await write(key)
      } catch {
        return
      }
      acknowledged[kind].push(key)
      if (Object.values(acknowledged).every((keys) => keys.length > 10)) enough()
    }
  }
  const insert = (documents: object[]) => send(url, 'insertDocument', { data: documents.map((document) => JSON.stringify(document)) })
  const set = (id: string, document: object, transactionId?: string) =>
    send(url, 'modifyDocument', {
      query: JSON.stringify({ _id: id }),
      queryType: 'DOC',
      data: JSON.stringify(document),
      multi: false,
      merge: false,
      upsert: true,
      transactionId,
    })
  await Promise.all([
    ...[1, 2, 3, 4].map((writer) => keepOn('singles', writer, (key) => insert([{ _id: key, n: 1, tags: [key] }]))),
    keepOn('batches', 5, (key) => insert(Array.from({ length: 20 }, (_, i) => ({ _id: `${key}/${i}`, n: i, batch: key })))),
    keepOn('pairs', 6, async (key) => {
      const { transactionId } = await send(url, 'startTransaction')
      await set(`${key}/in`, { pair: key, fen: 5 }, transactionId)
      await set(`${key}/out`, { pair: key, fen: -5 }, transactionId)
      await send(url, 'commitTransaction', { transactionId })
    }),
  ])
  return acknowledged
}

it('a gateway that is killed has lost no acknowledged write and kept none by half', async () => {
  const dataDir = join(folder, 'killed')
  const { child, url } = await startChild(dataDir)
  await send(url, 'addCollection')
  const { singles, batches, pairs } = await writeUntilGone(url, () => child.kill('SIGKILL'))
  expect(Math.min(singles.length, batches.length, pairs.length)).toBeGreaterThan(10)

  const rig = await startRig({ dataDir, collections })
  try {
    const log = rig.db.collection('log')
    for (const key of singles) expect((await log.where({ tags: key }).get()).data).toEqual([{ _id: key, n: 1, tags: [key] }])
    const _ = rig.db.command.aggregate
    const perBatch = (
      await log
        .aggregate()
        .match({ batch: rig.db.command.exists(true) })
        .group({ _id: '$batch', n: _.sum(1) })
        .end()
    ).data as { _id: string; n: number }[]
    expect(perBatch.filter(({ n }) => n !== 20)).toEqual([])
    expect(perBatch.map(({ _id }) => _id)).toEqual(expect.arrayContaining(batches))
    const perPair = (
      await log
        .aggregate()
        .match({ pair: rig.db.command.exists(true) })
        .group({ _id: '$pair', fen: _.sum('$fen'), n: _.sum(1) })
        .end()
    ).data as { _id: string; fen: number; n: number }[]
    expect(perPair.filter(({ fen, n }) => fen !== 0 || n !== 2)).toEqual([])
    expect(perPair.map(({ _id }) => _id)).toEqual(expect.arrayContaining(pairs))
  } finally {
    await rig.close()
  }
}, 30_000)

it('a full disk is an error, not the end, and writes nothing by half', async () => {
  const rig = await startRig({ maxBytes: 600_000, collections })
  try {
    await rig.db.createCollection('log')
    const log = rig.db.collection('log')
    let stored = 0
    const fill = async () => {
      for (; ; stored++) await log.add({ _id: `d${stored}`, n: stored, tags: ['x'], text: 'x'.repeat(20_000) })
    }
    await expect(fill()).rejects.toMatchObject({ code: 'SYS_ERR', message: expect.stringContaining('full') })
    expect(stored).toBeGreaterThan(3)
    expect((await log.count()).total).toBe(stored)
    const many = Array.from({ length: 50 }, (_, i) => ({ _id: `many${i}`, tags: ['many'], text: 'x'.repeat(20_000) }))
    await expect(log.add(many)).rejects.toMatchObject({ code: 'SYS_ERR' })
    await expect(rig.db.runTransaction(async (tx: Transaction) => void (await tx.collection('log').add(many)))).rejects.toMatchObject({
      code: 'SYS_ERR',
    })
    expect((await log.where({ tags: 'many' }).count()).total).toBe(0)
    expect((await log.count()).total).toBe(stored)
    await log.where({ n: rig.db.command.lt(3) }).remove()
    await log.add({ _id: 'again', n: 0, tags: ['again'] })
    expect((await log.where({ tags: 'again' }).get()).data).toHaveLength(1)
  } finally {
    await rig.close()
  }
})

it('writes that arrive together share a commit, and one that fails takes none with it', async () => {
  const rig = await startRig({ collections })
  try {
    await rig.db.createCollection('log')
    const log = rig.db.collection('log')
    const results = await Promise.allSettled(Array.from({ length: 60 }, (_, i) => log.add({ _id: `d${i % 40}`, n: i, tags: [`t${i}`] })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(40)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
    expect((await log.count()).total).toBe(40)
    expect((await log.aggregate().unwind('$tags').count('n').end()).data).toEqual([{ n: 40 }])
  } finally {
    await rig.close()
  }
})

it('what a path has held is remembered over a restart and forgotten with a failed write', async () => {
  const dataDir = join(folder, 'kinds')
  const first = await startRig({ dataDir, collections })
  await first.db.createCollection('log')
  await first.db.collection('log').add({ _id: 'scalar', n: 1 })
  await expect(first.db.collection('log').add([{ _id: 'list', n: [1, 2] }, { _id: 'scalar' }])).rejects.toMatchObject({
    code: 'DATABASE_DUPLICATE_WRITE',
  })
  await first.db.collection('log').add({ _id: 'list', n: [1, 2] })
  expect((await first.db.collection('log').where({ n: 1 }).count()).total).toBe(2)
  await first.close()
  const second = await startRig({ dataDir, collections })
  expect((await second.db.collection('log').where({ n: 1 }).count()).total).toBe(2)
  await second.close()
})
