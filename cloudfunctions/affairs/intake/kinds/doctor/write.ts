import type { Day, Month } from '#domain/time/dates'
import { seal } from '#kernel/seal/seal'
import { put } from '#store/db/write'
import { doctorContracts, type DoctorContract } from '#store/people/helpers'
import type { RowPlace } from '../../tables/data-rows'
import type { Writing, Written } from '../../writing/writing'
import { digestOf, documentIds } from '../../writing/documents'
import { follow, saidAt } from '../../writing/follow'
import { addHelpers, dropFormerHelpers } from '../../writing/helpers'
import { knowPeople } from '../../writing/people'
import { workerBook, type NamedWorker } from '../../writing/workers'

/** A row of 家庭医生签约: a person and their doctor. */
export interface DoctorRow {
  id: string
  name: string
  /** As the row names them, and as the file does first: their phone may be written in several ways. */
  doctor: string
  clinic: string
  firstNamed: NamedWorker
  signedOn: Day | Month | null
  group: string
  visitsThisYear: number
  home?: string | undefined
  at: RowPlace
}

/** Writes who is whose family doctor. The population group tells of illness: it is sealed. */
export async function writeDoctors(to: Writing, _: object, rows: DoctorRow[]): Promise<Written> {
  const { people, personIds, added } = await knowPeople(to, rows)
  const book = await workerBook(
    to,
    rows.map(({ firstNamed }) => firstNamed),
  )
  const idOf = documentIds('doctor')
  const documents = rows.map((row): DoctorContract => {
    const { id, doctor, clinic, signedOn, group, visitsThisYear } = row
    const { _id: personId, householdId } = people.get(id)!
    const { _id: workerId } = book.of(row.firstNamed)
    return {
      _id: idOf(personId),
      digest: digestOf(to.keys, workerId, signedOn, group, visitsThisYear),
      personId,
      householdId,
      workerId,
      name: doctor,
      clinic,
      signedOn,
      groupSealed: seal(to.keys, group),
      visitsThisYear,
      ...saidAt(to, row.at),
      importId: to.importId,
      importedAt: to.importedAt,
    }
  })
  const saved = await book.save()
  await dropFormerHelpers(to.db, doctorContracts, documents)
  const done = await put(to.db, doctorContracts, documents)
  await follow(to, doctorContracts, done.same)
  await addHelpers(to.db, documents)
  return { added: added + saved.added + done.added, changed: saved.changed + done.changed, personIds }
}
