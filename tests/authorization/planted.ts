import { schemeIdOf } from '#affairs/schemes/scheme-id'
import { fen } from '#domain/money/money'
import { randomUUID } from 'node:crypto'
import { newCodeId, signCode } from '#kernel/access/code-signer'
import { blindIndex, digest, seal } from '#kernel/seal/seal'
import { insert, update } from '#store/db/write'
import { doctorContracts, pairings } from '#store/people/helpers'
import { dividends, payments, receipts } from '#store/money/money'
import { insertRequest } from '#store/work/requests'
import { codes, households, persons } from '#store/people/register'
import { insertSuggestion } from '#store/public/suggestions'
import { keepIncome } from '#affairs/incomes/keep'
import { keepFindings } from '#affairs/alerts/keep-findings'
import { alertIdOf } from '#affairs/alerts/finding-parts'
import { now } from '#kernel/call/clock'
import type { Cloud } from '../harness/cloud'
import { aContact, anAward, impossibleId } from '../harness/people'

/** Values that stand nowhere else, by what they tell. A reply may hold only those that its reader is allowed. */
export const planted = {
  head: '陈植户',
  member: '李植员',
  idNumber: impossibleId(),
  phone: '16077665544',
  card: '6200000099887766554',
  diagnosis: '植入的病',
  helperPhone: '16011223344',
  // Long enough that no random id contains them.
  money: '762139917',
  dividend: '800178846',
  award: '750331967',
  income: '812,345.67',
  incomeFrom: '植入的收入依据',
  disability: '植入的残疾类别',
  school: '植入的学校',
  listFile: '植入的名册.xls',
  words: '植入的更正话',
  answer: '植入的答复话',
  suggestion: '植入的意见话',
  contact: '16088776655',
  alert: '植入的预警话',
} as const
export type Told = keyof typeof planted

const importedAt = '2026-10-12T00:00:00.000Z'
const common = { digest: 'd', importId: 'planted', importedAt }
export const cadreId = 'planted-cadre'
export const doctorId = 'planted-doctor'

/** A household in which everything there is to tell is told by a value of its own. */
export async function plantHousehold(cloud: Cloud) {
  const { db, keys, county } = cloud
  const town = county.towns[2]!
  const [id, headId, memberId] = [randomUUID(), randomUUID(), randomUUID()]
  const villageCode = town.villages[0]!.code
  const helpers = [cadreId, doctorId]
  const memberNumber = impossibleId()
  const person = (personId: string, name: string, number: string, relation: string) => ({
    _id: personId,
    digest: 'd',
    name,
    idSealed: seal(keys, number),
    idIndex: blindIndex(keys, 'id-number', number),
    sex: '男' as const,
    birth: '1950-06-15' as const,
    householdId: id,
    relation,
    onRegister: true,
    importedAt,
  })
  const code = {
    _id: newCodeId(),
    personId: headId,
    householdId: id,
    villageCode,
    helpers,
    status: 'active' as const,
    issuedOn: '2026-10-12' as const,
  }
  const [paymentId, suggestionId] = [randomUUID(), randomUUID()]
  const subject = { kind: 'household' as const, id }
  const finding = { subject, agencyId: 'civil-affairs', townCode: town.code, villageCode, why: planted.alert, facts: ['planted'] }
  await keepFindings({ ...cloud, moment: now() }, { detector: 'amount_mismatch', scope: '2026-10' }, [
    { ...finding, records: [subject, { kind: 'payment', id: paymentId }] },
  ])
  await Promise.all([
    insert(db, households, {
      _id: id,
      digest: 'd',
      headId,
      headName: planted.head,
      townCode: town.code,
      villageCode,
      category: 'minimum-living',
      certificateNo: 'DB1',
      monthlyFen: fen(1),
      startMonth: '2020-01',
      helpers,
      members: [
        { personId: headId, name: planted.head, relation: '户主' },
        { personId: memberId, name: planted.member, relation: '配偶' },
      ],
      onRegister: true,
      importedAt,
    }),
    insert(db, codes, code),
    insert(db, persons, person(headId, planted.head, planted.idNumber, '户主')),
    insert(db, persons, person(memberId, planted.member, memberNumber, '配偶')),
    aContact(cloud, headId, planted.phone),
    insert(db, payments, {
      _id: paymentId,
      ...common,
      personId: headId,
      householdId: id,
      forWhom: null,
      programme: 'minimum-living',
      month: '2026-10',
      period: '2026年10月',
      dueFen: fen(Number(planted.money)),
      accountName: planted.head,
      cardSealed: seal(keys, planted.card),
      cardIndex: blindIndex(keys, 'card', planted.card),
    }),
    insert(db, receipts, {
      _id: randomUUID(),
      ...common,
      paymentId,
      householdId: id,
      month: '2026-10',
      cardIndex: '',
      amountFen: fen(Number(planted.money)),
      state: 'credited',
      code: '0000',
      text: '交易成功',
      postedOn: '2026-10-15',
    }),
    insert(db, dividends, {
      _id: randomUUID(),
      ...common,
      personId: headId,
      householdId: id,
      scheme: '飞地产业园',
      schemeId: schemeIdOf('飞地产业园'),
      year: 2026,
      principalFen: fen(1),
      dividendFen: fen(Number(planted.dividend)),
    }),
    anAward(cloud, id, {
      personId: headId,
      amountFen: fen(Number(planted.award)),
      fileName: planted.listFile,
      facts: { kind: 'disability', category: planted.disability },
    }),
    anAward(cloud, id, { personId: memberId, fileName: planted.listFile, facts: { kind: 'schooling', school: planted.school } }),
    keepIncome(
      { ...cloud, moment: now() },
      {
        ...{ householdId: id, from: 'desk', ref: 'planted', agency: 'civil-affairs', saidOn: '2026-10-12' },
        stated: { income: { wages: fen(81_234_567) } },
        evidence: planted.incomeFrom,
      },
    ),
    insert(db, pairings, {
      _id: randomUUID(),
      ...common,
      personId: headId,
      householdId: id,
      workerId: cadreId,
      name: '林建国',
      unit: '县农业农村局',
      post: null,
      phoneSealed: seal(keys, planted.helperPhone),
      measures: [],
      lastVisit: null,
    }),
    insert(db, doctorContracts, {
      _id: randomUUID(),
      ...common,
      personId: headId,
      householdId: id,
      workerId: doctorId,
      name: '周敏',
      clinic: '南田镇卫生院',
      signedOn: null,
      groupSealed: seal(keys, planted.diagnosis),
      visitsThisYear: 0,
    }),
    insertRequest(db, {
      _id: randomUUID(),
      kind: 'correction',
      householdId: id,
      personId: headId,
      villageCode,
      from: '陈**',
      toAgencyId: 'civil-affairs',
      to: '县民政局',
      about: '家里人',
      lookId: null,
      wordsSealed: seal(keys, planted.words),
      at: importedAt,
      answerSealed: null,
      answeredBy: null,
      answeredAt: null,
    }),
    insertSuggestion(db, {
      _id: suggestionId,
      receipt: digest(keys, 'suggestion', 'ABCDEFGHJKMP'),
      wordsSealed: seal(keys, planted.suggestion),
      contactSealed: seal(keys, planted.contact),
      place: villageCode,
      state: 'assigned',
      receivedOn: '2026-10-12',
      dueOn: '2026-11-12',
      agencyId: 'civil-affairs',
      agency: '县民政局',
      noteSealed: null,
      answerSealed: null,
      answeredBy: null,
      answeredOn: null,
      published: null,
      publicOn: null,
    }),
  ])
  return {
    id,
    headId,
    villageCode,
    townCode: town.code,
    token: signCode(keys, code._id),
    codeId: code._id,
    paymentId,
    suggestionId,
    alertId: alertIdOf('amount_mismatch', finding),
  }
}
export type Planted = Awaited<ReturnType<typeof plantHousehold>>

/** Which of the planted values stand in a text; amounts also as people read them. */
export function toldIn(text: string): Told[] {
  const inYuan: Partial<Record<Told, string>> = { money: '7,621,399.17', dividend: '8,001,788.46', award: '7,503,319.67' }
  const spellings = (told: Told) => [planted[told], ...(inYuan[told] ? [inYuan[told]] : [])]
  return (Object.keys(planted) as Told[]).filter((told) => spellings(told).some((spelling) => text.includes(spelling)))
}

/** The request that was planted is open again, whoever answered it. */
export const reopenRequests = ({ db }: Cloud) =>
  import('#store/work/requests').then(({ requests }) =>
    update(db, requests, {}, { $set: { answerSealed: null, answeredBy: null, answeredAt: null } }),
  )
