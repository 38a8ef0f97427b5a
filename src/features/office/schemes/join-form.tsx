import { sayDay, type Day } from '#domain/time/dates'
import { ask } from '../../../services/desk/office-call'
import { Form } from '../../../ui/desk/form'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextBox } from '../../../ui/desk/text-box'
import { TextLines } from '../../../ui/desk/text-lines'
import { useKeptDraft } from '../../../ui/desk/use-kept-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { Empty } from '../../../ui/read/empty'
import { Heading } from '../../../ui/read/heading'
import { WhenReady } from '../../../ui/read/when-ready'
import { useDoing, useUsableGrants } from './use-schemes'

interface Props {
  id: string
  today: Day
  onJoined: (id: string) => void
}

/** A household of the register is found under a grant, as everywhere: on record, and its people see it. */
export const JoinForm = ({ id, today, onJoined }: Props) => (
  <article className="sheet scheme" aria-label="登记一户入股">
    <Heading level={2}>登记一户入股</Heading>
    <WhenReady query={useUsableGrants()} words="正在看您的授权…">
      {(grants) =>
        grants.length === 0 ? (
          <Empty>您现在没有可用的授权，找不了名册上的户。请到“授权”里申请，另一个人同意以后再来。</Empty>
        ) : (
          <Joining
            id={id}
            grants={grants.map((one) => ({ id: one.id, label: `${one.purposeLabel}，${one.areaName}，到${sayDay(one.until, today)}` }))}
            onJoined={onJoined}
          />
        )
      }
    </WhenReady>
  </article>
)

function Joining({ id, grants, onJoined }: { id: string; grants: readonly { id: string; label: string }[]; onJoined: Props['onJoined'] }) {
  const { draft, set, clear } = useKeptDraft(`scheme join ${id}`, { grantId: grants[0]!.id, idNumber: '', words: '' })
  const doing = useDoing(
    () => ask('office', 'joinScheme', { id, grantId: draft.grantId, idNumber: draft.idNumber, words: draft.words.trim() }),
    ({ row }) => {
      clear()
      onJoined(row.id)
    },
  )
  const { trouble, onSend } = useSending(
    () =>
      draft.idNumber.trim().length < 18
        ? '请写这一户里一个人的 18 位身份证号。'
        : draft.words.trim().length < 4
          ? '请写清楚是谁要入股、怎么说的，至少 4 个字。'
          : undefined,
    () => doing.mutate(),
    doing.error,
  )
  return (
    <Form id="join-send" send="登记入股（记录，农户看得到）" busy={doing.isPending && '正在登记…'} trouble={trouble} onSend={onSend}>
      <SelectBox id="join-grant" label="凭哪条授权" options={grants} value={draft.grantId} onChange={set('grantId')} />
      <TextBox id="join-number" label="这一户里一个人的身份证号" maxLength={24} value={draft.idNumber} onChange={set('idNumber')} />
      <TextLines id="join-words" label="谁要入股、怎么说的" maxLength={500} rows={3} value={draft.words} onChange={set('words')} />
    </Form>
  )
}
