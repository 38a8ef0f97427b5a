import { faulty, understoodFile } from './read'

/** Files on which an earlier intake failed, each of a kind of its own (tests/fixtures/faults/README.md): how they end now. */
describe('a faulty file is read right', () => {
  test.each<[string, string, number, number]>([
    ['01', 'bank-receipt', 8, 871500],
    ['02', 'payment-plan', 8, 871500],
    ['03', 'register', 8, 259850],
    ['09', 'payment-plan', 8, 871500],
    ['10', 'payment-plan', 8, 871500],
    ['11', 'payment-plan', 8, 871500],
    ['13', 'dividend', 8, 663800],
    ['18', 'pairing', 8, 0],
    ['20', 'payment-plan', 8, 871500],
    ['21', 'payment-plan', 8, 871500],
    ['23', 'register', 8, 259850],
    ['24', 'payment-plan', 8, 871500],
    ['26', 'bank-receipt', 8, 871500],
  ])('%s: %s, %d rows, %d 分, nothing refused and no column unread', async (start, kind, rows, amountFen) =>
    expect(await understoodFile(faulty(start))).toMatchObject({
      kind,
      rows,
      accepted: rows,
      amountFen,
      refused: [],
      columns: [],
      sheets: [],
    }),
  )

  test('03: each household keeps its amount', async () => {
    const { taken } = await understoodFile(faulty('03'))
    expect(taken.rows).toHaveLength(8)
  })

  test('04: members are not the applicant; the paid households, whose amounts the file lacks, are returned by name', async () => {
    const { refused, taken } = await understoodFile(faulty('04'))
    expect(refused).toEqual(['名册 5 amount_missing', '名册 8 amount_missing', '名册 9 amount_missing'])
    const [row] = taken.rows.filter(({ number }) => number === 7)
    expect([row!.text('name'), row!.text('id'), row!.text('head_name'), row!.text('head_id')]).toEqual([
      '程彩春',
      '330399201506101286',
      '林松启',
      '33039919380928107X',
    ])
  })

  test('05: a card number among the amounts costs its own row only', async () =>
    expect(await understoodFile(faulty('05'))).toMatchObject({
      rows: 8,
      accepted: 7,
      refused: ['10月 6 amount_too_large'],
      amountFen: 764250,
    }))

  test('13: below the second headings, principal and dividend change places with them', async () => {
    const { taken } = await understoodFile(faulty('13'))
    expect(taken.rows.map((row) => [row.number, row.cell('principal' as never), row.cell('dividend' as never)])).toEqual([
      [4, 10000, 800],
      [5, 10100, 808.5],
      [6, 10200, 817],
      [7, 10300, 825.5],
      [9, 10400, 834],
      [10, 10500, 842.5],
      [11, 10600, 851],
      [12, 10700, 859.5],
    ])
  })

  test('29: a sheet that cannot be resolved is a sentence', () =>
    expect(understoodFile(faulty('29'))).rejects.toThrow(/^这个 Excel 文件.*不完整或已损坏.*。$/))
})
