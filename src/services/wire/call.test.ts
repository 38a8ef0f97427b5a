import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import type { CallError } from './reply'
import { call } from './call'
import { setSession } from './session'

const failure = (asked: Promise<unknown>): Promise<CallError> =>
  asked.then(
    () => {
      throw new Error('answered')
    },
    (error: CallError) => error,
  )

test('the answer’s data comes back, and the session travels as a header', async () => {
  newPhone(() => ({ requestId: 'r', data: { left: true } }))
  setSession('abc')
  expect(await call('identity', 'leave', {})).toEqual({ left: true })
  expect(phone.asked).toEqual([{ fn: 'identity', action: 'leave', input: {}, authorization: 'Bearer abc' }])
})

test('a refusal keeps its code and its words', async () => {
  newPhone(() => ({ requestId: 'r', error: { code: 'sign-in', message: '请先登录。' } }))
  expect(await failure(call('household', 'mine', {}))).toMatchObject({ code: 'sign-in', message: '请先登录。' })
})

test('no network is told apart from a server that answers nonsense', async () => {
  newPhone()
  expect((await failure(call('bulletin', 'home', {}))).code).toBe('offline')
  newPhone(() => '<html>502</html>')
  expect((await failure(call('bulletin', 'home', {}))).code).toBe('unreachable')
})

test('a failure that carries a reply, as on Alipay, is that reply', async () => {
  newPhone(() => {
    throw { error: 19, data: JSON.stringify({ requestId: 'r', error: { code: 'not-found', message: '没有这篇。' } }) }
  })
  expect((await failure(call('bulletin', 'read', { id: 'x' }))).code).toBe('not-found')
})

test('after ten seconds of silence the phone stops waiting', async () => {
  jest.useFakeTimers()
  newPhone(() => new Promise(() => undefined))
  const asked = failure(call('bulletin', 'home', {}))
  await jest.advanceTimersByTimeAsync(10_000)
  expect((await asked).code).toBe('slow')
  jest.useRealTimers()
})
