import type { Answer } from '#domain/sealing/report'

/** What a word to the reporter does, as the office sees it. */
export const answerKindNames: Record<Answer['kind'], string> = {
  accepted: '受理',
  answer: '答复',
  transferred: '转立案',
  passed: '转走',
  closed: '办结',
}
