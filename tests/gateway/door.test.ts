import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { rmSync } from 'node:fs'
import { connect as dial } from 'node:net'
import { sdkEnvironment } from '../../cloudfunctions/local/gateway/door/environment'
import { connect, SECRET, start, startRig, temporaryFolder, type Db, type Rig } from './support/gateway'

let rig: Rig
const calls: unknown[] = []
beforeAll(async () => {
  rig = await startRig({
    async invoke(name, data) {
      calls.push([name, data])
      if (name === 'sum') return { sum: (data as { a: number; b: number }).a + (data as { b: number }).b }
      if (name === 'nothing') return undefined
      if (name === 'broken') throw new Error('it broke')
      throw Object.assign(new Error('no such function'), { code: 'FUNCTION_NOT_FOUND' })
    },
  })
  await rig.db.createCollection('x')
})
afterAll(() => rig.close())

const refused = expect.objectContaining({ code: 'SIGN_PARAM_INVALID' })
const read = { action: 'database.getDocument', collectionName: 'x', queryType: 'WHERE' }

describe('who may enter', () => {
  it('the SDK with the secret, signed', async () => {
    expect((await rig.db.collection('x').get()).data).toEqual([])
  })

  it('not with another secret or id', async () => {
    await expect(connect(rig.url, { secretKey: 'guess' }).database().collection('x').get()).rejects.toEqual(refused)
    await expect(connect(rig.url, { secretId: 'somebody' }).database().collection('x').get()).rejects.toEqual(refused)
  })

  it('nobody without', async () => {
    expect(await rig.post(read, {})).toEqual(refused)
    expect(await rig.post(read, { authorization: 'Bearer guess' })).toEqual(refused)
    expect(await rig.post(read, { authorization: `Bearer ${SECRET.secretId}` })).toEqual(refused)
    expect(await rig.post(read)).toMatchObject({ data: { list: [] } })
  })

  it('no signature for anything but what it signed', async () => {
    const seen: { url: string; headers: Record<string, string>; body: string }[] = []
    const spy = await spyOn(rig.url, seen)
    await connect(spy.url).database().collection('x').where({ a: 1 }).get()
    await spy.close()
    const [{ url, headers, body }] = seen as [(typeof seen)[0]]
    const send = (changes: { url?: string; headers?: Record<string, string>; body?: object }) =>
      replay(
        rig.port,
        changes.url ?? url,
        { ...headers, ...changes.headers },
        changes.body ? JSON.stringify({ ...JSON.parse(body), ...changes.body }) : body,
      )
    expect(await send({})).toMatchObject({ data: { list: [] } })
    expect(await send({ body: { action: 'database.removeDocument' } })).toEqual(refused)
    expect(await send({ body: { query: '{}' } })).toEqual(refused)
    expect(await send({ body: { multi: true } })).toEqual(refused)
    expect(await send({ url: '/admin?env=other' })).toEqual(refused)
    expect(await send({ headers: { host: 'elsewhere:1' } })).toEqual(refused)
    expect(await send({ headers: { 'x-timestamp': String(Math.floor(Date.now() / 1000) - 3600) } })).toEqual(refused)
    expect(await send({ headers: { 'x-timestamp': 'never' } })).toEqual(refused)
    const late = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000)
    const afterwards = await send({})
    late.mockRestore()
    expect(afterwards).toEqual(refused)
  })

  it('no signed write twice', async () => {
    const write = await captured(rig.url, (db) => db.collection('x').add({ replayed: true }))
    const reading = await captured(rig.url, (db) => db.collection('x').where({ replayed: true }).get())
    expect(await write.again()).toEqual(refused)
    expect(await Promise.all([write.again(), write.again()])).toEqual([refused, refused])
    expect(await reading.again()).toMatchObject({ data: { list: [expect.any(String)] } })
    expect((await rig.db.collection('x').where({ replayed: true }).count()).total).toBe(1)
    // The same write signed anew is another one.
    await rig.db.collection('x').add({ replayed: true })
    expect((await rig.db.collection('x').where({ replayed: true }).count()).total).toBe(2)
    await rig.db.collection('x').where({ replayed: true }).remove()
  })

  it("but the SDK's second try after a broken connection gets the first one's answer", async () => {
    await rig.db.collection('x').add({ _id: 'held', n: 0 })
    // Captured where no gateway is: nothing of it has been carried out yet.
    const write = await captured(
      rig.url,
      (db) =>
        db
          .collection('x')
          .doc('held')
          .update({ n: rig.db.command.inc(1) }),
      { delivered: false },
    )
    const tx = await rig.db.startTransaction()
    await tx.collection('x').doc('held').update({ other: 1 })
    const first = write.start()
    await first.sent
    const second = write.again()
    first.breakOff()
    // While others are answered, the gateway learns that the first has gone.
    for (let i = 0; i < 5; i++) await rig.post(read)
    await tx.commit()
    expect(await second).toMatchObject({ data: { updated: 1 } })
    expect(await write.again()).toMatchObject({ data: { updated: 1 } })
    expect((await rig.db.collection('x').doc('held').get()).data).toEqual([{ _id: 'held', n: 1, other: 1 }])
    await rig.db.collection('x').doc('held').remove()
  })

  it('no write signed before the gateway started, which may have been carried out by the one before', async () => {
    const dataDir = temporaryFolder()
    const first = await start({ dataDir, ...SECRET })
    await connect(first.url).database().createCollection('x')
    const write = await captured(first.url, (db) => db.collection('x').add({ n: 1 }))
    await first.close()
    const second = await start({ dataDir, ...SECRET, port: first.port })
    const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
    expect(await write.again()).toMatchObject({
      code: 'SIGN_PARAM_INVALID',
      message: expect.stringContaining('before this gateway started'),
    })
    later.mockRestore()
    expect((await connect(second.url).database().collection('x').count()).total).toBe(1)
    await second.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('nobody whose header is wrong has a body read', async () => {
    for (const header of [
      '',
      'authorization: Bearer guess\r\n',
      `authorization: TC3-HMAC-SHA256 Credential=somebody/2026-11-29/tcb/tc3_request, SignedParams=action, SignedHeaders=content-type;host, Signature=${'0'.repeat(64)}\r\n`,
    ]) {
      const socket = dial(rig.port, '127.0.0.1')
      // The body is announced and never comes.
      socket.write(`POST /admin HTTP/1.1\r\nhost: x\r\n${header}content-length: 30000000\r\n\r\n{"a`)
      const [answer] = (await once(socket, 'data')) as [Buffer]
      expect(answer.toString()).toContain('SIGN_PARAM_INVALID')
      socket.destroy()
    }
  })

  it('only so much of what is not checked yet is kept', async () => {
    const timestamp = Math.floor(Date.now() / 1000)
    const header = `TC3-HMAC-SHA256 Credential=${SECRET.secretId}/${new Date(timestamp * 1000).toISOString().slice(0, 10)}/tcb/tc3_request, SignedParams=action, SignedHeaders=content-type;host, Signature=${'0'.repeat(64)}`
    const part = Buffer.alloc(31 * 1024 * 1024, 'x')
    const sockets = [1, 2, 3, 4, 5].map(() => dial(rig.port, '127.0.0.1'))
    const answers = sockets.map(async (socket) => ((await once(socket, 'data')) as [Buffer])[0].toString())
    for (const socket of sockets) {
      socket.write(
        `POST /admin HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-timestamp: ${timestamp}\r\nauthorization: ${header}\r\ncontent-length: ${32 * 1024 * 1024}\r\n\r\n`,
      )
      socket.write(part)
    }
    expect(await Promise.race(answers)).toContain('EXCEED_CONCURRENT_REQUEST_LIMIT')
    for (const socket of sockets) socket.destroy()
    expect(await rig.post(read)).toMatchObject({ data: { list: expect.any(Array) } })
  })

  it('only this environment', async () => {
    await expect(connect(rig.url, { envId: 'another' }).database().collection('x').get()).rejects.toMatchObject({ code: 'INVALID_ENV' })
  })
})

describe('odd requests', () => {
  it('get an answer the SDK understands', async () => {
    expect(await rig.post('{nonsense')).toMatchObject({ code: 'INVALID_PARAM', requestId: expect.any(String) })
    expect(await rig.post('[]')).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await rig.post('')).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await rig.post({ action: 'database.dropEverything' })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: 'unknown action: database.dropEverything',
    })
    expect(await rig.post({ action: 'constructor' })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(await rig.post({ ...read, query: 5 })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(await rig.post({ ...read, query: '{"a":' })).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(await rig.post({ ...read, query: '{"a":{"$numberDecimal":"1"}}' })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('$numberDecimal'),
    })
    expect(await rig.post({ ...read, collectionName: { toString: 1 } })).toMatchObject({ code: expect.any(String) })
  })

  it('of too many bytes are refused, and the gateway goes on', async () => {
    expect(await rig.post(`{"a":"${'x'.repeat(33 * 1024 * 1024)}"}`)).toMatchObject({ code: 'EXCEED_REQUEST_LIMIT' })
    expect(await rig.post(read)).toMatchObject({ data: { list: [] } })
  })

  it('with booleans where values are bound do not end the process', async () => {
    expect(await rig.post({ ...read, query: '{"_id":true}' })).toMatchObject({ data: { list: [] } })
    expect(await rig.post({ ...read, query: '{"a":{"$in":[true,false]}}' })).toMatchObject({ data: { list: [] } })
    expect(await rig.post({ ...read, limit: true })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await rig.post({ action: 'database.getDocument', collectionName: true })).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
  })
})

describe('functions and users', () => {
  it('are called through the host', async () => {
    expect((await rig.app.callFunction({ name: 'sum', data: { a: 1, b: 2 } })).result).toEqual({ sum: 3 })
    expect((await rig.app.callFunction({ name: 'nothing', data: undefined })).result).toBeNull()
    expect(calls).toContainEqual(['nothing', undefined])
    await expect(rig.app.callFunction({ name: 'nope', data: undefined })).rejects.toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
      message: '[ResourceNotFound.Function] function not found',
    })
    await expect(rig.app.callFunction({ name: 'broken', data: undefined })).rejects.toThrow('it broke')
    await expect(rig.app.auth().getEndUserInfo('u1')).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })
})

describe('starting', () => {
  it('on a port in use is a clean rejection, after which the data is free again', async () => {
    const dataDir = temporaryFolder()
    await expect(start({ dataDir, port: rig.port, ...SECRET })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    const gateway = await start({ dataDir, ...SECRET })
    await gateway.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('on the data of a running gateway is refused, and allowed once that is closed', async () => {
    const dataDir = temporaryFolder()
    const first = await start({ dataDir, ...SECRET })
    await expect(start({ dataDir, ...SECRET })).rejects.toMatchObject({
      code: 'DATA_DIR_IN_USE',
      message: expect.stringContaining(`process ${process.pid}`),
    })
    await first.close()
    await (await start({ dataDir, ...SECRET })).close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('without a secret is refused', async () => {
    await expect(start({ dataDir: 'never-made', ...SECRET, secretKey: '' })).rejects.toThrow('secretKey')
  })

  it('gives the SDK its environment', () => {
    expect(sdkEnvironment({ url: 'http://127.0.0.1:1/admin', ...SECRET })).toMatchObject({
      TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:1/admin"}',
      TENCENTCLOUD_RUNENV: 'SCF',
      TCB_ENV: 'test-env',
    })
  })

  it('listens only to this machine', () => {
    expect(rig.url).toBe(`http://127.0.0.1:${rig.port}/admin`)
  })
})

/** A door that notes what goes through. It keeps the gateway's address in the Host header, which is signed. */
async function spyOn(target: string, seen: object[], forward = true): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const body = Buffer.concat(chunks).toString()
        seen.push({ url: incoming.url, headers: incoming.headers, body })
        if (!forward) return outgoing.end('{"code":"NOBODY"}')
        void replay(Number(new URL(target).port), incoming.url ?? '', incoming.headers as Record<string, string>, body).then((reply) =>
          outgoing.end(JSON.stringify(reply)),
        )
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/admin`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Captured {
  again(): Promise<Record<string, unknown>>
  start(): { sent: Promise<void>; breakOff(): void }
}

/** What the SDK sends a gateway for one call, to be sent again as it was. `delivered`: the call reaches the gateway first. */
async function captured(url: string, call: (db: Db) => Promise<unknown>, { delivered = true } = {}): Promise<Captured> {
  const seen: { url: string; headers: Record<string, string>; body: string }[] = []
  const spy = await spyOn(url, seen, delivered)
  await call(connect(spy.url).database()).catch(() => undefined)
  await spy.close()
  const [{ url: path, headers, body }] = seen as [(typeof seen)[0]]
  const port = Number(new URL(url).port)
  return {
    again: () => replay(port, path, headers, body),
    start() {
      const { connection: _connection, ...rest } = headers
      const outgoing = request({
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: { ...rest, 'content-length': Buffer.byteLength(body) },
        agent: false,
      })
      outgoing.on('error', () => undefined)
      const sent = new Promise<void>((resolve) => outgoing.end(body, () => resolve()))
      return { sent, breakOff: () => outgoing.destroy() }
    },
  }
}

/** Sends bytes with exactly these headers, which fetch would not. */
function replay(port: number, path: string, headers: Record<string, string>, body: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const { connection: _connection, ...rest } = headers
    const outgoing = request(
      { host: '127.0.0.1', port, path, method: 'POST', headers: { ...rest, 'content-length': Buffer.byteLength(body) }, agent: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

it('a client that breaks off in the middle does no harm', async () => {
  const socket = dial(rig.port, '127.0.0.1')
  socket.write('POST /admin HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"a"')
  // Once another has been answered, the gateway has begun to read this one.
  await rig.post(read)
  socket.destroy()
  expect(await rig.post(read)).toMatchObject({ data: { list: [] } })
})
