import { personalNumbers } from '#domain/people/personal-numbers'

/** An answer as it is being written. */
export interface AnswerWords {
  words: string
  isPublic: boolean
  question: string
  publicAnswer: string
}

/** How long each may be, in characters; the server holds to the same. */
export const longest = { words: 1000, question: 300, publicAnswer: 1000 } as const

const over = (text: string, most: number): number => Math.max(0, text.trim().length - most)

/** Numbers of people in what is to stand in public, as a sentence; nothing if there are none. */
export function numbersInPublic({ question, publicAnswer }: AnswerWords): string | undefined {
  const found = new Set([question, publicAnswer].flatMap(personalNumbers))
  return found.size === 0 ? undefined : `公开的话里有${[...found].join('、')}。请删掉再发，谁都看得到的地方不能有。`
}

/** What is missing or wrong, in words, or nothing. */
export function answerFault(answer: AnswerWords): string | undefined {
  const { words, isPublic, question, publicAnswer } = answer
  if (words.trim().length < 4) return '请写清楚怎么办的、结果怎样，至少 4 个字。'
  if (over(words, longest.words) > 0) return `答复最多 ${longest.words} 个字，现在多了 ${over(words, longest.words)} 个，请写短一点。`
  if (!isPublic) return undefined
  if (question.trim() === '') return '要公开，请写公开的问题；不公开，就去掉上面的勾。'
  if (over(question, longest.question) > 0)
    return `公开的问题最多 ${longest.question} 个字，现在多了 ${over(question, longest.question)} 个，请写短一点。`
  if (publicAnswer.trim() === '') return '要公开，请写公开的答复；不公开，就去掉上面的勾。'
  if (over(publicAnswer, longest.publicAnswer) > 0)
    return `公开的答复最多 ${longest.publicAnswer} 个字，现在多了 ${over(publicAnswer, longest.publicAnswer)} 个，请写短一点。`
  return numbersInPublic(answer)
}
