/** An error that the SDK's caller sees as `TcbError` with this code and message. */
export class GatewayError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'GatewayError'
  }
}

const CONTACT = 'Please check your request, but if the problem persists, contact us.'

/** A request the database understands but will not carry out: bad operators, bad types, `$` keys. */
export const badRequest = (message: string) => new GatewayError('DATABASE_REQUEST_FAILED', message)

/** A request that lacks something every request of its kind must have. */
export const badParam = (message: string) => new GatewayError('INVALID_PARAM', message)

export const collectionMissing = (name: string) =>
  new GatewayError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )

export const collectionExists = () => new GatewayError('DATABASE_COLLECTION_ALREADY_EXIST', 'Table exist')

export const duplicateWrite = (index: string, key: string) =>
  new GatewayError('DATABASE_DUPLICATE_WRITE', `E11000 duplicate key error collection index: ${index} dup key: { : ${key} }`)

export const transactionConflict = () =>
  new GatewayError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CONTACT}`,
  )

export const transactionMissing = () =>
  new GatewayError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CONTACT}`,
  )

/** What went wrong, as the client may see it: our own errors by name, anything else as SYS_ERR. */
export function describeError(error: unknown): { code: string; message: string } {
  if (error instanceof GatewayError) return { code: error.code, message: error.message }
  const sqlite = sqliteCode(error)
  if (sqlite === 'SQLITE_FULL' || isOutOfRoom(error))
    return { code: 'SYS_ERR', message: 'The disk or the database quota is full; nothing of this request was written.' }
  if (sqlite) return { code: 'SYS_ERR', message: `The database could not carry out the request (${sqlite}); nothing of it was written.` }
  if (error instanceof RangeError && /call stack/.test(error.message))
    return { code: 'INVALID_PARAM', message: 'The request is nested too deeply; nothing of it was written.' }
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : 'Unexpected failure in the gateway.' }
}

/** What the system says of a disk or a quota that is full: files and the write-ahead log meet it. */
const isOutOfRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/** SQLite's symbolic error code, or `undefined` when the error is not SQLite's. */
export function sqliteCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('SQLITE') ? code : undefined
}
