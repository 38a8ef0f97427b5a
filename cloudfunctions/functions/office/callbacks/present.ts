import type { BatchSample } from '#contract/office/callbacks'
import { shareOf } from '#domain/money/confidence'
import { mostUnmet } from '#domain/money/sample-size'
import { leastAnswers, sampleQuestions, saySampleQuestion, sizeOfSample } from '#domain/work/callbacks'
import type { On } from '#kernel/call/on'
import { count } from '#store/db/read'
import { batchLines, type Batch } from '#store/money/batches'
import { countCalls, findSample, type CountedCalls, type Sample } from '#store/money/callbacks'
import { whyNotDrawn } from './allowed'

/** A batch's sample as it stands: what could be drawn, or what was heard so far. */
export async function presentSample(on: On, batch: Batch): Promise<BatchSample> {
  const linesIn = (state: string) => count(on.db, batchLines, { batchId: batch._id, state })
  const [sample, credited, unanswered] = await Promise.all([findSample(on.db, batch._id), linesIn('credited'), linesIn('planned')])
  const why = whyNotDrawn(batch.state, credited)
  const isDrawn = sample?.ready === true
  return {
    ...{ batchId: batch._id, name: batch.name, credited, unanswered },
    choices: sample || why !== undefined ? [] : sampleQuestions.map((question) => choiceOf(question, credited)),
    // A drawing that was cut off goes on with the question that it began with.
    ...(sample && !isDrawn && { choices: [{ ...choiceOf(sample.question, sample.population) }] }),
    can: { draw: !isDrawn && why === undefined },
    ...(!isDrawn && why !== undefined && { why }),
    ...(sample && isDrawn && { drawn: drawnOf(on, sample, await countCalls(on.db, batch._id)) }),
  }
}

const choiceOf = (question: Sample['question'], population: number) => ({
  question,
  words: saySampleQuestion(question),
  ...sizeOfSample(question, population),
})

type Drawn = NonNullable<BatchSample['drawn']>

function drawnOf({ county }: On, sample: Sample, calls: readonly CountedCalls[]): Drawn {
  const { question, population, ask, lineIds, drawnOn, drawnBy } = sample
  const of = (which: (one: CountedCalls) => boolean) => calls.filter(which).reduce((sum, { count }) => sum + count, 0)
  const [waiting, answered] = [of(({ state }) => state === 'waiting'), of(({ state }) => state === 'answered')]
  const received = of(({ answer }) => answer === 'received')
  const confirmed = shareOf(received, answered, population)
  return {
    ...{ question, words: saySampleQuestion(question), population, ask, reserve: lineIds.length - ask, on: drawnOn },
    by: `${drawnBy.agency} ${drawnBy.name}`,
    ...{ waiting, answered, received },
    notReceived: of(({ answer }) => answer === 'not-received'),
    otherAmount: of(({ answer }) => answer === 'other-amount'),
    unreachable: of(({ state, answer }) => state === 'replaced' && answer === 'unreachable'),
    declined: of(({ answer }) => answer === 'declined'),
    short: Math.max(0, ask - waiting - answered),
    ...(confirmed && { confirmed }),
    ...(answered > 0 && received === answered && { mostWrong: mostUnmet(population, answered) }),
    groups: [
      ...county.programmes.map(({ id, name }) => groupOf('programme', name, calls, ({ programme }) => programme === id)),
      ...county.towns.map(({ code, name }) => groupOf('town', name, calls, ({ townCode }) => townCode === code)),
    ].flatMap((group) => group ?? []),
  }
}

/** Of too few answers nothing is told: it would say more of the few who were asked than of the money. */
function groupOf(
  by: Drawn['groups'][number]['by'],
  name: string,
  calls: readonly CountedCalls[],
  isOf: (one: CountedCalls) => boolean,
): Drawn['groups'][number] | undefined {
  const own = calls.filter((one) => one.state === 'answered' && isOf(one))
  const answered = own.reduce((sum, { count }) => sum + count, 0)
  const received = own.filter(({ answer }) => answer === 'received').reduce((sum, { count }) => sum + count, 0)
  const confirmed = answered < leastAnswers ? undefined : shareOf(received, answered)
  return confirmed && { by, name, answered, received, confirmed }
}
