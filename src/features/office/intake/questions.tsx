import type { Look } from '#contract/intake/look'
import { Press } from '../../../ui/desk/press'
import { Heading } from '../../../ui/read/heading'

export type LookQuestion = Look['questions'][number]

interface Props {
  questions: Look['questions']
  busy: boolean
  onAnswer: (question: LookQuestion, value: string) => void
}

/** What only a person can say of a file: one question after the other, the likeliest answer first. */
export const Questions = ({ questions, busy, onAnswer }: Props) => (
  <section className="sheet sheet--warm" aria-label="要您说的">
    <Heading level={2}>{`先说清楚 ${questions.length} 处`}</Heading>
    <div className="table__note">说过一次就记住了：这个单位下次发同样表头的表，不再问。</div>
    {questions.map((question) => (
      <div key={question.id} className="question" id={`question-${question.id}`}>
        <div className="question__words">{question.words}</div>
        <div className="form__end">
          {question.choices.map(({ value, label }, i) => (
            <Press key={value} kind={i === 0 ? 'main' : 'second'} busy={busy && '正在重新看…'} onPress={() => onAnswer(question, value)}>
              {label}
            </Press>
          ))}
        </div>
      </div>
    ))}
  </section>
)
