import { ask } from '../../services/office-call'
import { Sure } from '../../ui/desk/sure'
import { sayWhyNot } from './pen'
import { useAct } from './use-reports'

/** No report at all. Nobody is told. */
export function Spam({ id, onGone }: { id: string; onGone: (words: string) => void }) {
  const act = useAct(() => ask('supervision', 'spamReport', { id }), () => onGone('标为“不是举报”了。销毁以前，在“办结”里还能改成受理。'))
  return (
    <Sure
      id="report-spam"
      first="不是举报"
      question="只有广告、乱打的字、和人和事都没关系的才算。标了就不答复，过几天销毁；写得不清楚的、不归这里管的，请受理以后再办结。"
      second="标为“不是举报”"
      busy={act.isPending && '正在标…'}
      trouble={sayWhyNot(act.error)}
      onSure={() => act.mutate(undefined)}
    />
  )
}
