import type { CodeToken } from '#domain/access/code-token'
import type { Day } from '#domain/time/dates'
import type { HouseholdPart } from '#domain/register/register'
import { householdParts, partNames } from '#domain/register/register'
import { CheckList } from '../../../ui/desk/check-list'
import { Form } from '../../../ui/desk/form'
import { OneTimeCode } from '../../../ui/desk/one-time-code'
import { TextBox } from '../../../ui/desk/text-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { useAllowProxy } from './use-card'

interface Relative {
  name: string
  relation: string
  parts: HouseholdPart[]
  /** As it is typed: a day, or not one yet. */
  until: string
  evidence: string
}

const partOptions = householdParts.map((id) => ({ id, label: partNames[id] }))

function faultOf({ name, relation, parts, until, evidence }: Relative, today: Day, latest: Day): string | undefined {
  if (name.trim() === '' || relation.trim() === '') return '请写家人的姓名，以及是本人的什么人。'
  if (parts.length === 0) return '请至少勾一样给家人看的内容。'
  if (until < today) return `请填看到哪天为止，最早今天，最晚 ${latest}。`
  return evidence.trim().length < 2 ? '请写书面同意书的编号或存放处。' : undefined
}

/** A relative may see parts of the file, on paper consent that is kept in the office. */
export function AllowProxy({ token, today, latest }: { token: CodeToken; today: Day; latest: Day }) {
  const allow = useAllowProxy(token)
  const empty: Relative = {
    name: '',
    relation: '',
    parts: [],
    until: latest,
    evidence: '',
  }
  const { draft, set, clear } = useDraft(empty)
  const { trouble, onSend } = useSending(
    () => faultOf(draft, today, latest),
    () => allow.mutate(draft),
    allow.error,
  )
  if (allow.data)
    return (
      <OneTimeCode
        id="proxy-code"
        {...allow.data}
        words={`给 ${draft.name}（${draft.relation}）的一次性码。在家人的手机上打开小康码，到“我的”里输入：`}
        onDone={() => {
          allow.reset()
          clear()
        }}
      />
    )
  return (
    <Form id="proxy-allow" send="委托" wide busy={allow.isPending && '正在办理…'} trouble={trouble} onSend={onSend}>
      <TextBox id="proxy-name" label="家人姓名" maxLength={40} value={draft.name} onChange={set('name')} />
      <TextBox id="proxy-relation" label="是本人的什么人" example="女儿" maxLength={20} value={draft.relation} onChange={set('relation')} />
      <TextBox
        id="proxy-until"
        label={`看到哪天为止（最晚 ${latest}）`}
        type="date"
        min={today}
        max={latest}
        value={draft.until}
        onChange={set('until')}
      />
      <TextBox
        id="proxy-evidence"
        label="同意书编号或存放处"
        example="2026-15，民政窗口 3 号柜"
        maxLength={100}
        value={draft.evidence}
        onChange={set('evidence')}
      />
      <CheckList<HouseholdPart> id="proxy-parts" label="给家人看什么" options={partOptions} chosen={draft.parts} onChange={set('parts')} />
    </Form>
  )
}
