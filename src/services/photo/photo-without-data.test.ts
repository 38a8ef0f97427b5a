import { largestPhoto } from '#domain/sealing/sizes'
import { photoWithoutData } from './photo-without-data'

/** A picture that becomes `perPixel` bytes a pixel at full quality, and what was asked of it. */
function picture(width: number, height: number, perPixel: number) {
  const drawn: { width: number; height: number; quality: number }[] = []
  const draw = async (w: number, h: number, quality: number) => {
    drawn.push({ width: w, height: h, quality })
    const jpeg = new Uint8Array(Math.round(w * h * quality * perPixel) + 16)
    jpeg.set([0xff, 0xd8, 0xff, 0xe1, 0, 6, 71, 80, 83, 33, 0xff, 0xda, 0, 2])
    jpeg.set([0xff, 0xd9], jpeg.length - 2)
    return { jpeg, shown: 'drawn' }
  }
  return { drawn, picture: { width, height, draw, forget: () => undefined } }
}

test('the longest side becomes 1280, what the phone wrote into it goes', async () => {
  const { drawn, picture: wide } = picture(4000, 3000, 0.1)
  const { bytes, shown } = await photoWithoutData(wide)
  expect(drawn).toEqual([{ width: 1280, height: 960, quality: 0.8 }])
  expect([...bytes.slice(0, 6)]).toEqual([0xff, 0xd8, 0xff, 0xda, 0, 2])
  expect(shown).toBe('drawn')
})

test('a small one is not enlarged, a very narrow one keeps a pixel', async () => {
  const small = picture(300, 200, 0.1)
  await photoWithoutData(small.picture)
  const narrow = picture(20_000, 3, 0.1)
  await photoWithoutData(narrow.picture)
  expect([small.drawn[0], narrow.drawn[0]]).toMatchObject([
    { width: 300, height: 200 },
    { width: 1280, height: 1 },
  ])
})

test('quality goes down first, then the size, until it fits', async () => {
  const { drawn, picture: rich } = picture(4000, 3000, 0.7)
  const { bytes } = await photoWithoutData(rich)
  expect(bytes.length).toBeLessThanOrEqual(largestPhoto)
  expect(drawn.map(({ width, quality }) => [width, quality])).toEqual(
    [
      [1280, 0.8],
      [1280, 0.65],
      [1280, 0.5],
      [1280, 0.35],
      [1024, 0.8],
      [1024, 0.65],
      [1024, 0.5],
      [1024, 0.35],
    ].slice(0, drawn.length),
  )
  expect(drawn.length).toBeGreaterThan(4)
})

test('one that stays too large however it is drawn is refused', async () => {
  await expect(photoWithoutData(picture(4000, 3000, 5).picture)).rejects.toThrow(RangeError)
})
