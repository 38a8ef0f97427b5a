import { ask } from '../../../../services/desk/office-call'
import { Sure } from '../../../../ui/desk/sure'
import { sayWhyNot } from '../letters/pen'
import { useAct } from '../use-reports'

/** No report at all. Nobody is told, and so it takes two. */
export function Spam({ id, saidBy, onGone }: { id: string; saidBy: string | undefined; onGone: (words: string) => void }) {
  const act = useAct(
    () => ask('supervision', 'spamReport', { id }),
    () =>
      onGone(
        saidBy === undefined
          ? '记下了。要本单位另一个人也看过，也标“不是举报”，才算；没有第二个人标，它还在“在办”里。'
          : '两个人都看过，标为“不是举报”了。销毁以前，在“办结”里还能改成受理。',
      ),
  )
  return (
    <Sure
      id="report-spam"
      first="不是举报"
      question={`${saidBy === undefined ? '' : `${saidBy}说这一封不是举报，您是第二个人，您也标了就算。`}只有广告、乱打的字、和人和事都没关系的才算。标了就不答复，过几天销毁；写得不清楚的、不归这里管的，请受理以后再办结。${saidBy === undefined ? '要两个人都标才算。' : ''}`}
      second="标为“不是举报”"
      busy={act.isPending && '正在标…'}
      trouble={sayWhyNot(act.error)}
      onSure={() => act.mutate(undefined)}
    />
  )
}
