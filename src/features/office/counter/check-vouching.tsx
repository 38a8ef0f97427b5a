import { useState } from 'react'
import type { Vouching } from '#contract/office/counter'
import { typedCode } from '#domain/text/typed'
import { sayMoment } from '../../../services/wire/clock'
import { sayTrouble } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { Sure } from '../../../ui/desk/sure'
import { TextBox } from '../../../ui/desk/text-box'
import { useSending } from '../../../ui/desk/use-sending'
import { useStopVouching, useVouch } from './use-card'

interface Props {
  row: Vouching
  onDone: (words: string) => void
  onNot: () => void
}

/** The second person meets the first, or telephones, and enters the digits from their phone; or stops it all. */
export function CheckVouching({ row: { kind, id, name }, onDone, onNot }: Props) {
  const vouch = useVouch()
  const stop = useStopVouching()
  const [code, setCode] = useState('')
  const { trouble, onSend } = useSending(
    () => (/^\d{6}$/.test(typedCode(code)) ? undefined : '核对码是 6 位数字，请看着那部手机再输一遍。'),
    () => vouch.mutate({ kind, id, code }, { onSuccess: ({ from }) => onDone(`核对好了，${sayMoment(Date.parse(from))}生效。`) }),
    vouch.error,
  )
  return (
    <Form
      id="vouch-send"
      send="核对无误"
      busy={vouch.isPending && '正在核对…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="vouch-not" kind="quiet" onPress={onNot}>
          先不
        </Press>
      }
    >
      <p>{`请认${name}本人和身份证${kind === 'proxy' ? '、书面同意书' : ''}，再看那部手机“我的”里的 6 个数字。不在跟前的，请打登记的电话让本人自己念。`}</p>
      <TextBox id="vouch-code" label="手机上的 6 个数字" digits ready maxLength={12} value={code} onChange={setCode} />
      <Sure
        id={`vouch-stop-${id}`}
        first="不对，停掉"
        question="停掉以后，那部手机什么也看不到，要用得重新办。"
        second="停掉"
        busy={stop.isPending && '正在停…'}
        trouble={sayTrouble(stop.error)}
        onSure={() => stop.mutate({ kind, id }, { onSuccess: () => onDone('停掉了。') })}
      />
    </Form>
  )
}
