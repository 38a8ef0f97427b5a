import { bareJpeg, NotAJpeg } from './jpeg-segments'

const segment = (marker: number, ...body: number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body]
const words = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const start = [0xff, 0xd8]
const end = [0xff, 0xd9]
const tables = [...segment(0xdb, 1, 2), ...segment(0xc0, 3, 4), ...segment(0xc4, 5)]
/** A stuffed byte and a restart marker lie within the picture. */
const scan = [...segment(0xda, 6), 10, 0xff, 0x00, 11, 0xff, 0xd0, 12]
const exif = segment(0xe1, ...words('Exif\0\0GPS 27.78N'))

const bare = (...bytes: number[]) => [...bareJpeg(Uint8Array.from(bytes))]

test('Exif with its place, colour profiles, thumbnails and comments go; what draws the picture stays', () => {
  const full = [
    ...start,
    ...segment(0xe0, ...words('JFIF')),
    ...exif,
    ...segment(0xe2, ...words('ICC_PROFILE')),
    ...tables,
    ...segment(0xfe, ...words('my phone')),
    ...scan,
    ...end,
  ]
  expect(bare(...full)).toEqual([...start, ...tables, ...scan, ...end])
})

test('what hides between two scans or behind the end goes too', () => {
  expect(bare(...start, ...tables, ...scan, ...exif, ...scan, ...end, ...words('GPS'))).toEqual([
    ...start,
    ...tables,
    ...scan,
    ...scan,
    ...end,
  ])
})

test('fill bytes before a marker are no fault', () => {
  expect(bare(...start, 0xff, 0xff, ...tables, ...scan, ...end)).toEqual([...start, ...tables, ...scan, ...end])
})

test.each([
  ['nothing', []],
  ['a PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG cut off in its tables', [...start, ...tables.slice(0, -1)]],
  ['a JPEG cut off in its picture', [...start, ...tables, ...scan]],
  ['a segment that reaches beyond the file', [...start, 0xff, 0xdb, 0xff, 0xff, 1]],
])('%s is refused', (_, bytes) => {
  expect(() => bare(...bytes)).toThrow(NotAJpeg)
})
