import { QueryClient } from '@tanstack/react-query'
import { newPhone, phone } from '../../../tests/mocks/taro/taro'
import { erasePersonal, keepAnswers, keptForAnother, restoreKept } from './kept'
import { setSession } from '../wire/session'

const key = { own: ['own', 'household', 'mine'], public: ['public', 'home'], passing: ['passing', 'household'] }

/** A phone on which this session has seen one answer of each kind. */
async function phoneThatSaw(session: string): Promise<QueryClient> {
  newPhone()
  setSession(session)
  const client = new QueryClient()
  keepAnswers(client)
  for (const queryKey of Object.values(key)) client.setQueryData(queryKey, { seen: queryKey[0] })
  await new Promise((resolve) => setTimeout(resolve, 350))
  return client
}

function opensAgain(): QueryClient {
  const client = new QueryClient()
  restoreKept(client)
  return client
}

test('what was seen yesterday is there when the programme opens again, except what only passed by', async () => {
  await phoneThatSaw('farmer')
  const client = opensAgain()
  expect(client.getQueryData(key.own)).toEqual({ seen: 'own' })
  expect(client.getQueryData(key.public)).toEqual({ seen: 'public' })
  expect(client.getQueryData(key.passing)).toBeUndefined()
})

test('what was kept a second ago is shown, but asked anew: without a net the page must say so', async () => {
  await phoneThatSaw('farmer')
  expect(opensAgain().getQueryState(key.own)?.isInvalidated).toBe(true)
})

test('another session finds nothing personal, and it is gone from the phone', async () => {
  await phoneThatSaw('farmer')
  setSession('neighbour')
  expect(keptForAnother()).toBe(true)
  const client = opensAgain()
  expect(client.getQueryData(key.own)).toBeUndefined()
  expect(client.getQueryData(key.public)).toEqual({ seen: 'public' })
  expect(JSON.stringify([...phone.storage])).not.toContain('mine')
})

test('leaving erases the screen’s and the phone’s personal answers', async () => {
  const client = await phoneThatSaw('farmer')
  await erasePersonal(client)
  expect(client.getQueryData(key.own)).toBeUndefined()
  expect(client.getQueryData(key.passing)).toBeUndefined()
  expect(opensAgain().getQueryData(key.own)).toBeUndefined()
})

test('answers of an older shape are thrown away', async () => {
  await phoneThatSaw('farmer')
  phone.storage.set('kept-own', JSON.stringify({ shape: 0, owner: 'farmer', entries: [{ key: key.own, data: {}, at: Date.now() }] }))
  expect(opensAgain().getQueryData(key.own)).toBeUndefined()
})

test('an answer that was given to somebody is never written for somebody else, nor for nobody', async () => {
  const client = await phoneThatSaw('farmer')
  // Another tab signed out, or somebody else in: here the old answers still stand, and something new comes.
  setSession('neighbour')
  client.setQueryData(key.public, { seen: 'anew' })
  await new Promise((resolve) => setTimeout(resolve, 350))
  expect(JSON.parse(String(phone.storage.get('kept-own')))).toMatchObject({ owner: 'farmer' })
  expect(opensAgain().getQueryData(key.own)).toBeUndefined()
})

test('what was kept yesterday stays when something new is kept beside it', async () => {
  await phoneThatSaw('farmer')
  const client = opensAgain()
  keepAnswers(client)
  client.setQueryData(['own', 'looks'], { seen: 'looks' })
  await new Promise((resolve) => setTimeout(resolve, 350))
  expect(opensAgain().getQueryData(key.own)).toEqual({ seen: 'own' })
})
