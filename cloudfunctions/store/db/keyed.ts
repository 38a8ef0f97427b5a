/** What a blind index is over; the same text of two kinds gives two indexes. */
export type IndexedKind = 'id-number' | 'card' | 'worker' | 'row' | 'login' | 'article' | 'mailbox' | 'suggestion'

type Open = (sealed: string) => string

/** A field whose value depends on a root key, and how a newer key makes it anew. */
export type KeyedField<T> = { as: 'sealed' } | Indexed<T> | { as: 'digest'; kind: IndexedKind }

interface Indexed<T> {
  as: 'indexed'
  kind: IndexedKind
  /** The plain text that the index is over; nothing when the document does not hold it. */
  text(document: T, open: Open): string | undefined
}

/** A field that `seal` closed. */
export const sealed = (): { as: 'sealed' } => ({ as: 'sealed' })

/** A blind index. A rotation makes it anew from the document's own sealed text, e.g. `({ idSealed }, open) => open(idSealed)`. */
export const indexed = <T>(kind: IndexedKind, text: (document: T, open: Open) => string | undefined): Indexed<T> => ({
  as: 'indexed',
  kind,
  text,
})

/** The fingerprint of a document's content. */
export const digested = (kind: IndexedKind = 'row'): { as: 'digest'; kind: IndexedKind } => ({ as: 'digest', kind })

/** The keyed fields of a document, by name; `a.b` for one inside an object (not inside a list). */
export type Keyed<T> = Partial<Record<(keyof T & string) | `${string}.${string}`, KeyedField<T>>>
