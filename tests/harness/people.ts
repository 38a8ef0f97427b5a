import { randomBytes, randomUUID } from 'node:crypto'
import type { WorkerRole } from '#domain/county'
import { checkCharacter } from '#domain/id-number'
import type { Month } from '#domain/dates'
import { newCodeId, signCode } from '#kernel/code-signer'
import { newSession, wechatAccountId } from '#kernel/caller'
import { blindIndex, seal } from '#kernel/seal'
import { saveAccount, type Account } from '#store/accounts'
import { insert } from '#store/collection'
import { doctorContracts, pairings } from '#store/helpers'
import { dividends, payments, receipts } from '#store/money'
import { codes, households, persons, type Code, type Household } from '#store/register'
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
    _id: id, digest: 'd', headId, headName, townCode: county.towns[0]!.code, villageCode: county.towns[0]!.villages[0]!.code,
    category: 'minimum-living', certificateNo: 'DB1', monthlyFen: 76200, startMonth: '2020-01', helpers: [],
    members: [{ personId: headId, name: headName, relation: '户主' }], onRegister: true, importedAt, ...facts,
  }
  const code: Code = { _id: newCodeId(), personId: headId, householdId: id, villageCode: household.villageCode, helpers: household.helpers, status: codeStatus, issuedOn: '2026-10-12' }
  await Promise.all([
    insert(db, households, household),
    insert(db, codes, code),
    insert(db, persons, { _id: headId, digest: 'd', name: headName, idSealed: seal(keys, idNumber), idIndex: blindIndex(keys, 'id-number', idNumber), sex: '男', birth: '1946-06-15', householdId: id, relation: '户主', onRegister: true, importedAt }),
  ])
  return { ...household, idNumber, token: signCode(keys, code._id), codeId: code._id }
}

/** A due of one month, and what the bank did with it (nothing: still waiting). */
export async function aPayment({ db, keys }: Cloud, householdId: string, { programme = 'minimum-living', month, dueFen, bank, period = month, forWhom = null }: { programme?: string; month: Month; dueFen: number; bank?: 'credited' | string; period?: string; forWhom?: string | null }) {
  const _id = randomUUID()
  const card = `62000000${randomBytes(5).toString('hex')}`
  await insert(db, payments, { _id, ...common, personId: 'p', householdId, forWhom, programme, month, period, dueFen, accountName: '陈阿公', cardSealed: seal(keys, card), cardIndex: blindIndex(keys, 'card', card) })
  if (bank) {
    const credited = bank === 'credited'
    await insert(db, receipts, { _id: randomUUID(), ...common, paymentId: _id, householdId, month, cardIndex: '', amountFen: dueFen, state: credited ? 'credited' : 'failed', code: credited ? '0000' : bank, text: credited ? '交易成功' : '户名不符', postedOn: credited ? `${month}-15` : null })
  }
}

export const aDividend = ({ db }: Cloud, householdId: string) =>
  insert(db, dividends, { _id: randomUUID(), ...common, personId: 'p', householdId, scheme: '飞地产业园', year: 2026, principalFen: 800000, dividendFen: 80000 })

/** A paired cadre (with a phone) and a family doctor. */
export async function helpersFor({ db, keys }: Cloud, householdId: string, workerId: string) {
  await insert(db, pairings, { _id: randomUUID(), ...common, personId: 'p', householdId, workerId, name: '林建国', unit: '县农业农村局', post: '科员', phoneSealed: seal(keys, '16000000002'), measures: [], lastVisit: '2026-09-28' })
  await insert(db, doctorContracts, { _id: randomUUID(), ...common, personId: 'p', householdId, workerId: randomUUID(), name: '周敏', clinic: '南田镇卫生院', signedOn: '2026-02-01', groupSealed: seal(keys, '高血压'), visitsThisYear: 2 })
}

/** Signs somebody in with a session, as H5 and Alipay do. */
export async function signedIn({ db, keys }: Cloud, binds: Partial<Pick<Account, 'person' | 'post'>>, until = '2999-01-01T00:00:00.000Z'): Promise<{ session: string }> {
  const _id = randomUUID()
  const { token, session } = newSession(keys, _id, until)
  await saveAccount(db, { _id, session, person: null, post: null, ...binds })
  return { session: token }
}

export const asFarmer = (cloud: Cloud, { _id, headId, headName }: Household): Promise<As> =>
  signedIn(cloud, { person: { personId: headId, householdId: _id, name: `${headName[0]}**` } })

export const asWorker = (cloud: Cloud, role: WorkerRole, { areas = [], workerId = null }: { areas?: string[]; workerId?: string | null }): Promise<As> =>
  signedIn(cloud, { post: { role, name: '王小二', agency: '南田镇人民政府', areas, workerId } })

/** Binds a WeChat user. */
export async function boundOpenid({ db, keys }: Cloud, openid: string, binds: Partial<Pick<Account, 'person' | 'post'>>): Promise<As> {
  await saveAccount(db, { _id: wechatAccountId(keys, openid), session: null, person: null, post: null, ...binds })
  return { openid }
}
