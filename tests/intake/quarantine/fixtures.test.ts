import { findById } from '#store/db/read'
import { imports } from '#store/intake/intake'
import { startCloud, type As, type Cloud } from '../../harness/cloud'
import { numberOf, workbook } from '../made'
import { takenFiles } from '../truth'
import { dataOfficer, download, openedAll, quarantineOf } from './desk'

/** The departments' files: what their makers say is wrong is corrected in the workbook, and goes in. */
let cloud: Cloud
let data: As
const shaOf = new Map<number, string>()
beforeAll(async () => {
  cloud = await startCloud()
  data = await dataOfficer(cloud, cloud.county.duties.data)
  for (const { n, path } of takenFiles) shaOf.set(n, (await cloud.importFile(path)).sha256)
}, 120_000)
afterAll(() => cloud.close())

/** A number that stands there, and is wrong. */
const isWritten = (code: string) => code.startsWith('id_') && code !== 'id_missing'
const faulty = takenFiles.filter(({ rejected }) => rejected.some(({ reason }) => isWritten(reason)))

test('every refused row is listed below the agency that sent it, none twice', async () => {
  const { rows } = await quarantineOf(cloud, data)
  const expected = takenFiles.flatMap(({ file, rejected }) => rejected.map(({ sheet, row, reason }) => `${file} ${sheet} ${row} ${reason}`))
  expect(rows.map(({ fileName, sheet, row, code }) => `${fileName} ${sheet} ${row} ${code}`).sort()).toEqual(expected.sort())
  expect(rows.every(({ agencyId }) => agencyId !== null)).toBe(true)
})

test.each(faulty.map((file) => [file.file, file] as const))(
  '%s: accepted and sum rise by exactly the rows that were mended',
  async (_, file) => {
    const { n, accepted, sumFen, rejected } = file
    const sha256 = shaOf.get(n)!
    const { rows } = await quarantineOf(cloud, data, { sha256 })
    const right = new Map(
      rows
        .filter(({ code }) => isWritten(code))
        .map(({ cells }, i) => [cells.find(({ failed }) => failed)!.text, numberOf(800 + n * 10 + i)] as const),
    )
    const sheets = await openedAll(await download(cloud, data, { sha256 }))
    for (const [i, lines] of sheets.entries())
      await cloud.importBytes(`改好_${n}_${i}.xlsx`, workbook(lines.map((cells) => cells.map((cell) => right.get(String(cell)) ?? cell))))
    for (let worked = true; worked;) ({ worked } = await cloud.operate<{ worked: boolean }>('work', {}, 'intake'))
    const mended = rejected.filter(({ reason }) => isWritten(reason))
    const more = mended.reduce((sum, { amounts_fen: fen }) => sum + (fen.amount ?? fen.dividend ?? fen.self_paid ?? fen.total ?? 0), 0)
    expect((await findById(cloud.db, imports, sha256))!.result).toMatchObject({
      accepted: accepted + mended.length,
      quarantined: rejected.length - mended.length,
      amountFen: sumFen + more,
    })
  },
)
