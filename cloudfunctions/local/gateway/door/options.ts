export interface IndexSpec {
  name: string
  /** Dotted paths; at most 8. */
  fields: { field: string; direction: 1 | -1 }[]
  unique?: boolean
  /** The first field is an array, or lies inside one: every element gets a row in a side table. */
  multikey?: boolean
}

export interface CollectionSpec {
  name: string
  indexes?: IndexSpec[]
  /** Nothing on disk may tell in which order its documents came: see `undated.ts`. */
  undated?: boolean
}

export interface GatewayOptions {
  dataDir: string
  /** 0, the default, takes any free port. */
  port?: number
  /** 127.0.0.1 unless another address is asked for. */
  host?: string
  envId: string
  secretId: string
  secretKey: string
  /** The indexes of each collection. A collection itself exists only once `addCollection` made it, as on CloudBase. */
  collections?: CollectionSpec[]
  /** Runs a cloud function; rejecting with code FUNCTION_NOT_FOUND says that there is none of that name. */
  invoke?: (name: string, data: unknown) => Promise<unknown>
  /** Milliseconds since 1970, for serverDate and the life of transactions. */
  clock?: () => number
  /** How long a plain write waits for a transaction that holds its document (ms). */
  lockWaitMs?: number
  /** How long one request may compute (ms); 10 s unless said otherwise. */
  limitMs?: number
  /** This gateway as one bundled file: with it, what takes long is read in threads beside. */
  readerFile?: string
  /** A ceiling for the database file, in bytes; beyond it writes fail as on a full disk. */
  maxBytes?: number
}

export interface Gateway {
  /** What goes into the SDK's `TCB_CONTEXT_CNFG`. */
  url: string
  port: number
  /**
   * Whether a write is on disk before it is acknowledged, as it is unless told otherwise. Without, a process that is killed still loses
   * nothing, a machine that loses power the last seconds. Once it is told to again, all that was written is on disk.
   */
  syncEachWrite(does: boolean): void
  close(): Promise<void>
}
