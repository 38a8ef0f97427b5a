import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { askAnonymously } from './anonymous-call'
import { setSession } from './session'

const part = { message: 'a'.repeat(32), index: 0, sealed: '', work: { day: '2026-10-12', done: '' } }
const open = { mailbox: 'b'.repeat(64), page: 0, work: part.work }

test('no session goes along, whoever is signed in', async () => {
  newPhone(() => ({ data: { kept: true } }))
  setSession('abc')
  expect(await askAnonymously('part', part)).toEqual({ kept: true })
  expect(phone.asked).toEqual([{ fn: 'report', action: 'part', input: part, authorization: undefined }])
})

test('without a network it says what is kept: the sealed pieces, or what was typed', async () => {
  newPhone()
  await expect(askAnonymously('part', part)).rejects.toMatchObject({
    code: 'offline',
    message: expect.stringContaining('封好的留在这部手机里') as string,
  })
  await expect(askAnonymously('open', open)).rejects.toMatchObject({
    code: 'offline',
    message: expect.stringContaining('回执号还在') as string,
  })
})

test('a refusal keeps its words; an answer that is none of ours is told apart', async () => {
  newPhone(() => ({ error: { code: 'busy', message: '今天收得太多了，请明天再送。' } }))
  await expect(askAnonymously('part', part)).rejects.toMatchObject({ code: 'busy', message: '今天收得太多了，请明天再送。' })
  newPhone(() => '<html>502</html>')
  await expect(askAnonymously('part', part)).rejects.toMatchObject({ code: 'unreachable' })
})

test('after a minute of silence the phone stops waiting', async () => {
  jest.useFakeTimers()
  newPhone(() => new Promise(() => undefined))
  const silent = expect(askAnonymously('part', part)).rejects.toMatchObject({ code: 'slow' })
  await jest.advanceTimersByTimeAsync(60_000)
  await silent
  jest.useRealTimers()
})
