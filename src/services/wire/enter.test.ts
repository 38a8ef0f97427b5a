import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { call } from './call'
import { enter } from './enter'
import { platformCode } from './platform-code'
import { getSession, setSession } from './session'

jest.mock('./platform-code', () => ({ platformCode: jest.fn() }))
const vouching = platformCode as jest.MockedFunction<typeof platformCode>

const refused = { requestId: 'r', error: { code: 'sign-in', message: '请先登录。' } }
const given = (data: unknown) => ({ requestId: 'r', data })
const actions = () => phone.asked.map(({ action }) => action)

beforeEach(() => vouching.mockResolvedValue('code'))

test('a session that has run out is replaced once, and the question asked again with the new one', async () => {
  newPhone((_fn, action) =>
    action === 'enter'
      ? given({ session: 'new', me: {} })
      : phone.asked.at(-1)?.authorization === 'Bearer new'
        ? given({ phones: [] })
        : refused,
  )
  setSession('old')
  expect(await call('identity', 'phones', {})).toEqual({ phones: [] })
  expect(actions()).toEqual(['phones', 'enter', 'phones'])
})

test('refused again it stays refused; without a session, or where no platform vouches, nothing is tried', async () => {
  newPhone((_fn, action) => (action === 'enter' ? given({ session: 'new', me: {} }) : refused))
  setSession('old')
  await expect(call('identity', 'phones', {})).rejects.toMatchObject({ code: 'sign-in' })
  expect(actions()).toEqual(['phones', 'enter', 'phones'])
  newPhone(() => refused)
  await expect(call('identity', 'phones', {})).rejects.toMatchObject({ code: 'sign-in' })
  expect(actions()).toEqual(['phones'])
  vouching.mockResolvedValue(undefined)
  setSession('old')
  await expect(call('identity', 'phones', {})).rejects.toMatchObject({ code: 'sign-in' })
  expect(actions()).toEqual(['phones', 'phones'])
})

test('a first question waits for the sign-in at launch, what anyone may read does not', async () => {
  newPhone((_fn, action) => given(action === 'enter' ? { session: 'new', me: {} } : {}))
  const entered = enter()
  await Promise.all([call('household', 'requests', {}), call('bulletin', 'home', {})])
  expect(await entered).toBe(true)
  expect(phone.asked.map(({ action, authorization }) => [action, authorization])).toEqual([
    ['home', undefined],
    ['enter', undefined],
    ['requests', 'Bearer new'],
  ])
})

test('it fails quietly', async () => {
  newPhone()
  expect(await enter()).toBe(false)
  newPhone(() => '<html>502</html>')
  expect(await enter()).toBe(false)
  expect(getSession()).toBe('')
})
