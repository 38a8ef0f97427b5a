import type { County } from '#domain/county/county'
import { articleActs } from '#domain/work/articles'
import { canBe } from '#domain/work/transitions'
import { areTwo, type Standings } from '#domain/access/second-person'
import { isDutyRole } from '#domain/access/staff'
import { findStandings } from '#kernel/access/second-person'
import type { On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import type { StoredArticle } from '#store/public/articles'
import type { Staff } from '#store/access/staff'

/** Maker and checker: who may do what with an article. The county pack's own only the data office may take away. */

type About = Pick<StoredArticle, 'status' | 'work'>

/** One's agency's own; while it waits, by its author only, who so takes it back. */
export const mayEdit = (one: Staff, { work }: About): boolean =>
  work?.agencyId === one.agencyId && canBe(articleActs, 'save', work.state) && (work.state !== 'waiting' || work.author.staffId === one._id)

/** Whoever wrote it says that it is ready. */
export const maySubmit = (one: Staff, { work }: About): boolean =>
  work?.agencyId === one.agencyId && canBe(articleActs, 'submit', work.state) && work.author.staffId === one._id

/** Those that may wait for this person; which do is for `mayDecide`. */
export const articlesFor = (county: County, one: Staff): Filter => ({
  'work.state': 'waiting',
  ...(!isOfDataOffice(county, one) && { 'work.agencyId': one.agencyId }),
})

/** A second person of the agency, who is not one with the author; or, where a small agency has none, one of the data office's two. */
export const mayDecide = (county: County, known: Standings, one: Staff, { work }: About): boolean =>
  work !== undefined &&
  canBe(articleActs, 'publish', work.state) &&
  (work.agencyId === one.agencyId || isOfDataOffice(county, one)) &&
  areTwo(known, one._id, work.author.staffId)

const isOfDataOffice = ({ duties }: County, { agencyId, role }: Staff): boolean => agencyId === duties.data && isDutyRole(role)

/** Who stands behind those whom these articles are between: this one, and the authors of those that wait. */
export const standingsForArticles = ({ db }: Pick<On, 'db'>, one: Staff, articles: readonly About[]): Promise<Standings> =>
  findStandings(db, [one._id, ...articles.flatMap(({ work }) => (work?.state === 'waiting' ? [work.author.staffId] : []))])

/** What is published anybody of its agency may take away, at once and alone: what is wrong must not stand until somebody comes. */
export const mayWithdraw = ({ duties }: County, one: Staff, { status, work }: About): boolean =>
  status === 'published' && one.agencyId === (work ? work.agencyId : duties.data)
