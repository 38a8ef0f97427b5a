import jsQR from 'jsqr'

/** The browser's own reader, where there is one; TypeScript does not know it yet. */
interface BarcodeReader { detect: (image: ImageBitmap) => Promise<{ rawValue: string }[]> }
type BarcodeReaders = typeof globalThis & { BarcodeDetector?: new (options: { formats: string[] }) => BarcodeReader }

/** Longest sides to try, in pixels: small ones are quick and forgive noise, large ones find a small code in a wide photo. */
const sides = [900, 1600, 500, 2600]

/** The text of the QR code in a photo, or nothing. Reads on the device. */
export async function textInPhoto(photo: Blob): Promise<string | undefined> {
  const image = await createImageBitmap(photo)
  return (await byBrowser(image)) ?? byCanvas(image)
}

async function byBrowser(image: ImageBitmap): Promise<string | undefined> {
  const Reader = (globalThis as BarcodeReaders).BarcodeDetector
  if (!Reader) return undefined
  const found = await new Reader({ formats: ['qr_code'] }).detect(image).catch(() => [])
  return found[0]?.rawValue
}

function byCanvas(image: ImageBitmap): string | undefined {
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(image.width, image.height))
    const { data, width, height } = pixelsOf(image, scale)
    const text = jsQR(data, width, height)?.data
    if (text) return text
  }
  return undefined
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
