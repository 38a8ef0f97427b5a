import { toDetect, toEstimate, type SampleSize } from '../money/sample-size'
import type { Transitions } from './transitions'

/**
 * 抽样回访: of the money in a batch that came by the bank's word, some of those whose it is are asked whether they have it. A sample
 * answers one question: how large the share is (± so many points), or whether anything is wrong at all (if so many percent were).
 */
export type SampleQuestion = { kind: 'estimate'; points: 3 | 5 | 10 } | { kind: 'detect'; percent: 1 | 3 | 5 }

export const sampleQuestions: readonly SampleQuestion[] = [
  { kind: 'detect', percent: 5 },
  { kind: 'detect', percent: 3 },
  { kind: 'detect', percent: 1 },
  { kind: 'estimate', points: 10 },
  { kind: 'estimate', points: 5 },
  { kind: 'estimate', points: 3 },
]

export const saySampleQuestion = (question: SampleQuestion): string =>
  question.kind === 'estimate' ? `收到的占多少，上下不差 ${question.points} 个百分点` : `要是有 ${question.percent} % 没收到，九成五能碰上`

/** How many of so many lines it takes, at 95 %. */
export const sizeOfSample = (question: SampleQuestion, population: number): SampleSize =>
  question.kind === 'estimate' ? toEstimate(population, question.points) : toDetect(population, question.percent)

/** Of the reserve still; to be asked; heard; not to be reached, and the next one is asked. */
export type CallState = 'reserve' | 'waiting' | 'answered' | 'replaced'

/** What is heard. The last two are no answer: the next of the reserve is asked. */
export const callAnswerNames = {
  received: '收到了',
  'not-received': '没收到',
  'other-amount': '数目不对',
  unreachable: '联系不上',
  declined: '不愿说',
} as const
export type CallAnswer = keyof typeof callAnswerNames
export const callAnswers = Object.keys(callAnswerNames) as [CallAnswer, ...CallAnswer[]]
export const isNoAnswer = (answer: CallAnswer): answer is 'unreachable' | 'declined' => answer === 'unreachable' || answer === 'declined'

export const callTransitions: Transitions<CallState, 'answer' | 'tryAgain' | 'replace' | 'callUp'> = {
  /** Also anew, by who wrote it down, on the same day: a finger slips. */
  answer: { waiting: 'answered', answered: 'answered' },
  tryAgain: { waiting: 'waiting' },
  replace: { waiting: 'replaced' },
  callUp: { reserve: 'waiting' },
}

/**
 * What comes of an answer. Nobody is passed over since they were out once: it takes tries on so many days before the next is asked.
 * `triedDays`: days of tries, with today's.
 */
export const afterAnswer = (answer: CallAnswer, triedDays: number, tries: number): 'answer' | 'tryAgain' | 'replace' =>
  !isNoAnswer(answer) ? 'answer' : answer === 'unreachable' && triedDays < tries ? 'tryAgain' : 'replace'

/** Of fewer answers than this no share is told apart by programme or town: it would say more of the few than of the money. */
export const leastAnswers = 30
