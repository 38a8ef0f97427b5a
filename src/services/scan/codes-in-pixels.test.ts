import { encode } from 'uqr'
import type { Pixels } from './codes-in-pixels'
import { codesIn } from './codes-in-pixels'

/** A white picture with these codes in rows; `lean`: each turned by that much (radians). */
function picture(texts: readonly string[], { columns = texts.length || 1, lean = 0 } = {}): Pixels {
  const [side, dot] = [200, 4]
  const [width, height] = [side * columns, side * Math.ceil((texts.length || 1) / columns)]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  texts.forEach((text, i) => {
    const { data: dots, size } = encode(text, { border: 0 })
    const [left, top] = [(i % columns) * side, Math.floor(i / columns) * side]
    for (let y = top; y < top + side; y++) {
      for (let x = left; x < left + side; x++) {
        const [fromX, fromY] = [x - left - side / 2, y - top - side / 2]
        const column = Math.floor((fromX * Math.cos(lean) + fromY * Math.sin(lean)) / dot + size / 2)
        const row = Math.floor((fromY * Math.cos(lean) - fromX * Math.sin(lean)) / dot + size / 2)
        if (dots[row]?.[column]) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
      }
    }
  })
  return { data, width, height }
}

const shop = 'https://shop.example/a'
const poster = 'https://xiaokang.example/p/330328104202'

test.each([0, 0.2])('all codes of a picture are found, whichever the reader sees first (leaning by %s)', (lean) => {
  for (const texts of [[poster], [shop, poster], [poster, shop], [shop, poster, 'https://x.example/r']]) {
    expect(codesIn(picture(texts, { lean }), true).sort()).toEqual([...texts].sort())
  }
})

test('one above the other, and four on a sheet', () => {
  expect(codesIn(picture([shop, poster], { columns: 1 }), true).sort()).toEqual([shop, poster].sort())
  const sheet = [1, 2, 3, 4].map((n) => `https://xiaokang.example/c/1ABCDEFGHJKMNPQRSTVWXYZ0${n}`)
  expect(codesIn(picture(sheet, { columns: 2 }), true).sort()).toEqual(sheet)
})

test('a picture without a code has none, and of very many four are read', () => {
  expect(codesIn(picture([]), true)).toEqual([])
  expect(codesIn(picture(['a', 'b', 'c', 'd', 'e', 'f'], { columns: 3 }), true)).toHaveLength(4)
})
