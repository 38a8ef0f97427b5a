import { ask } from '../../../../services/desk/office-call'
import { useKeptDraft } from '../../../../ui/desk/use-kept-draft'
import type { ActProps } from './act-props'
import { sealWords } from '../letters/pen'
import { useAct } from '../use-reports'
import { WordsForm } from '../keys/words-form'

/** A word, or a question about the matter. */
export function AnswerReport({ id, pen, onDone, onClose }: ActProps) {
  const { draft, set, clear } = useKeptDraft(`report answer ${id}`, { words: '' })
  const act = useAct(
    async (words: string) => ask('supervision', 'answerReport', { id, answer: await sealWords(pen, 'answer', words) }),
    () => {
      clear()
      onDone('答复送到了。')
    },
  )
  return (
    <WordsForm
      id="report-answer"
      send="答复"
      busy={act.isPending && '正在答复…'}
      error={act.error}
      words={draft.words}
      onWords={set('words')}
      onSend={() => act.mutate(draft.words)}
      onClose={onClose}
    />
  )
}
