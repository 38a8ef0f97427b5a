import type { GrantChoices } from '#contract/office/granting'
import { roleNames, staffRoles } from '#domain/access/staff'
import { Form } from '../../../ui/desk/form'
import { Press } from '../../../ui/desk/press'
import { SelectBox } from '../../../ui/desk/select-box'
import { TextBox } from '../../../ui/desk/text-box'
import { useDraft } from '../../../ui/desk/use-draft'
import { useSending } from '../../../ui/desk/use-sending'
import { VillageList } from '../../../ui/desk/village-list'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { FindWorker } from './find-worker'
import type { Invitation } from './invitation'
import { invitationFault, isListed } from './invitation'
import { useAskStaff } from './use-staff'

const roleOptions = staffRoles.map((id) => ({ id, label: roleNames[id] }))

interface Props {
  agencies: readonly { id: string; name: string }[]
  areas: GrantChoices['areas']
  onClose: () => void
}

/** Asks to let somebody work here; a second person agrees, is shown the code and hands it over face to face. */
export function Invite({ agencies, areas, onClose }: Props) {
  const invite = useAskStaff()
  const { draft, set } = useDraft<Invitation>({
    role: '',
    name: '',
    agency: agencies.length === 1 ? agencies[0]!.id : '',
    areas: [],
    workerId: '',
  })
  const send = () => {
    const { role, name, agency, workerId } = draft
    if (role === '') return
    invite.mutate({ role, name, agency, areas: role === 'grid-worker' ? draft.areas : [], ...(isListed(role) && { workerId }) })
  }
  const { trouble, onSend } = useSending(() => invitationFault(draft), send, invite.error)
  if (invite.data) {
    return (
      <section className="sheet" aria-label="邀请">
        <Notice id="staff-asked">{`邀请${draft.name}，提上去了，等另一个人同意。同意的人会拿到邀请码，由他当面交给${draft.name}。能同意的：${invite.data.wish.deciders ?? ''}。`}</Notice>
        <Press id="staff-asked-done" onPress={onClose}>
          好
        </Press>
      </section>
    )
  }
  return (
    <section className="sheet" aria-label="邀请">
      <Heading level={2}>邀请一个人</Heading>
      <Form
        id="staff-invite"
        send="提交，等另一个人同意"
        wide
        busy={invite.isPending && '正在提交…'}
        trouble={trouble}
        onSend={onSend}
        aside={
          <Press id="staff-invite-close" kind="quiet" onPress={onClose}>
            不邀请了
          </Press>
        }
      >
        <TextBox
          id="staff-name"
          label="姓名"
          maxLength={40}
          value={draft.name}
          onChange={(name) => {
            set('name')(name)
            set('workerId')('')
          }}
        />
        <SelectBox
          id="staff-role"
          label="身份"
          empty="请选择"
          options={roleOptions}
          value={draft.role}
          onChange={(role) => {
            set('role')(role)
            set('workerId')('')
          }}
        />
        <SelectBox
          id="staff-agency"
          label="单位"
          empty="请选择"
          options={agencies.map(({ id, name }) => ({ id, label: name }))}
          value={draft.agency}
          onChange={set('agency')}
        />
        {draft.role === 'grid-worker' && <VillageList id="staff-areas" areas={areas} chosen={draft.areas} onChange={set('areas')} />}
        {isListed(draft.role) && draft.name.trim() !== '' && (
          <FindWorker
            key={`${draft.role} ${draft.name}`}
            name={draft.name}
            role={draft.role}
            value={draft.workerId}
            onChange={set('workerId')}
          />
        )}
      </Form>
    </section>
  )
}
