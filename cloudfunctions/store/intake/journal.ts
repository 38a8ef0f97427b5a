import { collection, index, type Db } from '../db/collection'
import { sealed } from '../db/keyed'
import { find } from '../db/read'
import { insertMany, remove } from '../db/write'

/**
 * What an import wrote, kept so that it can be taken back: of up to a page of documents of one collection each as it was before, nothing
 * for those that it added, and a fingerprint of what it left. Written before the documents are.
 */
export interface JournalPart {
  /** `<import>/<when>/<something>`: in the order in which they were written. */
  _id: string
  importId: string
  at: string
  of: string
  /** Of its documents: `JournalEntry[]`, packed. */
  sealed: string
}
export const importJournal = collection<JournalPart>('import_journal', [index('importId', 'of'), index('at')], { sealed: sealed() })

/** Which parts there are, in the order in which they were written. */
export const journalIds = async (db: Db, importId: string): Promise<string[]> => {
  const ids: string[] = []
  for (let behind = `${importId}/`; ;) {
    const page = await find(db, importJournal, { _id: { $gt: behind, $lt: `${importId}0` } }, { order: [['_id', 'asc']], fields: ['_id'] })
    ids.push(...page.map(({ _id }) => _id))
    if (page.length < 1000) return ids
    behind = ids.at(-1)!
  }
}

export const addJournalParts = (db: Db, parts: JournalPart[]): Promise<void> => insertMany(db, importJournal, parts)

export const removeJournal = (db: Db, importId: string): Promise<number> => remove(db, importJournal, { importId })
