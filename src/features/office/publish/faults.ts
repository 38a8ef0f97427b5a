import type { Written } from './written'
import { paragraphsOf } from './written'

/** How long each may be, in characters; the server holds to the same. */
export const longest = { title: 60, summary: 200, who: 200, howMuch: 200, howToAsk: 300, sourceDocument: 80 } as const
export const longestParagraph = 1000
const mostParagraphs = 40

const names: Record<keyof typeof longest, string> = {
  title: '标题',
  summary: '一句话说明',
  who: '谁能领',
  howMuch: '领多少',
  howToAsk: '怎么领',
  sourceDocument: '文件号',
}
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** What keeps it from being saved, in words, or nothing. */
export function writtenFault(written: Written): string | undefined {
  if (written.title.trim() === '') return '请写标题。'
  if (written.summary.trim() === '') return '请写一句话说明。'
  for (const field of Object.keys(longest) as (keyof typeof longest)[]) {
    const over = written[field].trim().length - longest[field]
    if (over > 0) return `${names[field]}最多 ${longest[field]} 个字，现在多了 ${over} 个，请写短一点。`
  }
  const paragraphs = paragraphsOf(written.body)
  if (paragraphs.length === 0) return '请写正文。'
  if (paragraphs.length > mostParagraphs) return `正文最多 ${mostParagraphs} 段，现在 ${paragraphs.length} 段。请合并几段，或者分成两篇。`
  const long = paragraphs.findIndex((paragraph) => paragraph.length > longestParagraph)
  if (long >= 0) return `正文第 ${long + 1} 段有 ${paragraphs[long]!.length} 个字，一段最多 ${longestParagraph} 个。请空一行，拆成两段。`
  const day = [written.sourceDate, written.validUntil].find((text) => text !== '' && !isDay(text))
  return day === undefined ? undefined : `“${day}”不是一个日子，请在日历上点一个，或者写成 2026-10-12 这样。`
}
