import { fen } from '#domain/money/money'
import { randomUUID } from 'node:crypto'
import type { Category } from '#domain/register/register'
import { blindIndex, seal } from '#kernel/seal/seal'
import { insertMany } from '#store/db/write'
import { doctorContracts, pairings } from '#store/people/helpers'
import { payments, receipts } from '#store/money/money'
import { events, households, persons, type Household, type Person, type RegisterEvent } from '#store/people/register'
import type { Cloud } from '../harness/cloud'
import { impossibleId } from '../harness/people'

/** Everything of a household that must never stand on a village's page. */
export const secret = {
  phone: '16055443322',
  card: '6200000011223344556',
  diagnosis: '藏着的病',
  exitReason: '藏着的退出原因',
  evidence: '藏着的证明',
  approver: '藏着的审批人',
  certificate: 'CZ藏着的证号',
  headName: '陈藏名',
  wifeName: '李藏名',
} as const

interface Home {
  village: string
  category?: Category
  onRegister?: boolean
  /** Credited this month, in 分, by programme. */
  paid?: Record<string, number>
  paired?: boolean
  /** What the register's history says of the head, and of the wife. */
  head?: Pick<RegisterEvent, 'kind' | 'on'>[]
  wife?: Pick<RegisterEvent, 'kind' | 'on'>[]
  headName?: string
  /** The plan stands, the bank has not answered. */
  waiting?: Record<string, number>
}

const importedAt = '2026-10-12T00:00:00.000Z'
const common = { digest: 'd', importId: 'test', importedAt }
const month = '2026-10'

/** Households of two, written together however many; every secret stands in each. */
export async function settle({ db, keys }: Cloud, homes: Home[]): Promise<{ ids: string[]; secrets: string[] }> {
  const made = homes.map((home) => ({
    ...home,
    id: randomUUID(),
    headId: randomUUID(),
    wifeId: randomUUID(),
    numbers: [impossibleId(), impossibleId()] as const,
  }))
  const person = (home: (typeof made)[number], _id: string, name: string, number: string, relation: string): Person => ({
    _id,
    digest: 'd',
    name,
    idSealed: seal(keys, number),
    idIndex: blindIndex(keys, 'id-number', number),
    sex: '男',
    birth: '1950-06-15',
    householdId: home.id,
    relation,
    onRegister: home.onRegister ?? true,
    importedAt,
  })
  const event =
    (personId: string) =>
    ({ kind, on }: Pick<RegisterEvent, 'kind' | 'on'>): RegisterEvent => ({
      _id: randomUUID(),
      digest: 'd',
      personId,
      kind,
      on,
      reason: secret.exitReason,
      evidence: secret.evidence,
      approver: secret.approver,
      importId: 'test',
    })
  const plan = made.flatMap((home) =>
    Object.entries({ ...home.paid, ...home.waiting }).map(([programme, paid]) => ({
      home,
      programme,
      amount: fen(paid),
      _id: randomUUID(),
    })),
  )
  await Promise.all([
    insertMany(
      db,
      households,
      made.map(
        ({ id, headId, wifeId, village, category = 'minimum-living', onRegister = true, headName = secret.headName }): Household => ({
          _id: id,
          digest: 'd',
          headId,
          headName,
          townCode: village.slice(0, 9),
          villageCode: village,
          category,
          certificateNo: secret.certificate,
          monthlyFen: fen(76200),
          startMonth: null,
          helpers: [],
          members: [
            { personId: headId, name: headName, relation: '户主' },
            { personId: wifeId, name: secret.wifeName, relation: '配偶' },
          ],
          onRegister,
          importedAt,
        }),
      ),
    ),
    insertMany(
      db,
      persons,
      made.flatMap((home) => [
        person(home, home.headId, home.headName ?? secret.headName, home.numbers[0], '户主'),
        person(home, home.wifeId, secret.wifeName, home.numbers[1], '配偶'),
      ]),
    ),
    insertMany(
      db,
      events,
      made.flatMap(({ headId, wifeId, head = [], wife = [] }) => [...head.map(event(headId)), ...wife.map(event(wifeId))]),
    ),
    insertMany(
      db,
      payments,
      plan.map(({ home, programme, amount, _id }) => ({
        _id,
        ...common,
        personId: home.headId,
        householdId: home.id,
        forWhom: null,
        programme,
        month,
        period: month,
        dueFen: amount,
        accountName: home.headName ?? secret.headName,
        cardSealed: seal(keys, secret.card),
        cardIndex: blindIndex(keys, 'card', secret.card),
      })),
    ),
    insertMany(
      db,
      receipts,
      plan
        .filter(({ home, programme }) => home.paid?.[programme] !== undefined)
        .map(({ home, amount, _id }) => ({
          _id: randomUUID(),
          ...common,
          paymentId: _id,
          householdId: home.id,
          month,
          cardIndex: '',
          amountFen: amount,
          state: 'credited' as const,
          code: '0000',
          text: '交易成功',
          postedOn: `${month}-15`,
        })),
    ),
    insertMany(
      db,
      pairings,
      made
        .filter(({ paired }) => paired)
        .map(({ id, headId }) => ({
          _id: randomUUID(),
          ...common,
          personId: headId,
          householdId: id,
          workerId: 'w',
          name: '林建国',
          unit: '县农业农村局',
          post: null,
          phoneSealed: seal(keys, secret.phone),
          measures: [],
          lastVisit: null,
        })),
    ),
    insertMany(
      db,
      doctorContracts,
      made.map(({ id, headId }) => ({
        _id: randomUUID(),
        ...common,
        personId: headId,
        householdId: id,
        workerId: 'd',
        name: '周敏',
        clinic: '南田镇卫生院',
        signedOn: null,
        groupSealed: seal(keys, secret.diagnosis),
        visitsThisYear: 0,
      })),
    ),
  ])
  return { ids: made.flatMap(({ id, headId, wifeId }) => [id, headId, wifeId]), secrets: made.flatMap(({ numbers }) => [...numbers]) }
}

/** So many households alike. */
export const times = (count: number, home: Home): Home[] => Array.from({ length: count }, () => home)
