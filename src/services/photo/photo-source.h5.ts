import { chosenFile } from './chosen-file'
import { PhotoCutShort, PhotosNotAllowed, isRefusal } from './photo-faults'
import type { Picture } from './photo-source'
import { mustBeWhole } from './photo-whole'

/**
 * Lets the person take or choose one photo; nothing if they think better of it. Throws `PhotosNotAllowed`, `PhotoCutShort`, or
 * an error when the browser cannot show it.
 */
export async function choosePicture(): Promise<Picture | undefined> {
  const file = await chosenFile()
  if (!file) return undefined
  const bytes = (await read(file, 'readAsArrayBuffer').catch((failure: unknown) => {
    throw isRefusal(failure) ? new PhotosNotAllowed() : failure
  })) as ArrayBuffer
  if (bytes.byteLength !== file.size) throw new PhotoCutShort()
  mustBeWhole(new Uint8Array(bytes))
  const image = await loaded((await read(file, 'readAsDataURL')) as string)
  return { width: image.naturalWidth, height: image.naturalHeight, draw: (...how) => drawn(image, ...how), forget: () => undefined }
}

function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('The browser cannot show this file'))
    image.src = address
  })
}

async function drawn(image: HTMLImageElement, width: number, height: number, quality: number) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const drawing = canvas.getContext('2d')
  if (!drawing) throw new Error('This browser gives no canvas to draw on')
  // What is transparent would become black.
  drawing.fillStyle = '#ffffff'
  drawing.fillRect(0, 0, width, height)
  drawing.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/jpeg', quality)
  })
  if (!blob) throw new Error('This browser makes no JPEG')
  return {
    jpeg: new Uint8Array((await read(blob, 'readAsArrayBuffer')) as ArrayBuffer),
    shown: (await read(blob, 'readAsDataURL')) as string,
  }
}

function read(blob: Blob, how: 'readAsDataURL' | 'readAsArrayBuffer'): Promise<string | ArrayBuffer | null> {
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(reader.result)
    reader.onerror = () => reject(reader.error)
    reader[how](blob)
  })
}
