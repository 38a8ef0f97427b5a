/**
 * The one way to the document database: typed collections over `@cloudbase/node-sdk`'s `app.database()`.
 * Queries are MongoDB filters sent raw, so that an ability's condition can be pushed down as it is.
 */
import type { Keyed, KeyedField } from './keyed'

/** The part of the SDK's database that the stores use. */
export interface Db {
  collection(name: string): Sdk
  createCollection(name: string): Promise<unknown>
  /** See `inTransaction`: `times` is how often it is begun again. */
  runTransaction<Result>(work: (transaction: Pick<Db, 'collection'>) => Promise<Result>, times: number): Promise<Result>
}
interface Sdk extends SdkQuery {
  doc(id: string): {
    get(): Promise<{ data: unknown }>
    set(data: object): Promise<{ updated?: number; upsertedId?: unknown }>
    remove(): Promise<{ deleted?: number | string }>
  }
  add(data: object): Promise<{ id?: string; ids?: string[] }>
  options(options: { raw: true; multiple?: boolean }): SdkQuery & { aggregate(stages: object[]): { end(): Promise<{ data: unknown[] }> } }
}
interface SdkQuery {
  options(options: { raw: true; multiple?: boolean }): SdkQuery
  where(query: object): SdkQuery
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  limit(count: number): SdkQuery
  field(projection: object): SdkQuery
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total?: number }>
  update(data: object): Promise<{ updated?: number }>
  updateAndReturn(data: object): Promise<{ doc?: unknown }>
  remove(): Promise<{ deleted?: number | string }>
}

export interface Stored {
  _id: string
}

export interface IndexSpec {
  name: string
  fields: { field: string; direction: 1 | -1 }[]
  unique?: boolean
  multikey?: boolean
}

export interface Collection<T extends Stored> {
  name: string
  indexes: IndexSpec[]
  /** The fields that depend on a root key: a rotation makes them anew. */
  keyed: Record<string, KeyedField<T>>
  /** Nobody shall be able to tell from the database when its documents came; the local gateway keeps it so, CloudBase cannot. */
  undated?: true
  /** Carries the document type; never set. */
  readonly document?: T
}

/** A MongoDB filter or update, as CASL makes them too. */
export type Filter = Record<string, unknown>

/** Most documents one request may bring, as CloudBase has it. */
export const pageLimit = 1000

export const collection = <T extends Stored>(name: string, indexes: IndexSpec[] = [], keyed: Keyed<T> = {}): Collection<T> => ({
  name,
  indexes,
  keyed: keyed as Record<string, KeyedField<T>>,
})

/** Marks a collection as one whose documents nothing but their own days may date. */
export const undated = <T extends Stored>(of: Collection<T>): Collection<T> => ({ ...of, undated: true })

/** `on('householdId', '-month')` declares an ascending and a descending field. */
export const index = (...fields: string[]): IndexSpec => ({
  name: fields.join('_').replace(/-/g, ''),
  fields: fields.map((field) => ({ field: field.replace(/^-/, ''), direction: field.startsWith('-') ? -1 : 1 })),
})
export const unique = (...fields: string[]): IndexSpec => ({ ...index(...fields), unique: true })
/** An index over a list: each element finds the document. */
export const multikey = (field: string): IndexSpec => ({ ...index(field), multikey: true })
