import { hintsOf } from './plain-words'
import { nothingWritten } from './written'

const today = '2026-10-20'
const written = { ...nothingWritten, title: '冬天的取暖补贴', summary: '60 岁以上的老人，每人 200 元。', body: '带身份证到村里领。' }

test('plain words have no hints', () => expect(hintsOf(written, today)).toEqual([]))

test('a sentence of 41 characters is too long, one of 40 is not', () => {
  expect(hintsOf({ ...written, body: `${'好'.repeat(40)}。短的。` }, today)).toEqual([])
  expect(hintsOf({ ...written, body: `短的。${'好'.repeat(41)}！` }, today)).toEqual([expect.stringContaining('这一句 41 个字')])
})

test('words of offices are named, each with what to say instead', () => {
  const hints = hintsOf({ ...written, who: '符合条件的对象', body: '依规予以补助，按照县里文件执行。' }, today)
  for (const [word, better] of [
    ['符合条件的', '写明是哪些人'],
    ['予以', '给'],
    ['依规', '哪份文件'],
    ['按照县里文件执行', '直接写怎么办'],
  ] as const) {
    expect(hints.find((hint) => hint.startsWith(`“${word}”`))).toContain(better)
  }
})

test('lines that would not be shown and days that are over are pointed out; news has no such lines', () => {
  expect(hintsOf({ ...written, howMuch: '200 元' }, today)).toEqual([expect.stringContaining('请写上谁能领')])
  expect(hintsOf({ ...written, column: 'news', howMuch: '予以 200 元' }, today)).toEqual([])
  expect(hintsOf({ ...written, validUntil: '2026-10-19' }, today)).toEqual([expect.stringContaining('交不上去')])
  expect(hintsOf({ ...written, validUntil: today }, today)).toEqual([])
})

test('many hints end with how many more there are', () => {
  const hints = hintsOf({ ...written, body: `${'好'.repeat(50)}。\n\n`.repeat(11) }, today)
  expect(hints).toHaveLength(9)
  expect(hints[8]).toContain('还有 3 处')
})
