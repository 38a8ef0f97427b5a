import type { GrantChoices } from '#contract/office-people'
import { roleNames, staffRoles } from '#domain/staff'
import { Form } from '../../ui/desk/form'
import { OneTimeCode } from '../../ui/desk/one-time-code'
import { Press } from '../../ui/desk/press'
import { SelectBox } from '../../ui/desk/select-box'
import { TextBox } from '../../ui/desk/text-box'
import { useDraft } from '../../ui/desk/use-draft'
import { useSending } from '../../ui/desk/use-sending'
import { VillageList } from '../../ui/desk/village-list'
import { Heading } from '../../ui/heading'
import { FindWorker } from './find-worker'
import type { Invitation } from './invitation'
import { invitationFault, isListed } from './invitation'
import { useInvite } from './use-staff'

const roleOptions = staffRoles.map((id) => ({ id, label: roleNames[id] }))

interface Props { agencies: readonly { id: string; name: string }[]; areas: GrantChoices['areas']; onClose: () => void }

/** Invites somebody to work here; the code is handed over face to face. */
export function Invite({ agencies, areas, onClose }: Props) {
  const invite = useInvite()
  const { draft, set } = useDraft<Invitation>({ role: '', name: '', agency: agencies.length === 1 ? agencies[0]!.id : '', areas: [], workerId: '' })
  const send = () => {
    const { role, name, agency, workerId } = draft
    if (role === '') return
    invite.mutate({ role, name, agency, areas: role === 'grid-worker' ? draft.areas : [], ...(isListed(role) && { workerId }) })
  }
  const { trouble, onSend } = useSending(() => invitationFault(draft), send, invite.error)
  if (invite.data) {
    const where = draft.role === 'grid-worker' || isListed(draft.role) ? '在手机上打开小康码，到“我的”里输入' : '在办公电脑上打开小康码办公登录，点“用邀请码开通”'
    return <OneTimeCode id="staff-code" {...invite.data} words={`给 ${draft.name} 的一次性邀请码。请本人${where}：`} onDone={onClose} />
  }
  return (
    <section className="sheet" aria-label="邀请">
      <Heading level={2}>邀请一个人</Heading>
      <Form id="staff-invite" send="生成邀请码" wide busy={invite.isPending && '正在生成…'} trouble={trouble} onSend={onSend} aside={<Press id="staff-invite-close" kind="quiet" onPress={onClose}>不邀请了</Press>}>
        <TextBox id="staff-name" label="姓名" maxLength={40} value={draft.name} onChange={(name) => { set('name')(name); set('workerId')('') }} />
        <SelectBox id="staff-role" label="身份" empty="请选择" options={roleOptions} value={draft.role} onChange={(role) => { set('role')(role); set('workerId')('') }} />
        <SelectBox id="staff-agency" label="单位" empty="请选择" options={agencies.map(({ id, name }) => ({ id, label: name }))} value={draft.agency} onChange={set('agency')} />
        {draft.role === 'grid-worker' && <VillageList id="staff-areas" areas={areas} chosen={draft.areas} onChange={set('areas')} />}
        {isListed(draft.role) && draft.name.trim() !== '' && <FindWorker key={`${draft.role} ${draft.name}`} name={draft.name} role={draft.role} value={draft.workerId} onChange={set('workerId')} />}
      </Form>
    </section>
  )
}
