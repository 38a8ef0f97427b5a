import { useState } from 'react'
import type { GrantRow } from '#contract/office/granting'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { TextLines } from '../../../ui/desk/text-lines'
import { useSending } from '../../../ui/desk/use-sending'
import { useRevoke } from './use-grants'

/** Ends a grant before its time, with a reason. */
export function Revoke({ grant, onDone }: { grant: GrantRow; onDone: () => void }) {
  const revoke = useRevoke()
  const [why, setWhy] = useState('')
  const { trouble, onSend } = useSending(
    () => (why.trim().length < 2 ? '请写收回的原因，用这项授权的人看得到。' : undefined),
    () => revoke.mutate({ id: grant.id, why }, { onSuccess: onDone }),
    revoke.error,
  )
  return (
    <Form
      id={`grant-revoke-sure-${grant.id}`}
      send="收回"
      busy={revoke.isPending && '正在收回…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="grant-close" kind="quiet" onPress={onDone}>
          先不收回
        </Press>
      }
    >
      <p>收回后马上不能再查。查过的记录都还在。</p>
      <TextLines id="grant-why" label="收回的原因" maxLength={300} rows={2} value={why} onChange={setWhy} />
    </Form>
  )
}
