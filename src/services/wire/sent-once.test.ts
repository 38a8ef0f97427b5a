import { sentOnce } from './sent-once'

interface Said {
  words: string
}

test('pressed twice in one tick it is sent once; other words are another thing', async () => {
  const asked: (Said & { key?: string })[] = []
  const send = sentOnce(async (input: Said & { key?: string }) => {
    asked.push(input)
    return asked.length
  })
  expect(await Promise.all([send({ words: '甲' }), send({ words: '甲' })])).toEqual([1, 1])
  expect(await send({ words: '乙' })).toBe(2)
  expect(new Set(asked.map(({ key }) => key)).size).toBe(2)
})

test('whose answer was lost is sent again with the same key, also after the page was closed; what has an answer is over', async () => {
  let kept: string | undefined
  const keeper = {
    read: () => kept,
    keep: (key: string | undefined) => {
      kept = key
    },
  }
  const asked: (string | undefined)[] = []
  let lost = true
  const page = () =>
    sentOnce(async ({ key }: Said & { key?: string }) => {
      asked.push(key)
      if (lost) throw new Error('offline')
    }, keeper)
  await expect(page()({ words: '甲' })).rejects.toThrow('offline')
  lost = false
  await page()({ words: '甲' })
  await page()({ words: '甲' })
  expect(asked[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(asked[1]).toBe(asked[0])
  expect(asked[2]).not.toBe(asked[0])
})
