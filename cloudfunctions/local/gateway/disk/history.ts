import type { DocumentId } from './documents'

/** A committed write: what the document was before it, `undefined` if it did not exist. */
export interface Change {
  collection: string
  id: DocumentId
  before: string | undefined
}

interface Version {
  sequence: number
  before: string | undefined
}

/** What documents were before recent commits, kept only while a transaction may still need to see it. */
export class History {
  /** The number of the last commit. */
  sequence = 0
  private readonly versions = new Map<string, Map<DocumentId, Version[]>>()

  /** Counts a commit and, if anybody is reading an older state, keeps what it replaced. */
  record(changes: Change[], needed: boolean): void {
    this.sequence++
    if (!needed) return
    for (const { collection, id, before } of changes) {
      const documents = this.versions.get(collection) ?? new Map<DocumentId, Version[]>()
      this.versions.set(collection, documents)
      const list = documents.get(id) ?? []
      documents.set(id, list)
      list.push({ sequence: this.sequence, before })
    }
  }

  changedSince(snapshot: number, collection: string, id: DocumentId): boolean {
    return this.versionAt(snapshot, collection, id) !== undefined
  }

  /** The document as it was at a snapshot, or nothing if it has not changed since. */
  versionAt(snapshot: number, collection: string, id: DocumentId): Version | undefined {
    return this.versions
      .get(collection)
      ?.get(id)
      ?.find((version) => version.sequence > snapshot)
  }

  /** The documents of a collection that have changed since a snapshot. */
  changedIds(snapshot: number, collection: string): DocumentId[] {
    const documents = this.versions.get(collection)
    return documents ? [...documents.keys()].filter((id) => this.changedSince(snapshot, collection, id)) : []
  }

  /** Lets go of all that nobody can ask for any more; `oldest` is the oldest snapshot still in use. */
  forget(oldest: number | undefined): void {
    if (oldest === undefined) return this.versions.clear()
    for (const documents of this.versions.values()) {
      for (const [id, list] of documents) {
        const kept = list.filter((version) => version.sequence > oldest)
        if (kept.length === 0) documents.delete(id)
        else documents.set(id, kept)
      }
    }
  }
}
