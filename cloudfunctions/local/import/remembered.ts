import type { OutputOf } from '#contract/call/action'
import type { intake } from '#contract/intake/actions'
import type { LocalCloud } from '../host/cloud'

type Answer = OutputOf<typeof intake.headingAnswers>['answers'][number]

const answersOf = async (cloud: LocalCloud): Promise<Answer[]> =>
  (await cloud.operate<{ answers: Answer[] }>('intake', 'headingAnswers', {})).answers

/** What was answered about headings, with the mark by which each can be forgotten. */
export async function showRemembered(cloud: LocalCloud, json: boolean): Promise<void> {
  const answers = await answersOf(cloud)
  if (json) return answers.forEach((answer) => console.log(JSON.stringify(answer)))
  if (answers.length === 0) console.log('还没有记住的表头。')
  for (const answer of answers) {
    console.log(`${markOf(answer)}  ${answer.agency || '没有写单位的'}  ${answer.kindLabel}`)
    for (const { heading, label } of answer.columns) console.log(`    ${label === null ? `“${heading}”不用` : `“${heading}”是${label}`}`)
  }
}

/** Forgets an answer by its mark. @throws Error with a sentence where the mark fits none, or several. */
export async function forgetHeadings(cloud: LocalCloud, mark: string, reason: string): Promise<void> {
  if (reason.trim().length < 4) throw new Error('请写明为什么要忘掉，例如：npm run import -- --forget 记号 --reason 上次答反了两列')
  const matching = (await answersOf(cloud)).filter(
    (answer) => mark.length >= 6 && answer.id.split('/').at(-1)!.startsWith(mark.toLowerCase()),
  )
  if (matching.length !== 1) throw new Error(`没有找到要忘掉的表头（${mark}）。请用 npm run import -- --remembered 看记号，至少写前 6 位。`)
  const [{ id, agency, kindLabel }] = matching as [Answer]
  await cloud.operate('intake', 'forgetHeadings', { id, reason })
  console.log(`忘掉了：${agency || '没有写单位的'}的${kindLabel}。下次来同样表头的表，会再问一次。`)
}

const markOf = ({ id }: Answer): string => id.split('/').at(-1)!.slice(0, 8)
