import { randomBytes } from 'node:crypto'
import type { bulletin } from '#contract/bulletin/actions'
import { invitationCodeLength, readInvitationCode } from '#domain/access/invitation-code'
import { normOn } from '#domain/county/parameters'
import { idNumberFault } from '#domain/people/id-number'
import { normaliseName } from '#domain/people/names'
import { joinPhones, readPhones } from '#domain/people/phones'
import { unknownVillageOf } from '#domain/place/divisions'
import { typedCode } from '#domain/text/typed'
import { daysAfter } from '#domain/time/dates'
import { applyWithout } from '#affairs/cases/apply'
import { tellApplicant } from '#affairs/cases/tell-household'
import { base32 } from '#kernel/access/code-signer'
import { Bucket } from '#kernel/call/bucket'
import { refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { digest, digests } from '#kernel/seal/seal'
import { fingerprintOf } from '#kernel/seal/written-once'
import { applicationOf, insertApplication } from '#store/public/applications'
import { findCase } from '#store/work/cases'
import { posterPlace } from './poster-place'

/** Far more than a county has in need at once, and far less than would bury its offices. Of everybody together: it knows nobody. */
const bucket = new Bucket(30, 10)

export const applyForm: Action<typeof bulletin.applyForm> = ({ town }, { county }) => {
  const chosen = county.towns.find(({ code }) => code === town)
  return Promise.resolve({
    hardships: county.cases.hardships.map(({ id, name }) => ({ id, name })),
    towns: county.towns.map(({ code, name }) => ({ id: code, name })),
    villages: (chosen?.villages ?? [])
      .filter(({ code }) => code !== unknownVillageOf(chosen!))
      .map(({ code, name }) => ({ id: code, name })),
  })
}

/** Takes down an application as a clue. Its receipt is kept nowhere and comes out of the phone's key again, as a suggestion's does. */
export const apply: Action<typeof bulletin.apply> = async ({ words = '', hardship, place, key, ...typed }, on) => {
  const { db, keys, county, moment } = on
  const hard = county.cases.hardships.find(({ id }) => id === hardship)
  if (!hard) throw refusals.badInput('请选一样现在最难的。您填的内容还在。')
  const applicant = { ...read(typed), hardship: hard.name, words }
  if (!posterPlace(county, place)) throw refusals.badInput('请选住在哪个村。您填的内容还在。')
  const sent = key === undefined ? randomBytes(26) : fingerprintOf(keys, 'application', [key, applicant, place])
  const receipt = base32(sent.subarray(0, 10)).slice(0, invitationCodeLength)
  const dueOn = daysAfter(moment.today, normOn(county, 'case-clue-days', moment.today))
  if (await applicationOf(db, digests(keys, 'suggestion', receipt))) return { receipt, dueOn }
  if (!bucket.take()) throw refusals.busy('现在申请的人太多，没有送出去。您填的内容还在这部手机上，请过几分钟再送一次。')
  const id = `applied-${sent.subarray(10, 26).toString('hex')}`
  const { about, opened } = await applyWithout(on, id, applicant, place)
  await insertApplication(db, {
    ...{ _id: id, receipt: digest(keys, 'suggestion', receipt), caseId: about._id, opened, receivedOn: moment.today },
  }).catch(ignoreSame)
  return { receipt, dueOn }
}

interface Typed {
  name: string
  idNumber: string
  phone: string
}

/** What was typed, as the register writes it. @throws Refusal that says which of it is wrong. */
function read({ name, idNumber, phone }: Typed): Typed {
  const number = typedCode(idNumber).toUpperCase()
  if (idNumberFault(number) !== undefined) throw refusals.badInput('身份证号不对，请照着身份证再核对一遍，一共 18 位。您填的内容还在。')
  const { numbers } = readPhones(phone)
  if (numbers.length === 0) throw refusals.badInput('电话不对，请写 11 位手机号，或者带区号的座机。您填的内容还在。')
  return { name: normaliseName(name), idNumber: number, phone: joinPhones(numbers) }
}

/** Pressed twice at the same moment. */
function ignoreSame(error: unknown): void {
  if ((error as { code?: string }).code !== 'DATABASE_DUPLICATE_WRITE') throw error
}

/** How far an application is, for whoever holds its receipt. */
export const application: Action<typeof bulletin.application> = async ({ receipt }, on) => {
  const typed = readInvitationCode(receipt)
  const found = typed && (await applicationOf(on.db, digests(on.keys, 'suggestion', typed)))
  const about = found && (await findCase(on.db, found.caseId))
  if (!about) throw refusals.notFound('没有找到这个回执号。请对照抄下的号码再看一遍：12 位，只有字母和数字。')
  return { receivedOn: found.receivedOn, told: await tellApplicant(on, about, found) }
}
