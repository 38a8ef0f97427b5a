import type { OfficerFile } from '#contract/supervision/actions'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextBox } from '../../../ui/desk/text-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { cardOrNumber } from './card-or-number'
import { useEmergency } from './use-look'

/** No leave, and it cannot wait: one household, one hour, and everybody concerned hears of it. */
export function Emergency({ onOpen, onClose }: { onOpen: (file: OfficerFile) => void; onClose: () => void }) {
  const emergency = useEmergency(onOpen)
  const { draft, set } = useDraft({ reason: '', whom: '' })
  const faultOf = () => {
    if (draft.reason.trim().length < 8) return '请写清楚出了什么急事（至少 8 个字），这句话会给本单位一把手看。'
    return cardOrNumber(draft.whom) ? undefined : '请填 18 位身份证号，或者扫卡片上的码（25 位）。'
  }
  const { trouble, onSend } = useSending(
    faultOf,
    () => emergency.mutate({ reason: draft.reason, ...cardOrNumber(draft.whom) }),
    emergency.error,
  )
  return (
    <section className="sheet sheet--warm" aria-label="紧急查询">
      <Heading level={2}>紧急查询</Heading>
      <Notice id="emergency-warning" kind="needs-you">
        没有授权，又等不及的时候才用。只查一户，到时间就关上。一查，本单位一把手马上收到提醒；农户也看得到是谁、为什么查。
      </Notice>
      <Form
        id="emergency-open"
        send="我知道，查这一户"
        busy={emergency.isPending && '正在打开…'}
        trouble={trouble}
        onSend={onSend}
        aside={
          <Press id="emergency-close" kind="quiet" onPress={onClose}>
            不查了
          </Press>
        }
      >
        <TextLines id="emergency-reason" label="出了什么急事" maxLength={300} value={draft.reason} onChange={set('reason')} />
        <TextBox
          id="emergency-whom"
          label="身份证号，或卡片号码"
          hint="扫码枪对准卡片一扫也行。"
          maxLength={300}
          value={draft.whom}
          onChange={set('whom')}
        />
      </Form>
    </section>
  )
}
