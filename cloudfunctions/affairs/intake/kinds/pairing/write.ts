import type { Day, Month } from '#domain/time/dates'
import { put } from '#store/db/write'
import { pairings, type Pairing } from '#store/people/helpers'
import type { RowPlace } from '../../tables/data-rows'
import type { Writing, Written } from '../../writing/writing'
import { digestOf, documentIds } from '../../writing/documents'
import { follow, saidAt } from '../../writing/follow'
import { addHelpers, dropFormerHelpers } from '../../writing/helpers'
import { knowPeople } from '../../writing/people'
import { workerBook, type NamedWorker } from '../../writing/workers'

/** A row of 结对帮扶: a household, by its head, and the cadre who looks after it. */
export interface PairingRow {
  id: string
  name: string
  worker: { name: string; unit: string; post: string | null; phone: string | null }
  measures: string[]
  lastVisit: Day | Month | null
  /** The same cadre as the file names them first: their post and phone may be written in several ways. */
  firstNamed: NamedWorker
  home?: string | undefined
  at: RowPlace
}

/** Writes who looks after whom. A household's new cadre replaces the one of the last list, also in who may read its file. */
export async function writePairings(to: Writing, _: object, rows: PairingRow[]): Promise<Written> {
  const { people, personIds, added } = await knowPeople(to, rows)
  const book = await workerBook(
    to,
    rows.map(({ firstNamed }) => firstNamed),
  )
  const idOf = documentIds('pairing')
  const documents = rows.map(({ id, worker, firstNamed, measures, lastVisit, at }): Pairing => {
    const { _id: personId, householdId } = people.get(id)!
    const { _id: workerId, phoneSealed } = book.of(firstNamed)
    return {
      _id: idOf(personId),
      digest: digestOf(to.keys, workerId, worker, measures, lastVisit),
      personId,
      householdId,
      workerId,
      name: worker.name,
      unit: worker.unit,
      post: worker.post,
      phoneSealed,
      measures,
      lastVisit,
      ...saidAt(to, at),
      importId: to.importId,
      importedAt: to.importedAt,
    }
  })
  const saved = await book.save()
  await dropFormerHelpers(to.db, pairings, documents)
  const done = await put(to.db, pairings, documents)
  await follow(to, pairings, done.same)
  await addHelpers(to.db, documents)
  return { added: added + saved.added + done.added, changed: saved.changed + done.changed, personIds }
}
