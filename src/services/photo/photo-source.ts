import Taro from '@tarojs/taro'
import { PhotosNotAllowed, isRefusal } from './photo-faults'
import { mustBeWhole } from './photo-whole'

/** A picture as it was chosen; `draw` draws it anew as a JPEG. */
export interface Picture {
  width: number
  height: number
  draw(width: number, height: number, quality: number): Promise<{ jpeg: Uint8Array; shown: string }>
  forget(): void
}

/** The canvas that the page holds ready for drawing photos (ui/photos/photo-canvas). */
export const photoCanvasId = 'photo-canvas'

interface Drawing {
  fillStyle: string
  fillRect(x: number, y: number, width: number, height: number): void
  drawImage(image: Loaded, x: number, y: number, width: number, height: number): void
}
interface Loaded {
  width: number
  height: number
  src: string
  onload: () => void
  onerror: (why: unknown) => void
}
interface Canvas {
  width: number
  height: number
  getContext(kind: '2d'): Drawing
  createImage(): Loaded
}

/**
 * Lets the person take or choose one photo; nothing if they think better of it. Throws `PhotosNotAllowed`, `PhotoCutShort`, or
 * what else the phone says.
 */
export async function choosePicture(): Promise<Picture | undefined> {
  const path = await chosenPath()
  if (path === undefined) return undefined
  // A phone that hands the file to its decoder alone leaves it to that.
  const file = await contents(path).catch(() => undefined)
  if (file) mustBeWhole(file)
  const canvas = await theCanvas()
  const image = await loaded(canvas, path)
  return {
    width: image.width,
    height: image.height,
    forget: () => remove(path),
    async draw(width, height, quality) {
      Object.assign(canvas, { width, height })
      const drawing = canvas.getContext('2d')
      // What is transparent would become black.
      drawing.fillStyle = '#ffffff'
      drawing.fillRect(0, 0, width, height)
      drawing.drawImage(image, 0, 0, width, height)
      const { tempFilePath } = await Taro.canvasToTempFilePath({
        canvas: canvas as unknown as Taro.Canvas,
        destWidth: width,
        destHeight: height,
        fileType: 'jpg',
        quality,
      })
      const jpeg = await contents(tempFilePath)
      remove(tempFilePath)
      return { jpeg, shown: path }
    },
  }
}

async function chosenPath(): Promise<string | undefined> {
  try {
    if (process.env.TARO_ENV === 'alipay') return (await Taro.chooseImage({ count: 1, sizeType: ['compressed'] })).tempFilePaths[0]
    // Taro makes no promise of this one.
    const { tempFiles } = await new Promise<Taro.chooseMedia.SuccessCallbackResult>((success, fail) => {
      void Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'], success, fail })
    })
    return tempFiles[0]?.tempFilePath
  } catch (failure) {
    if (isRefusal(failure)) throw new PhotosNotAllowed()
    if (isThinkingBetter(failure)) return undefined
    throw failure
  }
}

/** WeChat says `chooseMedia:fail cancel`, Alipay error 11. */
const isThinkingBetter = (failure: unknown): boolean =>
  typeof failure === 'object' &&
  failure !== null &&
  (('error' in failure && failure.error === 11) || ('errMsg' in failure && /cancel/.test(String(failure.errMsg))))

const theCanvas = (): Promise<Canvas> =>
  new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${photoCanvasId}`)
      .node()
      .exec(([found]: ({ node?: Canvas } | null)[]) => {
        if (found?.node) resolve(found.node)
        else reject(new Error('This phone gives no canvas to draw on'))
      })
  })

const loaded = (canvas: Canvas, path: string): Promise<Loaded> =>
  new Promise((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = reject
    image.src = path
  })

const contents = (filePath: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({ filePath, success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)), fail: reject })
  })

/** A temporary copy, which the phone would otherwise keep for a while. One that it keeps to itself is no fault. */
const remove = (filePath: string): void => Taro.getFileSystemManager().unlink({ filePath, fail: () => undefined })
