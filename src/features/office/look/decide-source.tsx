import type { SourceAnswer } from '#contract/supervision/source'
import { needsSecond } from '#domain/people/decided'
import { statedNames } from '#domain/people/stated'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextBox } from '../../../ui/desk/text-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useDecideSource } from './use-look'
import type { Told, Whose } from './whose'

interface Props {
  person: Told
  whose: Whose
  onDone: (answer: SourceAnswer) => void
  onClose: () => void
}

const own = 'own'
const hints = { home: '写全乡镇和村。', phone: '手机号 11 位；座机带上区号。', name: '写证件上的姓名。' } as const

/** Which statement holds, or what does where none is right, and why. */
export function DecideSource({ person: { said, can }, whose, whose: { of }, onDone, onClose }: Props) {
  const deciding = useDecideSource(onDone)
  const { draft, set } = useDraft({ pick: '', value: '', reason: '', evidence: '' })
  const faultOf = () => {
    if (draft.pick === '') return '请先选以哪份文件为准。'
    if (draft.pick === own && draft.value.trim() === '') return '请写明应该是什么。'
    if (draft.pick === own && draft.evidence.trim() === '') return '请写明凭什么：看了哪份证件、谁核实的。'
    return draft.reason.trim().length < 4 ? '请写明为什么这样定，至少 4 个字。' : undefined
  }
  const { trouble, onSend } = useSending(
    faultOf,
    () => {
      const { pick, value, reason, evidence } = draft
      deciding.mutate({ ...whose, ...(pick === own ? { value } : { pick }), reason, evidence })
    },
    deciding.error,
  )
  const lines = said.flatMap(({ pick, says, from }) => (pick === undefined ? [] : [{ id: pick, label: `${from}：${says}` }]))
  return (
    <Form
      id="decide-source"
      send={needsSecond(of) ? '提出来，等另一个人同意' : '就这样定'}
      busy={deciding.isPending && '正在记下…'}
      trouble={trouble}
      onSend={onSend}
      aside={
        <Press id="decide-source-close" kind="quiet" onPress={onClose}>
          先不定
        </Press>
      }
    >
      <SelectBox
        id="decide-source-pick"
        label={`${statedNames[of]}以哪份为准`}
        empty="请选择"
        options={[...lines, ...(can?.give === true ? [{ id: own, label: '都不对，另外写' }] : [])]}
        value={draft.pick}
        onChange={set('pick')}
      />
      {draft.pick === own && (
        <TextBox
          id="decide-source-value"
          label={`${statedNames[of]}应该是`}
          hint={hints[of as keyof typeof hints]}
          maxLength={100}
          value={draft.value}
          onChange={set('value')}
        />
      )}
      <TextLines id="decide-source-reason" label="为什么" maxLength={300} rows={2} value={draft.reason} onChange={set('reason')} />
      <TextBox
        id="decide-source-evidence"
        label={draft.pick === own ? '凭什么' : '凭什么（有就写）'}
        hint="比如：户口本第 2 页，村里核实过。"
        maxLength={300}
        value={draft.evidence}
        onChange={set('evidence')}
      />
    </Form>
  )
}
