import Taro from '@tarojs/taro'
import { PhotoCutShort, PhotosNotAllowed } from './photo-faults'
import { choosePicture } from './photo-source'
import { choosePicture as chooseInBrowser } from './photo-source.h5'
import { mustBeWhole } from './photo-whole'

type Choosing = Parameters<typeof Taro.chooseMedia>[0]
const bytes = (...of: (number | string)[]) =>
  Uint8Array.from(of.flatMap((one) => (typeof one === 'number' ? [one] : [...one].map((letter) => letter.charCodeAt(0)))))
/** With a small picture, whole, within its Exif data. */
const jpeg = bytes(0xff, 0xd8, 0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9, 0xff, 0xda, 0, 2, 1, 2, 0xff, 0, 3, 0xff, 0xd9)
const png = bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 3, 'IDAT', 1, 2, 3, 9, 9, 9, 9, 0, 0, 0, 0, 'IEND', 9, 9, 9, 9)
const webp = bytes('RIFF', 12, 0, 0, 0, 'WEBP', 'VP8 ', 0, 0, 0, 0)
const tell = (file: Uint8Array) => {
  try {
    mustBeWhole(file)
    return 'whole'
  } catch (error) {
    return (error as Error).name
  }
}

function wechat(failure: object): void {
  Object.assign(Taro, { chooseMedia: ({ fail }: Choosing) => fail!({ errMsg: '', ...failure }) })
}

test.each([
  { errMsg: 'chooseMedia:fail privacy permission is not authorized', errno: 104 },
  { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement', errno: 112 },
  { errMsg: 'chooseMedia:fail auth deny' },
  { errMsg: 'chooseMedia:fail:system permission denied' },
  { errMsg: 'chooseMedia:fail', errno: 103 },
  { error: 2001, errorMessage: '用户不允许授权' },
  { error: 4, errorMessage: 'no permission' },
])('a phone that may not open photos is no fault of the photo (%j)', async (failure) => {
  wechat(failure)
  await expect(choosePicture()).rejects.toThrow(PhotosNotAllowed)
})

test('thinking better of it is no refusal, another failure is what it is', async () => {
  wechat({ errMsg: 'chooseMedia:fail cancel' })
  expect(await choosePicture()).toBeUndefined()
  wechat({ errMsg: 'chooseMedia:fail file not found' })
  await expect(choosePicture()).rejects.toEqual({ errMsg: 'chooseMedia:fail file not found' })
})

test.each([
  ['JPEG', jpeg],
  ['PNG', png],
  ['WebP', webp],
])('a %s cut off anywhere is noticed; bytes behind its end are no matter', (_, whole) => {
  expect(tell(whole)).toBe('whole')
  expect(tell(bytes(...whole, 'behind'))).toBe('whole')
  const first = { 0xff: 2, 0x89: 8, 0x52: 12 }[whole[0]!]!
  for (let end = first; end < whole.length; end++) expect([end, tell(whole.subarray(0, end))]).toEqual([end, 'PhotoCutShort'])
})

test('an empty file is cut off, an unknown kind is left to the decoder', () => {
  expect([tell(new Uint8Array()), tell(bytes('GIF89a')), tell(bytes(0, 0, 0, 24, 'ftypheic'))]).toEqual(['PhotoCutShort', 'whole', 'whole'])
})

test('it is looked at before anything is drawn, in a mini-program and in a browser', async () => {
  const half = jpeg.slice(0, -3)
  Object.assign(Taro, {
    chooseMedia: ({ success }: Choosing) =>
      success!({ tempFiles: [{ tempFilePath: 'tmp://1' }] } as Parameters<NonNullable<Choosing['success']>>[0]),
    getFileSystemManager: () => ({
      readFile: ({ success }: { success: (read: { data: ArrayBuffer }) => void }) => success({ data: half.buffer }),
    }),
  })
  await expect(choosePicture()).rejects.toThrow(PhotoCutShort)
  const chosen = chooseInBrowser()
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(input, 'files', { value: [new File([half], 'a.jpg')] })
  input.dispatchEvent(new Event('change'))
  await expect(chosen).rejects.toThrow(PhotoCutShort)
})
