import jsQR from 'jsqr'

type Found = NonNullable<ReturnType<typeof jsQR>>
interface Point {
  x: number
  y: number
}
export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** More codes than this are not looked for in one picture. */
const most = 4

/**
 * Parts of a picture that are looked at for themselves, as shares of its width and height: first the whole, then halves,
 * quarters, smaller ones.
 */
const parts = [
  [1, 1],
  [1 / 2, 1],
  [1, 1 / 2],
  [1 / 2, 1 / 2],
  [1 / 3, 1],
  [1, 1 / 3],
  [1 / 3, 1 / 2],
  [1 / 2, 1 / 3],
] as const

/**
 * The texts of the QR codes in a picture. The reader finds one at a time, and none where it takes corners of two for those of
 * one: so it looks at parts too, and what it found is painted white. The pixels are used up. `fully`: parts as well as the
 * whole, until `isEnough`.
 */
export function codesIn(picture: Pixels, fully: boolean, isEnough: (text: string) => boolean = () => false): string[] {
  const texts = new Set<string>()
  for (const [i, [across, down]] of parts.entries()) {
    // Halves and quarters are looked at in any case: beside one that is wanted there may be another.
    if (i > 0 && (!fully || (i > 3 && [...texts].some(isEnough)))) break
    for (const part of windows(picture, across, down)) {
      while (texts.size < most) {
        const found = jsQR(cut(picture, part), part.width, part.height, { inversionAttempts: i === 0 ? 'attemptBoth' : 'dontInvert' })
        if (!found) break
        if (found.data !== '') texts.add(found.data)
        whiten(
          picture,
          cornersOf(found).map(({ x, y }) => ({ x: x + part.left, y: y + part.top })),
        )
      }
    }
  }
  return [...texts]
}

interface Part {
  left: number
  top: number
  width: number
  height: number
}

/** Parts of that share, each half over the one before. */
function windows({ width, height }: Pixels, across: number, down: number): Part[] {
  const starts = (whole: number, share: number) =>
    Array.from({ length: Math.round(2 / share) - 1 }, (_, i) => Math.floor((i * whole * share) / 2))
  return starts(height, down).flatMap((top) =>
    starts(width, across).map((left) => ({ left, top, width: Math.floor(width * across), height: Math.floor(height * down) })),
  )
}

function cut({ data, width: whole }: Pixels, { left, top, width, height }: Part): Uint8ClampedArray {
  const piece = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * whole + left) * 4
    piece.set(data.subarray(from, from + width * 4), y * width * 4)
  }
  return piece
}

const cornersOf = ({ location: { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } }: Found): Point[] => [
  topLeftCorner,
  topRightCorner,
  bottomRightCorner,
  bottomLeftCorner,
]

/** Only within its four corners: a code that leans has others near to it. */
function whiten({ data, width, height }: Pixels, corners: readonly Point[]): void {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < Math.min(height, Math.max(...ys) + 1); y++) {
    for (let x = Math.max(0, Math.floor(Math.min(...xs))); x < Math.min(width, Math.max(...xs) + 1); x++) {
      if (isWithin({ x, y }, corners)) data.fill(255, (y * width + x) * 4, (y * width + x) * 4 + 4)
    }
  }
}

/** On the same side of all four edges. */
function isWithin({ x, y }: Point, corners: readonly Point[]): boolean {
  const sides = corners.map((from, i) => {
    const to = corners[(i + 1) % corners.length]!
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)
  })
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0)
}
