import type { DeskMe, DeskSection } from '#contract/office/desk'
import type { County } from '#domain/county/county'
import { isDutyRole, type OfficerRole } from '#domain/access/staff'
import { schemeAreaOf } from '#domain/work/scheme-powers'
import { countyTime } from '#kernel/call/clock'
import type { Caller } from '#kernel/access/authorize'
import { refusals } from '#kernel/call/errors'
import { countForToday, countWords } from '#affairs/alerts/seen-by'
import { countBatchesWaiting } from '#affairs/batches/seen-by'
import { countCasesWaiting } from '#affairs/cases/seen-by'
import { countSchemesWaiting } from '#affairs/schemes/count-waiting'
import { countToDecide, countUnseen } from '#affairs/grants/deciders'
import { pledgeHashes } from '#affairs/pledges/pledge'
import type { On } from '#kernel/call/on'
import { countNewReports } from '#store/reports/figures'
import { countOpenRequests } from '#store/work/requests'
import { countRefused } from '#store/intake/quarantine'
import { signedDuties, type Staff } from '#store/access/staff'
import { countSuggestions } from '#store/public/suggestions'
import { tellsPeopleApart } from '../likenesses/allowed'
import { countLikenessesWaiting } from '../likenesses/list'
import { countStaffWaiting, resetsOf } from '../people/staff-waiting'
import { countArticlesToDecide } from '../publishing/articles'
import { toTakeUp } from '../publishing/suggestion-powers'

const sections: Record<OfficerRole, DeskSection[]> = {
  head: [
    'alerts',
    'funds',
    'batches',
    'cases',
    'register',
    'schemes',
    'plans',
    'grants',
    'monthly',
    'look',
    'tables',
    'likenesses',
    'requests',
    'reports',
    'suggestions',
    'publish',
    'posters',
    'staff',
    'pledge',
  ],
  'data-officer': [
    'alerts',
    'funds',
    'batches',
    'cases',
    'register',
    'schemes',
    'plans',
    'intake',
    'refused',
    'grants',
    'staff',
    'counter',
    'cards',
    'requests',
    'likenesses',
    'reports',
    'suggestions',
    'publish',
    'posters',
    'look',
    'tables',
    'monthly',
    'pledge',
  ],
  officer: [
    'alerts',
    'funds',
    'batches',
    'cases',
    'register',
    'schemes',
    'plans',
    'look',
    'tables',
    'requests',
    'reports',
    'suggestions',
    'publish',
    'counter',
    'cards',
    'grants',
  ],
}

/** A counter is where people come: the towns' governments, and the data office. */
const servesCards = ({ county: { agencies, duties } }: On, { agencyId }: Pick<Staff, 'agencyId'>): boolean =>
  agencyId === duties.data || agencies.some(({ id, area }) => id === agencyId && area !== undefined)

/** Cases are the deciding agency's, the towns' and the discipline office's. */
const hasCases = ({ agencies, duties, cases }: County, { agencyId, role }: Pick<Staff, 'agencyId' | 'role'>): boolean =>
  agencyId === cases.agency ||
  (agencyId === duties.discipline && role !== 'data-officer') ||
  agencies.some(({ id, area }) => id === agencyId && area !== undefined)

/** Money is whose programmes it is paid by, and those's who watch over it; a town's is what goes to its places. */
const answersForMoney = ({ agencies, duties, programmes }: County, { agencyId, role }: Pick<Staff, 'agencyId' | 'role'>): boolean =>
  agencyId === duties.finance ||
  (agencyId === duties.discipline && role !== 'data-officer') ||
  programmes.some(({ agency }) => agency === agencyId) ||
  agencies.some(({ id, area }) => id === agencyId && area !== undefined)

const reportOfficeOf = ({ reports }: County, agencyId: string) => reports.offices.find(({ agency }) => agency === agencyId)

/** Rooms that some posts have in some agencies only. */
const only: Partial<Record<DeskSection, (on: On, staff: Staff) => boolean>> = {
  counter: servesCards,
  cards: servesCards,
  funds: ({ county }, staff) => answersForMoney(county, staff),
  batches: ({ county }, staff) => answersForMoney(county, staff),
  cases: ({ county }, staff) => hasCases(county, staff),
  register: ({ county }, staff) => hasCases(county, staff),
  schemes: ({ county }, staff) => schemeAreaOf(county, staff) !== undefined,
  likenesses: tellsPeopleApart,
  reports: ({ county }, { agencyId }) => reportOfficeOf(county, agencyId) !== undefined,
}

/** What an officer sees of themselves: duties, what waits, and where they may go. */
export async function presentDesk(on: On, { staff, until }: Caller): Promise<DeskMe> {
  if (!staff || !until) throw refusals.signIn()
  const { db, county } = on
  const role = staff.role as OfficerRole
  const hashes = pledgeHashes(county)
  const reportOffice = reportOfficeOf(county, staff.agencyId)
  const { today } = on.moment
  const [
    ready,
    own,
    staffWaiting,
    grants,
    requests,
    emergencies,
    articles,
    suggestions,
    reports,
    refused,
    cases,
    batches,
    schemes,
    toDo,
    words,
    likenesses,
  ] = await Promise.all([
    signedDuties(db, staff.agencyId, hashes),
    resetsOf(on, staff),
    countStaffWaiting(on, staff),
    isDutyRole(role) ? countToDecide(on, staff) : 0,
    countOpenRequests(db, staff.agencyId),
    countUnseen(on, staff),
    countArticlesToDecide(on, staff),
    countSuggestions(db, toTakeUp(county, staff)),
    reportOffice ? countNewReports(db, reportOffice.id) : 0,
    role === 'data-officer' ? countRefused(db, staff.agencyId === county.duties.data ? undefined : staff.agencyId) : 0,
    countCasesWaiting(db, county, staff, today),
    countBatchesWaiting(db, county, staff),
    countSchemesWaiting(on, staff),
    countForToday(db, county, staff, today),
    countWords(db, county, staff, today),
    countLikenessesWaiting(on, staff),
  ])
  return {
    name: staff.name,
    role,
    agency: staff.agency,
    agencyId: staff.agencyId,
    until,
    sections: sections[role].filter((section) => only[section]?.(on, staff) ?? true),
    ...(isDutyRole(role) && {
      pledge: {
        text: county.texts.pledges[role],
        hash: hashes[role],
        ...(staff.pledge?.hash === hashes[role] && { signedOn: countyTime(staff.pledge.at).day }),
      },
    }),
    agencyReady: { head: ready.head, dataOfficer: ready['data-officer'] },
    resets: own,
    waiting: {
      staff: staffWaiting,
      grants,
      requests,
      emergencies,
      articles,
      suggestions,
      reports,
      refused,
      cases,
      batches,
      schemes,
      likenesses,
    },
    alerts: { today: toDo, words },
  }
}
