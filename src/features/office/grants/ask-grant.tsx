import type { GrantChoices } from '#contract/office/granting'
import type { Day } from '#domain/time/dates'
import { daysAfter, isCalendarDay } from '#domain/time/dates'
import type { SealedField } from '#domain/access/grants'
import { sealedFieldNames, sealedFields } from '#domain/access/grants'
import type { HouseholdPart } from '#domain/register/register'
import { partNames } from '#domain/register/register'
import { AreaSelect } from '../../../ui/desk/area-select'
import { CheckList } from '../../../ui/desk/check-list'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextBox } from '../../../ui/desk/text-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import type { GrantWish } from './wish'
import { usualDays, wishFault } from './wish'
import { useAsk } from './use-grants'

const fieldOptions = sealedFields.map((id) => ({ id, label: sealedFieldNames[id] }))

/** Asks for leave to look: who, what for, where, what, until when, and why. Somebody else decides. */
export function AskGrant({
  choices,
  today,
  onAsked,
  onClose,
}: {
  choices: GrantChoices
  today: Day
  onAsked: () => void
  onClose: () => void
}) {
  const asking = useAsk()
  const { draft, set } = useDraft<GrantWish>({
    holder: choices.holders[0]?.id ?? '',
    purpose: '',
    area: '',
    parts: [],
    fields: [],
    from: today,
    until: daysAfter(today, Math.min(usualDays, choices.longestDays - 1)),
    reason: '',
  })
  const purpose = choices.purposes.find(({ id }) => id === draft.purpose)
  const choosePurpose = (id: string) => {
    set('purpose')(id)
    set('parts')(choices.purposes.find((one) => one.id === id)?.parts ?? [])
  }
  const { trouble, onSend } = useSending(
    () => wishFault(draft, choices.longestDays),
    () => asking.mutate(draft, { onSuccess: onAsked }),
    asking.error,
  )
  return (
    <section className="sheet" aria-label="申请授权">
      <Heading level={2}>申请授权</Heading>
      <Form
        id="grant-ask"
        send="提交申请"
        wide
        busy={asking.isPending && '正在提交…'}
        trouble={trouble}
        onSend={onSend}
        aside={
          <Press id="grant-ask-close" kind="quiet" onPress={onClose}>
            不申请了
          </Press>
        }
      >
        <SelectBox id="grant-holder" label="谁用" options={choices.holders} value={draft.holder} onChange={set('holder')} />
        <SelectBox
          id="grant-purpose"
          label="办什么事"
          empty="请选择"
          options={choices.purposes}
          value={draft.purpose}
          onChange={choosePurpose}
        />
        <AreaSelect id="grant-area" areas={choices.areas} value={draft.area} onChange={set('area')} />
        <TextBox id="grant-from" label="从哪天起" type="date" min={today} value={draft.from} onChange={set('from')} />
        <TextBox
          id="grant-until"
          label="到哪天止（当天还能用）"
          type="date"
          min={draft.from}
          max={isCalendarDay(draft.from) ? daysAfter(draft.from, choices.longestDays - 1) : undefined}
          value={draft.until}
          onChange={set('until')}
        />
        {purpose && (
          <CheckList<HouseholdPart>
            id="grant-parts"
            label="看什么"
            hint="办这件事用得到的已经勾上，用不到的请去掉。"
            options={purpose.parts.map((id) => ({ id, label: partNames[id] }))}
            chosen={draft.parts}
            onChange={set('parts')}
          />
        )}
        <CheckList<SealedField>
          id="grant-fields"
          label="要看的全名和号码（不勾就不显示）"
          options={fieldOptions}
          chosen={draft.fields}
          onChange={set('fields')}
        />
        {draft.fields.length > 0 && (
          <Notice
            id="grant-fields-warning"
            kind="needs-you"
          >{`${draft.fields.map((field) => sealedFieldNames[field]).join('、')}会完整显示。每次显示都单独记下，农户看得到。不是非看不可，请不要勾。`}</Notice>
        )}
        <TextLines
          id="grant-reason"
          label="办什么事要用"
          hint="写给决定的人看，例如：核对 10 月低保金没到账的户。"
          maxLength={300}
          value={draft.reason}
          onChange={set('reason')}
        />
      </Form>
    </section>
  )
}
