import { CallError } from '../../../services/wire/reply'
import { newQueue, type Asks, type QueuedFile } from './queue'
import { partBytes } from './read-parts'

const look = (sha256: string) => ({ sha256, fileName: '', questions: [] }) as never
const file = (text: string, name = 'a.csv') => ({ path: `民政局/${name}`, file: new File([text], name) })

/** A server that keeps what it was sent; `over` stands in for its answers. */
function server(over: Partial<Asks> = {}) {
  const sent: { fileName: string; part: number; parts: number; text: string }[] = []
  const asks: Asks = {
    async upload({ fileName, part, parts, base64 }) {
      sent.push({ fileName, part, parts, text: atob(base64) })
      return part + 1 === parts ? { sha256: fileName } : {}
    },
    look: async (sha256) => look(sha256),
    ...over,
  }
  return { asks, sent }
}

let ids = 0
const queueOf = (asks: Asks) => newQueue(asks, () => String(++ids))

/** Waits until no file of the queue is on its way. */
const settled = (queue: ReturnType<typeof newQueue>): Promise<readonly QueuedFile[]> =>
  new Promise((resolve) => {
    const isSettled = () => queue.files().every(({ state }) => !['waiting', 'sending', 'looking'].includes(state))
    const stop = queue.subscribe(() => {
      if (!isSettled()) return
      stop()
      resolve(queue.files())
    })
  })

test('a file goes in parts, whole and in order, and is looked at', async () => {
  const { asks, sent } = server()
  const queue = queueOf(asks)
  const text = 'x'.repeat(partBytes) + 'y'.repeat(partBytes) + 'z'
  queue.add([file(text)])
  const [one] = await settled(queue)
  expect(one).toMatchObject({ state: 'looked', sha256: 'a.csv', path: '民政局/a.csv' })
  expect(sent.map(({ part, parts }) => [part, parts])).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ])
  expect(sent.map((part) => part.text).join('')).toBe(text)
})

test('one that fails never keeps the next, says why, and may be tried again', async () => {
  let refuse = true
  const { asks } = server({
    look: async (sha256) => {
      if (sha256 === 'a.csv' && refuse) throw new CallError('bad-input', '这个文件设了打开密码，读不了。')
      return look(sha256)
    },
  })
  const queue = queueOf(asks)
  queue.add([file('1'), file('2', 'b.csv')])
  const [first, second] = await settled(queue)
  expect(first).toMatchObject({ state: 'fault', fault: '这个文件设了打开密码，读不了。' })
  expect(second).toMatchObject({ state: 'looked', sha256: 'b.csv' })
  refuse = false
  const again = settled(queue)
  queue.again(first!.id)
  expect((await again)[0]).toMatchObject({ state: 'looked', sha256: 'a.csv' })
})

test('what was taken in before is not read again; what is forgotten is not sent on', async () => {
  const looked: string[] = []
  const { asks, sent } = server({
    look: async (sha256) => {
      looked.push(sha256)
      return look(sha256)
    },
  })
  const seen = queueOf({ ...asks, upload: async () => ({ sha256: 's', seenBefore: true }) })
  seen.add([file('1')])
  expect((await settled(seen))[0]).toMatchObject({ state: 'there', sha256: 's' })
  const queue = queueOf({
    ...asks,
    upload: async (part) => {
      queue.forget(queue.files()[0]!.id)
      return asks.upload(part)
    },
  })
  queue.add([file('x'.repeat(partBytes + 1))])
  await settled(queue)
  expect(queue.files()).toEqual([])
  expect(sent).toHaveLength(1)
  expect(looked).toEqual([])
})
