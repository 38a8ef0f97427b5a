import { randomUUID } from 'node:crypto'
import type { office } from '#contract/office/actions'
import { Refusal, refusals } from '#kernel/call/errors'
import { issueInvitation } from '#affairs/invitations/invitation'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { voidInvitations, type Binds } from '#store/access/accounts'
import { changeStaff, findStaff, insertStaff } from '#store/access/staff'
import type { Post } from '#store/access/staff-wishes'
import { bindsOfCard } from '../counter/sign-in-code'
import { readPost } from './post'

type Input = Parameters<typeof invite>[0]

/** A one-time code for the person of a card; from the terminal, for one of the staff as well, who else takes two (`askStaff`). */
export const invite: Action<typeof office.invite> = async (input, on) => {
  const binds = 'token' in input ? await bindsOfCard(input, on) : await staffFromTerminal(input, on)
  return issueInvitation(on, binds)
}

/**
 * The terminal holds the keys: it lets in the first ones, and whoever nobody else could. Whom it lets in anew nobody stands
 * behind any more.
 */
async function staffFromTerminal(input: Exclude<Input, { token: string }>, on: On): Promise<Binds> {
  if (on.call.road !== 'operator') {
    await recordLook(on, await on.caller(), { action: 'office.invite', granted: false })
    throw new Refusal(
      'not-allowed',
      '邀请人、重发邀请码都要两个人：请到“人员”里提出来，由一把手等另一个人同意，邀请码给同意的人，由他当面交给本人。',
    )
  }
  const said = (id: string, { name, role }: Pick<Post, 'name' | 'role'>) =>
    recordLook(on, {}, { action: 'office.invite', granted: true, about: { kind: 'staff', id }, reason: `${name} ${role}` })
  if ('staffId' in input) {
    const one = await findStaff(on.db, input.staffId)
    if (!one || one.status === 'removed') throw refusals.notFound('没有找到这个人，或者已经停用了。')
    await said(one._id, one)
    await voidInvitations(on.db, one._id, on.moment.iso)
    await changeStaff(on.db, { _id: one._id }, { $set: { invitedBy: 'operator', resetBy: [], shownTo: [] } })
    return { kind: 'staff', staffId: one._id }
  }
  const post = await readPost(on, input)
  const staffId = randomUUID()
  await said(staffId, post)
  await insertStaff(on.db, {
    _id: staffId,
    ...post,
    status: 'invited',
    invitedBy: 'operator',
    since: on.moment.iso,
    pledge: null,
    removed: null,
  })
  return { kind: 'staff', staffId }
}
