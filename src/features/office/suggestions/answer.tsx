import type { SuggestionRow } from '#contract/office/publishing'
import { CheckList } from '../../../ui/desk/check-list'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Notice } from '../../../ui/read/notice'
import type { AnswerWords } from './answer-words'
import { answerFault, longest, numbersInPublic } from './answer-words'
import { useAnswer } from './use-suggestions'

interface Props {
  suggestion: SuggestionRow
  onDone: (words: string) => void
  onClose: () => void
}

/** The answer to whoever holds the receipt and, if it helps others, an edited one for everybody. */
export function Answer({ suggestion: { id, words }, onDone, onClose }: Props) {
  const { draft, set, clear } = useKeptDraft<AnswerWords>(`suggestion answer ${id}`, {
    words: '',
    isPublic: false,
    question: words,
    publicAnswer: '',
  })
  const answer = useAnswer(() => {
    clear()
    onDone(draft.isPublic ? '答复了，也公开了。' : '答复了，提意见的人凭回执看得到。')
  })
  const send = () =>
    answer.mutate({
      id,
      words: draft.words.trim(),
      ...(draft.isPublic && { publish: { question: draft.question.trim(), answer: draft.publicAnswer.trim() } }),
    })
  const { trouble, onSend } = useSending(() => answerFault(draft), send, answer.error)
  const setPublic = (isPublic: boolean) => {
    set('isPublic')(isPublic)
    if (isPublic && draft.publicAnswer === '') set('publicAnswer')(draft.words)
  }
  const numbers = draft.isPublic ? numbersInPublic(draft) : undefined
  return (
    <Form
      id={`suggestion-answer-${id}`}
      send={draft.isPublic ? '答复并公开' : '答复'}
      busy={answer.isPending && '正在答复…'}
      trouble={trouble === numbers ? undefined : trouble}
      onSend={onSend}
      aside={
        <Press id={`suggestion-close-${id}`} kind="quiet" onPress={onClose}>
          先不答复
        </Press>
      }
    >
      <TextLines
        id={`suggestion-answer-words-${id}`}
        label="答复"
        hint="提意见的人凭回执看到的就是这几句：怎么办的、结果怎样、还不行找谁。"
        rows={4}
        maxLength={longest.words}
        value={draft.words}
        onChange={set('words')}
      />
      <CheckList
        id={`suggestion-public-${id}`}
        label="别人也用得上？"
        options={[{ id: 'public', label: '改一改，同时公开' }]}
        chosen={draft.isPublic ? ['public'] : []}
        onChange={(chosen) => setPublic(chosen.length > 0)}
      />
      {draft.isPublic && (
        <>
          <Notice id={`suggestion-reminder-${id}`} kind="needs-you">
            公开以后谁都看得到。请把姓名、门牌、电话、身份证号都删掉，也不要让人猜出是谁说的。
          </Notice>
          <div className="suggestion__sides">
            <TextLines
              id={`suggestion-question-${id}`}
              label="公开的问题"
              hint={`原话放进来了，请改得只剩事情。${draft.question.trim().length}/${longest.question} 字。`}
              rows={6}
              value={draft.question}
              onChange={set('question')}
            />
            <TextLines
              id={`suggestion-public-answer-${id}`}
              label="公开的答复"
              hint={`${draft.publicAnswer.trim().length}/${longest.publicAnswer} 字。`}
              rows={6}
              value={draft.publicAnswer}
              onChange={set('publicAnswer')}
            />
          </div>
          {numbers !== undefined && (
            <Notice id={`suggestion-numbers-${id}`} kind="wrong">
              {numbers}
            </Notice>
          )}
        </>
      )}
    </Form>
  )
}
