import { largestPhoto } from '#domain/sealing/sizes'
import { bareJpeg } from './jpeg-segments'
import type { Picture } from './photo-source'

/** A photo that holds nothing but what can be seen on it. */
export interface Photo {
  bytes: Uint8Array
  /** An address to show it from. */
  shown: string
  /** Removes the copies that the phone made of it. */
  forget(): void
}

/** Longest sides (pixels) and JPEG qualities to try, until the photo is small enough. */
const sides = [1280, 1024, 800, 640]
const qualities = [0.8, 0.65, 0.5, 0.35]

/** Draws a picture anew: its pixels only, at most `largestPhoto` bytes. Throws when the phone cannot do it. */
export async function photoWithoutData(picture: Picture): Promise<Photo> {
  for (const side of sides) {
    for (const quality of qualities) {
      const scale = Math.min(1, side / Math.max(picture.width, picture.height))
      const { jpeg, shown } = await picture.draw(
        Math.max(1, Math.round(picture.width * scale)),
        Math.max(1, Math.round(picture.height * scale)),
        quality,
      )
      const bytes = bareJpeg(jpeg)
      if (bytes.length <= largestPhoto) return { bytes, shown, forget: picture.forget }
    }
  }
  throw new RangeError('However it is drawn, the photo stays too large')
}
