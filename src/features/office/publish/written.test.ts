import type { ArticleRow } from '#contract/office/publishing'
import { publishing } from '#contract/office/publishing'
import { writtenFault } from './faults'
import { draftOf, nothingWritten, paragraphsOf, writtenOf } from './written'

const full = {
  column: 'policy' as const,
  title: '取暖补贴',
  summary: '老人每人 200 元。',
  who: '60 岁以上的老人',
  howMuch: '200 元',
  howToAsk: '带身份证到村里',
  body: ['第一段。', '第二段。'],
  sourceDocument: '文民〔2026〕12号',
  sourceDate: '2026-10-01' as const,
  validUntil: '2027-03-31' as const,
}
const row: ArticleRow = {
  ...full,
  id: 'a1',
  state: 'draft',
  version: 1,
  agency: '县民政局',
  author: '郑专员',
  figures: { reads: 0, understood: 0, unclear: 0 },
  can: { edit: true, submit: true, decide: false, withdraw: false },
}

test('what is saved comes back into the form and goes out the same', () => expect(draftOf(writtenOf(row))).toEqual(full))

test('an empty line begins a paragraph, a wrapped line does not; lines of blanks are empty', () => {
  expect(paragraphsOf('\n一\n二 \n \n\n  三\r\n\r\n四\n')).toEqual(['一二', '三', '四'])
})

test('what is not filled in is left out, and news says nothing of who gets how much', () => {
  expect(draftOf({ ...nothingWritten, title: ' 题 ', summary: '说', body: '文' })).toEqual({
    column: 'policy',
    title: '题',
    summary: '说',
    body: ['文'],
  })
  expect(draftOf({ ...writtenOf(row), column: 'news' })).not.toHaveProperty('who')
})

/** What the form lets through is what the server takes, at every limit. */
test.each([
  ['title', '好'.repeat(60), '标题'],
  ['summary', '好'.repeat(200), '一句话说明'],
  ['who', '好'.repeat(200), '谁能领'],
  ['howMuch', '好'.repeat(200), '领多少'],
  ['howToAsk', '好'.repeat(300), '怎么领'],
  ['sourceDocument', '好'.repeat(80), '文件号'],
  ['body', '好'.repeat(1000), '正文'],
  ['body', Array(40).fill('好').join('\n\n'), '正文'],
] as const)('%s: the form and the contract have the same limit', (field, longest, name) => {
  const input = publishing.saveArticle.input
  const fits = { ...writtenOf(row), [field]: longest }
  expect([writtenFault(fits), input.safeParse(draftOf(fits)).success]).toEqual([undefined, true])
  const over = { ...writtenOf(row), [field]: longest.includes('\n') ? `${longest}\n\n好` : `${longest}好` }
  expect(writtenFault(over)).toContain(name)
  expect(input.safeParse(draftOf(over)).success).toBe(false)
})

test('what must be there is asked for one after the other', () => {
  expect(writtenFault(nothingWritten)).toBe('请写标题。')
  expect(writtenFault({ ...nothingWritten, title: '题' })).toBe('请写一句话说明。')
  expect(writtenFault({ ...nothingWritten, title: '题', summary: '说', body: ' \n\n ' })).toBe('请写正文。')
  expect(writtenFault({ ...writtenOf(row), validUntil: '明年' })).toContain('不是一个日子')
})
