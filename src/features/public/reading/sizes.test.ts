import { sizesOf, stepAtLeast, stepsFor, usual, withElder } from './sizes'

const sizes = (reading: Parameters<typeof sizesOf>[0]) =>
  Object.fromEntries(Object.entries(sizesOf(reading)).map(([name, size]) => [name, parseInt(String(size), 10)]))

test('长辈版: no text below 18 dp, no target below 60 dp, up to 30 dp', () => {
  for (const text of stepsFor(true)) {
    const all = sizes({ elder: true, text })
    expect(Math.min(all['--text']!, all['--small']!, all['--title']!)).toBeGreaterThanOrEqual(18)
    expect(all['--touch']).toBeGreaterThanOrEqual(60)
  }
  expect(Math.max(...stepsFor(true))).toBe(30)
})

test('usually: body at least 16 dp, targets at least 44 dp', () => {
  for (const text of stepsFor(false)) expect(sizes({ elder: false, text })).toMatchObject({ '--text': text, '--touch': 48 })
  expect(Math.min(...stepsFor(false))).toBe(16)
})

test('turning 长辈版 on never makes the text smaller, turning it off goes back to the usual', () => {
  expect(withElder({ elder: false, text: 26 }, true)).toEqual({ elder: true, text: 26 })
  expect(withElder(usual, true)).toEqual({ elder: true, text: 22 })
  expect(withElder({ elder: true, text: 30 }, false)).toEqual(usual)
})

test('the phone’s own font size becomes the next step', () => {
  expect([17, 20, 23, 40].map(stepAtLeast)).toEqual([18, 22, 26, 30])
})
