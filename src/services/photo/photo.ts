import { codesIn } from '../scan/codes-in-pixels'

/** The browser's own reader, where there is one; TypeScript does not know it yet. */
interface BarcodeReader {
  detect: (image: ImageBitmap) => Promise<{ rawValue: string }[]>
}
type BarcodeReaders = typeof globalThis & { BarcodeDetector?: new (options: { formats: string[] }) => BarcodeReader }

/** Longest sides to try, in pixels: small ones are quick and forgive noise, large ones find a small code in a wide photo. */
const sides = [900, 1600, 500, 2600]
/** At this one the parts of the photo are looked at too; at larger ones that would take an old phone too long. */
const inParts = 900

/** The texts of all QR codes in a photo; looks on until it has one that is `wanted`, or nothing more can be done. Reads on the device. */
export async function textsInPhoto(photo: Blob, isWanted: (text: string) => boolean): Promise<string[]> {
  const image = await createImageBitmap(photo)
  const texts = new Set(await byBrowser(image))
  for (const side of sides) {
    if ([...texts].some(isWanted)) break
    const scale = Math.min(1, side / Math.max(image.width, image.height))
    for (const text of codesIn(pixelsOf(image, scale), side === inParts, isWanted)) texts.add(text)
  }
  return [...texts]
}

async function byBrowser(image: ImageBitmap): Promise<string[]> {
  const Reader = (globalThis as BarcodeReaders).BarcodeDetector
  if (!Reader) return []
  const found = await new Reader({ formats: ['qr_code'] }).detect(image).catch(() => [])
  return found.map(({ rawValue }) => rawValue)
}

function pixelsOf(image: ImageBitmap, scale: number): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  // What is transparent would be black, and a dark code on it unreadable.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
