import { typedDigits } from '#domain/text/typed'
import type { ListOf } from './use-look'
import { useExport, useStepUp } from './use-look'
import { Form } from '../../../ui/desk/form'
import { TextLines } from '../../../ui/desk/text-lines'
import { TotpBox } from '../../../ui/desk/totp-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Notice } from '../../../ui/read/notice'

/** The list as a file: with a reason, and the officer's own telephone in hand. */
export function ExportList({ of }: { of: ListOf }) {
  const stepUp = useStepUp()
  const exporting = useExport()
  const { draft, set } = useDraft({ reason: '', totp: '' })
  const faultOf = () => {
    if (draft.reason.trim().length < 4) return '请写明导出做什么用，至少 4 个字。'
    return typedDigits(draft.totp).length === 6 ? undefined : '导出要再填一次动态码：手机验证器上的 6 位数字。'
  }
  const { trouble, onSend } = useSending(
    faultOf,
    () =>
      stepUp.mutate(draft.totp, { onSuccess: () => exporting.mutate({ ...of, reason: draft.reason }), onSettled: () => set('totp')('') }),
    stepUp.error ?? exporting.error,
  )
  return (
    <Form id="look-export" send="导出" busy={(stepUp.isPending || exporting.isPending) && '正在导出…'} trouble={trouble} onSend={onSend}>
      <TextLines
        id="look-export-reason"
        label="导出做什么用"
        hint="姓名和名单上一样，不显示全名；没有证件号和卡号。每次导出都记下，月报里一把手看得到。"
        maxLength={300}
        rows={2}
        value={draft.reason}
        onChange={set('reason')}
      />
      <TotpBox id="look-export-totp" value={draft.totp} onChange={set('totp')} />
      {exporting.data && (
        <Notice id="look-exported">{`已导出 ${exporting.data.rows} 户，文件“${exporting.data.fileName}”在浏览器的“下载”里。用完请删掉。`}</Notice>
      )}
    </Form>
  )
}
