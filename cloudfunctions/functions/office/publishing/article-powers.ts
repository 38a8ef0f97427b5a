import type { County } from '#domain/county'
import type { StoredArticle } from '#store/articles'
import type { Staff } from '#store/staff'

/** Maker and checker: who may do what with an article. The county pack's own only the data office may take away. */

type About = Pick<StoredArticle, 'status' | 'work'>

/** One's agency's own; while it waits, by its author only, who so takes it back. */
export const mayEdit = (one: Staff, { work }: About): boolean =>
  work?.agencyId === one.agencyId && (work.state !== 'waiting' || work.author.staffId === one._id)

/** Whoever wrote it says that it is ready. */
export const maySubmit = (one: Staff, { work }: About): boolean => work?.agencyId === one.agencyId && work.state === 'draft' && work.author.staffId === one._id

/** A second person of the agency. */
export const mayDecide = (one: Staff, { work }: About): boolean => work?.agencyId === one.agencyId && work.state === 'waiting' && work.author.staffId !== one._id

/** What is published anybody of its agency may take away, at once and alone: what is wrong must not stand until somebody comes. */
export const mayWithdraw = ({ duties }: County, one: Staff, { status, work }: About): boolean =>
  status === 'published' && one.agencyId === (work ? work.agencyId : duties.data)
