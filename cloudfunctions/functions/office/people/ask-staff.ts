import { randomUUID } from 'node:crypto'
import type { office } from '#contract/office/actions'
import { refusals } from '#kernel/call/errors'
import { recordLook } from '#kernel/record/release'
import type { Action, On } from '#kernel/call/on'
import { findStaff } from '#store/access/staff'
import { insertWish, listWishes, type Post } from '#store/access/staff-wishes'
import { readPost } from './post'
import { presentWish } from './present-wish'
import { objectionTo } from './staff-powers'

type Input = Parameters<typeof askStaff>[0]

/** Asks to let somebody in, newly or anew. Nothing is there, and no code is made, until a second person has said yes. */
export const askStaff: Action<typeof office.askStaff> = async (input, on) => {
  const caller = await on.caller()
  const one = caller.staff!
  const { post, staffId } = 'staffId' in input ? await again(on, input) : { post: await readPost(on, input), staffId: undefined }
  const id = randomUUID()
  const objection = staffId === one._id ? '自己的邀请码，请本单位另一位负责人来提。' : await objectionTo(post, one.agencyId, on)
  await recordLook(on, caller, {
    action: 'office.askStaff',
    granted: objection === undefined,
    about: { kind: 'staff-wish', id },
    reason: `${post.name} ${post.role}${staffId === undefined ? '' : ' 重发'}`,
  })
  if (objection !== undefined) throw refusals.badInput(objection)
  const wish = {
    _id: id,
    ...post,
    staffId: staffId ?? randomUUID(),
    isNew: staffId === undefined,
    reason: input.reason ?? '',
    askedBy: { staffId: one._id, name: one.name },
    askedAt: on.moment.iso,
    status: 'asked' as const,
    decidedBy: null,
    decidedAt: null,
    why: '',
    seenBy: null,
  }
  await insertWish(on.db, wish)
  return { wish: await presentWish(on, one, wish) }
}

async function again({ db }: On, { staffId }: Extract<Input, { staffId: string }>): Promise<{ post: Post; staffId: string }> {
  const one = await findStaff(db, staffId)
  if (!one || one.status === 'removed') throw refusals.notFound('没有找到这个人，或者已经停用了。')
  const [waiting] = await listWishes(db, { staffId, status: 'asked' }, 1)
  if (waiting) throw refusals.badInput(`${waiting.askedBy.name}已经提过给${one.name}重发，正等另一个人同意。`)
  const { role, name, agencyId, agency, areas, workerId } = one
  return { post: { role, name, agencyId, agency, areas, workerId }, staffId }
}
