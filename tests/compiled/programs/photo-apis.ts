import { randomBytes } from 'node:crypto'
import { NativeFailure, later } from './native'
import type { Phone } from './phone'
import type { Program } from './program'

/** Stands in a photo's Exif data, where a camera writes place and time. */
export const planted = 'GPS 27.78N 120.09E 2026:10:01'

interface Drawable {
  width: number
  height: number
}

/** A photo as a camera makes it, with what should stay on the phone; `size` bytes of picture. */
function cameraJpeg(size: number): Uint8Array {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
  const picture = randomBytes(size).map((byte) => (byte === 0xff ? 0xfe : byte))
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe1, Buffer.from(`Exif\0\0${planted}`)),
      segment(0xfe, Buffer.from(`taken with ${planted}`)),
      segment(0xdb, Buffer.alloc(65, 1)),
      segment(0xc0, Buffer.alloc(15, 1)),
      segment(0xda, Buffer.alloc(10, 1)),
      picture,
      Buffer.from([0xff, 0xd9]),
      Buffer.from(planted),
    ]),
  )
}

/** Choosing, drawing and reading photos, alike on both platforms: files lie in `phone.files`. A phone that lacks a canvas finds no node. */
export function photoApis(phone: Phone, program: () => Program) {
  let made = 0
  const put = (jpeg: Uint8Array): string => {
    const path = `tmp://photo-${++made}.jpg`
    phone.files.set(path, jpeg)
    return path
  }
  const canvas = { width: 300, height: 150, drawn: undefined as Drawable | undefined, getContext, createImage }
  function getContext() {
    return {
      fillStyle: '',
      fillRect: () => undefined,
      drawImage: (image: Drawable) => {
        canvas.drawn = image
      },
    }
  }
  function createImage() {
    const image = {
      width: 4000,
      height: 3000,
      onload: () => undefined,
      onerror: () => undefined,
      set src(path: string) {
        setTimeout(phone.files.has(path) ? this.onload : this.onerror, 0)
      },
    }
    return image
  }
  return {
    /** Where a chosen photo lies. */
    chosen: (): string => {
      if (phone.lacks.has('photos')) throw new NativeFailure({ error: 11, errMsg: 'chooseMedia:fail cancel' })
      return put(cameraJpeg(900_000))
    },
    createSelectorQuery: () => {
      const query = {
        select: () => query,
        node: () => query,
        exec: (done: (found: object[]) => void) =>
          setTimeout(
            () => done([phone.lacks.has('canvas') || !program().top?.rendered.querySelector('#photo-canvas') ? {} : { node: canvas }]),
            0,
          ),
      }
      return query
    },
    canvasToTempFilePath: later(program, ({ fileType, quality, destWidth, destHeight }) => {
      if (!canvas.drawn || fileType !== 'jpg') throw new NativeFailure({ errMsg: 'canvasToTempFilePath:fail' })
      return { tempFilePath: put(cameraJpeg(Math.round(Number(destWidth) * Number(destHeight) * Number(quality) * 0.3))) }
    }),
    getFileSystemManager: () => ({
      readFile: later(program, ({ filePath }) => ({ data: phone.files.get(String(filePath))!.slice().buffer })),
      unlink: later(program, ({ filePath }) => {
        phone.files.delete(String(filePath))
      }),
    }),
  }
}
