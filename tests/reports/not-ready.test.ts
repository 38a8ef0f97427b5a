import type { LogLine } from '#kernel/call/log'
import { join } from 'node:path'
import type { Reply } from '#contract/call/action'
import { startCloud } from '../harness/cloud'
import { dataOf, phone } from './a-reporter'

const mailbox = 'f'.repeat(64)

/** The function with the variables that it is given, as a process of its own would read them. */
async function askedWith(variables: Record<string, string | undefined>): Promise<{ reply: Reply<object>; log: string[] }> {
  const before = { ...process.env }
  for (const [name, value] of Object.entries(variables))
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  const log: string[] = []
  const spy = jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void log.push(words.join(' ')))
  try {
    let main!: (event: unknown) => Promise<unknown>
    await jest.isolateModulesAsync(async () => {
      main = (await import('#functions/report/index')).main
    })
    const { body } = (await main({ httpMethod: 'POST', body: JSON.stringify({ action: 'open', input: { mailbox } }) })) as { body: string }
    return { reply: JSON.parse(body) as Reply<object>, log }
  } finally {
    spy.mockRestore()
    process.env = before
  }
}

/** A line that bears no time says it to whoever runs it. */
function noteIn(line: string): string {
  const { note, ...rest } = JSON.parse(line) as LogLine
  expect(rest).toEqual({ level: 'error', function: 'report', fault: 'deployment' })
  return note!
}

test('without its variables it says so to whoever runs it, all at once, and to the reporter that it is not their fault', async () => {
  const { reply, log } = await askedWith({ ROOT_KEYS: undefined, TCB_ENV: undefined, SCF_NAMESPACE: undefined })
  expect(reply).toMatchObject({ error: { code: 'internal', message: expect.stringContaining('是我们的问题') as string } })
  expect(log.map(noteIn)).toEqual([expect.stringMatching(/^缺少环境变量：\nROOT_KEYS：[^\n]+\nTCB_ENV：[^\n]+$/)])
})

test('what is written wrongly is named, with no secret in it; what it does not read need not be right', async () => {
  const { log } = await askedWith({ ROOT_KEYS: 'x:secret', TCB_ENV: 'county', OFFICE_NETWORKS: 'nonsense' })
  expect(log.map(noteIn)).toEqual([expect.stringMatching(/^环境变量写得不对：\nROOT_KEYS[^\n]+$/)])
  expect(log.join()).not.toContain('secret')
})

test('a county that has not opened reports takes none, and says where to call', async () => {
  const cloud = await startCloud({ county: join(__dirname, '../counties/tiny') })
  try {
    const { open } = phone(() => cloud)
    const reply = await open(mailbox)
    expect(() => dataOf(reply)).toThrow('本县还没有开通手机举报。要举报，请打 12388')
  } finally {
    await cloud.close()
  }
})
