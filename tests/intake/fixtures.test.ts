import type { ImportResult } from '#contract/intake/actions'
import { blindIndex, open } from '#kernel/seal/seal'
import { count, find, findEach } from '#store/db/read'
import { doctorContracts, pairings } from '#store/people/helpers'
import { imports } from '#store/intake/intake'
import { quarantine, warnings } from '#store/intake/quarantine'
import { dividends, payments, receipts } from '#store/money/money'
import { codes, events, households, persons } from '#store/people/register'
import { read, utils } from '@e965/xlsx'
import { readFileSync } from 'node:fs'
import { startCloud, type Cloud } from '../harness/cloud'
import { fileOf, findings, takenFiles, type TrueFile } from './truth'

let cloud: Cloud
const results = new Map<number, ImportResult>()
beforeAll(async () => {
  cloud = await startCloud()
  for (const { n, path } of takenFiles) results.set(n, await cloud.importFile(path))
}, 60_000)
afterAll(() => cloud.close())

const rowsOf = async (of: typeof quarantine | typeof warnings, n: number) =>
  (
    await findEach<{ _id: string; sheet: string; row: number; code: string; field?: string }>(cloud.db, of, {
      importId: results.get(n)!.sha256,
    })
  )
    .map(({ sheet, row, code, field }) => [sheet, row, code, ...(field ? [field] : [])].join(' '))
    .sort()
const personByNumber = async (id: string) => (await find(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', id) }))[0]

describe.each(takenFiles)('$file', ({ n, kind, data_rows, accepted, rejected, warnings: remarks, sumFen, normalised }) => {
  test('counts and sums as its truth says', () =>
    expect(results.get(n)).toMatchObject({
      kind,
      rows: data_rows,
      accepted,
      quarantined: rejected.length,
      warned: remarks.length,
      amountFen: sumFen,
      seenBefore: false,
    }))

  test('quarantines exactly the rows that must not come in', async () =>
    expect(await rowsOf(quarantine, n)).toEqual(
      rejected.map(({ sheet, row, reason, field }) => [sheet, row, reason, field].join(' ')).sort(),
    ))

  test('remarks on exactly the rows that somebody must look at', async () =>
    expect(await rowsOf(warnings, n)).toEqual(remarks.map(({ sheet, row, reason }) => [sheet, row, reason].join(' ')).sort()))

  test('cleans what is only badly written', async () => {
    for (const { expected } of normalised) {
      const found = await Promise.all([
        count(cloud.db, persons, { idIndex: blindIndex(cloud.keys, 'id-number', expected) }),
        count(cloud.db, payments, { $or: [{ cardIndex: blindIndex(cloud.keys, 'card', expected) }, { accountName: expected }] }),
      ])
      expect([expected, Math.max(...found)]).not.toEqual([expected, 0])
    }
  })

  test('quarantined rows are sealed, explained in Chinese and can be read again with the key', async () => {
    for (const { rawSealed, reason, row } of await findEach(cloud.db, quarantine, { importId: results.get(n)!.sha256 })) {
      const { name } = rejected.find((truth) => truth.row === row) as TrueFile['rejected'][number] & { name: string }
      expect(rawSealed).not.toContain(name)
      expect(JSON.parse(open(cloud.keys, rawSealed))).toContain(name)
      expect(reason).toMatch(/[\u4e00-\u9fff].*。$/)
    }
  })

  test('the same file again changes nothing and says so', async () => {
    const again = await cloud.importFile(fileOf(n).path)
    expect(again).toEqual({ ...results.get(n), seenBefore: true, added: 0, changed: 0 })
  })
})

test('a file of no known kind is refused with a sentence, and nothing written', async () => {
  const before = await count(cloud.db, persons, {})
  const rows = '序号,姓名,身份证号,参赛项目,名次\r\n1,赵甲,330399195001010018,拔河,第一名\r\n'
  const result = await cloud.importBytes('文体局_运动会成绩_2026.csv', Buffer.from(rows))
  expect(result).toMatchObject({ rows: 0, accepted: 0, refused: expect.stringContaining('没有认出') as string })
  expect((await find(cloud.db, imports, { _id: result.sha256 }))[0]).toMatchObject({ status: 'refused' })
  expect(await count(cloud.db, persons, {})).toBe(before)
})

describe('the register', () => {
  test('has 300 households, and one active code and one entry for each of its people', async () => {
    const truth = fileOf(1)
    expect(await count(cloud.db, households, {})).toBe(truth.households_accepted)
    expect(await count(cloud.db, persons, { onRegister: true })).toBe(truth.accepted)
    const cards = await findEach(cloud.db, codes, { status: 'active' })
    expect(new Set(cards.map(({ personId }) => personId)).size).toBe(truth.accepted)
    expect(cards).toHaveLength(truth.accepted)
    expect(await count(cloud.db, events, { kind: 'recognised' })).toBe(truth.accepted)
  })

  test('a hidden row is a household like any other', async () => {
    const { id } = truthWarning(1, 'hidden_row')
    const person = await personByNumber(id)
    expect(await find(cloud.db, households, { _id: person!.householdId })).toHaveLength(1)
  })
})

const truthWarning = (n: number, reason: string) =>
  fileOf(n).warnings.find((warning) => warning.reason === reason) as unknown as { id: string; row: number }

describe('the money', () => {
  test('by programme', async () => {
    const rows = await findEach(cloud.db, payments, { month: '2026-10' })
    for (const [name, truth] of Object.entries(fileOf(3).by_project!)) {
      const programme = cloud.county.programmes.find((known) => known.name === name)!.id
      const own = rows.filter((row) => row.programme === programme)
      expect([name, own.length, own.reduce((sum, { dueFen }) => sum + dueFen, 0)]).toEqual([name, truth.rows, truth.sum_fen])
    }
  })

  test('what the bank credited and refused', async () => {
    const lines = await findEach(cloud.db, receipts, {})
    for (const [state, truth] of [
      ['credited', fileOf(4).success!],
      ['failed', fileOf(4).failed!],
    ] as const) {
      const own = lines.filter((line) => line.state === state)
      expect([state, own.length, own.reduce((sum, { amountFen }) => sum + amountFen, 0)]).toEqual([state, truth.rows, truth.sum_fen])
    }
  })

  test('the receipt line without a plan row, and the plan row without a receipt', async () => {
    const [stray] = findings('receipt_without_plan')
    expect(await find(cloud.db, receipts, { paymentId: null })).toMatchObject([
      { cardIndex: blindIndex(cloud.keys, 'card', stray!.card!), amountFen: stray!.fen, householdId: null },
    ])
    const [unanswered] = findings('plan_without_receipt')
    const answered = new Set((await findEach(cloud.db, receipts, {})).map(({ paymentId }) => paymentId))
    const waiting = (await findEach(cloud.db, payments, {})).filter(({ _id }) => !answered.has(_id))
    expect(waiting).toMatchObject([
      { personId: (await personByNumber(unanswered!.id!))!._id, programme: 'resettlement', dueFen: unanswered!.fen },
    ])
  })

  test('each refusal stands at the programme and person it was for', async () => {
    for (const { id, code, project, fen } of findings('bank_failed')) {
      const [line] = await find(cloud.db, receipts, { state: 'failed', code, amountFen: fen })
      const [due] = await find(cloud.db, payments, { _id: line!.paymentId })
      const programme = cloud.county.programmes.find(({ name }) => name === project)!.id
      expect(due).toMatchObject({ personId: (await personByNumber(id!))!._id, programme })
    }
  })

  test('a month planned twice stays two payments', async () => {
    const [twice] = findings('duplicate_payment')
    const person = await personByNumber(twice!.id!)
    expect(await count(cloud.db, payments, { personId: person!._id, programme: 'minimum-living', period: '2026年10月' })).toBe(2)
  })

  test('somebody on no register is remembered, without a household', async () => {
    const [stranger] = findings('not_on_register')
    expect(await personByNumber(stranger!.id!)).toMatchObject({ onRegister: false, householdId: null })
  })

  test('dividends and their principal', async () => {
    const shares = await findEach(cloud.db, dividends, {})
    expect(shares.reduce((sum, { principalFen }) => sum + principalFen, 0)).toBe(fileOf(10).amounts.principal!.sum_fen_accepted)
  })
})

describe('helpers', () => {
  test('visit dates in seven forms', async () => {
    const file = fileOf(7)
    const book = read(readFileSync(file.path), { dense: true })
    const cells = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 })
    const refused = new Set(file.rejected.map(({ row }) => row))
    for (const { row, expected } of file.dates!.filter((date) => !refused.has(date.row))) {
      const person = await personByNumber(cells[row - 1]![4]!.trim().toUpperCase())
      const [pairing] = await find(cloud.db, pairings, { personId: person!._id })
      expect([row, pairing!.lastVisit]).toEqual([row, expected])
    }
  })

  test('stand on the household and on the codes of all its members', async () => {
    const [pairing] = await find(cloud.db, pairings, { householdId: { $ne: null } })
    const doctors = await find(cloud.db, doctorContracts, { householdId: pairing!.householdId })
    const expected = [...new Set([pairing!.workerId, ...doctors.map(({ workerId }) => workerId)])].sort()
    const [home] = await find(cloud.db, households, { _id: pairing!.householdId })
    expect([...home!.helpers].sort()).toEqual(expected)
    for (const code of await find(cloud.db, codes, { householdId: home!._id })) expect([...code.helpers].sort()).toEqual(expected)
  })

  test('names beyond GB2312 and beyond the BMP come through', async () => {
    for (const name of ['雷㛃', '蓝秀𬞟', '钟翀', '林昶', '吴峃生', '阿依·古丽'])
      expect([name, (await find(cloud.db, persons, { name })).length]).toEqual([name, 1])
  })

  test('a doctor’s population group is sealed', async () => {
    const [contract] = await find(cloud.db, doctorContracts, {})
    expect(JSON.stringify(contract)).not.toMatch(/高血压|糖尿病|老年人|低收入人口/)
    expect(open(cloud.keys, contract!.groupSealed)).toMatch(/[\u4e00-\u9fff]/)
  })
})
