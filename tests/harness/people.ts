import { schemeIdOf } from '#affairs/schemes/scheme-id'
import { fen } from '#domain/money/money'
import { randomBytes, randomUUID } from 'node:crypto'
import { isDutyRole, type StaffRole, type WorkerRole } from '#domain/access/staff'
import type { AwardFacts } from '#domain/money/awards'
import { checkCharacter } from '#domain/people/id-number'
import type { Month } from '#domain/time/dates'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import { loginIndexes, newAccount, newSession } from '#kernel/access/caller'
import { pledgeHashes } from '#affairs/pledges/pledge'
import { blindIndex, seal } from '#kernel/seal/seal'
import { accounts, insertAccount, type Account } from '#store/access/accounts'
import { insert, remove } from '#store/db/write'
import { contacts } from '#store/people/contacts'
import { agencyHolder, insertGrant, staffHolder, type Grant } from '#store/access/grants'
import { doctorContracts, pairings } from '#store/people/helpers'
import { awards, type Award } from '#store/money/awards'
import { dividends, payments, receipts } from '#store/money/money'
import { insertProxy, type Proxy } from '#store/access/proxies'
import { codes, households, persons, type Code, type Household } from '#store/people/register'
import { insertStaff, type Staff } from '#store/access/staff'
import type { As, Cloud } from './cloud'

const importedAt = '2026-10-12T00:00:00.000Z'
const common = { digest: 'd', importId: 'test', importedAt }

let serial = 0
/** An identity number of nobody: 330399 is no county. */
export function impossibleId(): string {
  const first17 = `33039919${50 + (serial % 40)}0${1 + (serial % 9)}1${serial % 10}${String(serial++ % 1000).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

/** A household with its head, the head's code, and whatever helpers look after it. */
export async function aHousehold({ db, keys, county }: Cloud, over: Partial<Household> & { codeStatus?: Code['status'] } = {}) {
  const { codeStatus = 'active', ...facts } = over
  const id = randomUUID()
  const headId = randomUUID()
  const headName = facts.headName ?? '陈阿公'
  const idNumber = impossibleId()
  const household: Household = {
    _id: id,
    digest: 'd',
    headId,
    headName,
    townCode: county.towns[0]!.code,
    villageCode: county.towns[0]!.villages[0]!.code,
    category: 'minimum-living',
    certificateNo: 'DB1',
    monthlyFen: fen(76200),
    startMonth: '2020-01',
    helpers: [],
    members: [{ personId: headId, name: headName, relation: '户主' }],
    onRegister: true,
    importedAt,
    ...facts,
  }
  const code: Code = {
    _id: newCodeId(),
    personId: headId,
    householdId: id,
    villageCode: household.villageCode,
    helpers: household.helpers,
    status: codeStatus,
    issuedOn: '2026-10-12',
  }
  await Promise.all([
    insert(db, households, household),
    insert(db, codes, code),
    insert(db, persons, {
      _id: headId,
      digest: 'd',
      name: headName,
      idSealed: seal(keys, idNumber),
      idIndex: blindIndex(keys, 'id-number', idNumber),
      sex: '男',
      birth: '1946-06-15',
      householdId: id,
      relation: '户主',
      onRegister: true,
      importedAt,
    }),
  ])
  return { ...household, idNumber, token: signCode(keys, code._id), codeId: code._id }
}

/** A due of one month, and what the bank did with it (nothing: still waiting). */
export async function aPayment(
  { db, keys }: Cloud,
  householdId: string,
  {
    programme = 'minimum-living',
    month,
    dueFen,
    bank,
    period = month,
    forWhom = null,
  }: { programme?: string; month: Month; dueFen: number; bank?: 'credited' | string; period?: string; forWhom?: string | null },
) {
  const _id = randomUUID()
  const card = `62000000${randomBytes(5).toString('hex')}`
  await insert(db, payments, {
    _id,
    ...common,
    personId: 'p',
    householdId,
    forWhom,
    programme,
    month,
    period,
    dueFen: fen(dueFen),
    accountName: '陈阿公',
    cardSealed: seal(keys, card),
    cardIndex: blindIndex(keys, 'card', card),
  })
  if (bank) {
    const credited = bank === 'credited'
    await insert(db, receipts, {
      _id: randomUUID(),
      ...common,
      paymentId: _id,
      householdId,
      month,
      cardIndex: '',
      amountFen: fen(dueFen),
      state: credited ? 'credited' : 'failed',
      code: credited ? '0000' : bank,
      text: credited ? '交易成功' : '户名不符',
      postedOn: credited ? `${month}-15` : null,
    })
  }
}

export const aDividend = ({ db }: Cloud, householdId: string) =>
  insert(db, dividends, {
    _id: randomUUID(),
    ...common,
    personId: 'p',
    householdId,
    scheme: '飞地产业园',
    schemeId: schemeIdOf('飞地产业园'),
    year: 2026,
    principalFen: fen(800000),
    dividendFen: fen(80000),
  })

/** What a list says somebody is due: a quarter's care allowance, unless `over` says otherwise. */
export async function anAward(
  { db, keys }: Cloud,
  householdId: string,
  { facts = { kind: 'disability', category: '肢体', grade: '二级' }, ...over }: Partial<Award> & { facts?: AwardFacts } = {},
): Promise<Award> {
  const award: Award = {
    _id: randomUUID(),
    ...common,
    personId: 'p',
    householdId,
    kind: facts.kind,
    programme: 'disability-care',
    called: '重度残疾人护理补贴',
    forWhom: '李**',
    period: '2026-Q3',
    until: '2026-09',
    amountFen: fen(75000),
    factsSealed: seal(keys, JSON.stringify(facts)),
    agency: 'disabled-federation',
    day: '2026-09-28',
    fileName: '残联_两项补贴.xls',
    sheet: '两项补贴',
    row: 12,
    ...over,
  }
  await insert(db, awards, award)
  return award
}

/** A paired cadre (with a phone) and a family doctor. */
export async function helpersFor({ db, keys }: Cloud, householdId: string, workerId: string) {
  await insert(db, pairings, {
    _id: randomUUID(),
    ...common,
    personId: 'p',
    householdId,
    workerId,
    name: '林建国',
    unit: '县农业农村局',
    post: '科员',
    phoneSealed: seal(keys, '16000000002'),
    measures: [],
    lastVisit: '2026-09-28',
  })
  await insert(db, doctorContracts, {
    _id: randomUUID(),
    ...common,
    personId: 'p',
    householdId,
    workerId: randomUUID(),
    name: '周敏',
    clinic: '南田镇卫生院',
    signedOn: '2026-02-01',
    groupSealed: seal(keys, '高血压'),
    visitsThisYear: 2,
  })
}

/** A registered phone, by which a person may bind. */
export const aContact = ({ db, keys }: Cloud, personId: string, phone: string) =>
  insert(db, contacts, { _id: personId, digest: 'd', phoneSealed: seal(keys, phone), by: 'office', at: importedAt })

type Binds = Partial<Pick<Account, 'person' | 'staffId' | 'grantHolders' | 'proxyIds' | 'session'>>

/** Signs somebody in with a session, as H5 and Alipay do. */
export async function signedIn({ db, keys }: Cloud, binds: Binds = {}, until = '2999-01-01T00:00:00.000Z'): Promise<{ session: string }> {
  const account = newAccount(keys, importedAt)
  const { token, session } = newSession(keys, account._id, until)
  await insertAccount(db, { ...account, ...binds, session: { ...session, ...binds.session } })
  return { session: token }
}

export const asFarmer = (cloud: Cloud, { headId }: Pick<Household, 'headId'>): Promise<As> =>
  signedIn(cloud, { person: { personId: headId, boundOn: '2026-10-12' } })

interface Post {
  areas?: string[]
  workerId?: string | null
  agencyId?: string
  name?: string
  pledged?: boolean
  status?: Staff['status']
}

/** Somebody of the staff; head and data officer have signed their pledge unless told otherwise. */
export async function aStaff(
  { db, county }: Cloud,
  role: StaffRole,
  { areas = [], workerId = null, agencyId = 'town-330328102', name = '王小二', pledged = true, status = 'active' }: Post = {},
): Promise<Staff> {
  const agency = county.agencies.find(({ id }) => id === agencyId)?.name ?? agencyId
  const one: Staff = {
    _id: randomUUID(),
    role,
    name,
    agencyId,
    agency,
    areas,
    workerId,
    status,
    invitedBy: 'test',
    since: importedAt,
    pledge: pledged && isDutyRole(role) ? { hash: pledgeHashes(county)[role], at: importedAt } : null,
    removed: null,
  }
  await insertStaff(db, one)
  return one
}

export const bindsOf = ({ _id, agencyId }: Staff): Binds => ({ staffId: _id, grantHolders: [staffHolder(_id), agencyHolder(agencyId)] })

export const asStaff = (cloud: Cloud, one: Staff): Promise<As> => signedIn(cloud, bindsOf(one))

export const asWorker = async (cloud: Cloud, role: WorkerRole, post: Post): Promise<As> => asStaff(cloud, await aStaff(cloud, role, post))

/** Binds a WeChat user. */
export async function boundOpenid({ db, keys }: Cloud, openid: string, binds: Binds): Promise<As> {
  await remove(db, accounts, { loginIndex: { $in: loginIndexes(keys, 'wechat', openid) } })
  await insertAccount(db, { ...newAccount(keys, importedAt, { platform: 'wechat', user: openid }), ...binds, session: null })
  return { openid }
}

/** An approved grant of this year, for a holder of an agency; head and data officer of it must be there for it to count. */
export async function aGrant({ db }: Cloud, one: Staff, over: Partial<Grant> = {}): Promise<Grant> {
  const by = { staffId: 'asker', name: '郑专员' }
  const grant: Grant = {
    _id: randomUUID(),
    holder: staffHolder(one._id),
    holderName: one.name,
    agencyId: one.agencyId,
    agency: one.agency,
    purpose: 'funds-check',
    area: '330328',
    householdId: null,
    parts: ['money', 'members'],
    fields: [],
    from: '2026-01-01',
    until: '2999-12-31',
    untilInstant: null,
    status: 'approved',
    emergency: false,
    reason: '核查',
    askedBy: by,
    askedAt: importedAt,
    decidedBy: { staffId: 'checker', name: '叶局长' },
    decidedAt: importedAt,
    why: '',
    alarmedAgencyId: null,
    acknowledgedBy: null,
    ...over,
  }
  await insertGrant(db, grant)
  return grant
}

/** An agency whose head and data officer stand under their pledge. */
export async function aPledgedAgency(cloud: Cloud, agencyId = 'civil-affairs') {
  const [head, dataOfficer] = [
    await aStaff(cloud, 'head', { agencyId, name: '叶局长' }),
    await aStaff(cloud, 'data-officer', { agencyId, name: '郑专员' }),
  ]
  return { agencyId, head, dataOfficer }
}

/** A relative who may see. */
export async function aProxy({ db }: Cloud, personId: string, over: Partial<Proxy> = {}): Promise<Proxy> {
  const proxy: Proxy = {
    _id: randomUUID(),
    personId,
    principal: '陈**',
    name: '陈小妹',
    relation: '女儿',
    parts: ['money', 'helpers'],
    from: '2026-01-01',
    until: '2999-12-31',
    by: 'self',
    evidence: null,
    redeemed: true,
    revoked: null,
    createdAt: importedAt,
    ...over,
  }
  await insertProxy(db, proxy)
  return proxy
}
