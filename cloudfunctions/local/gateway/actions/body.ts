/** The request's JSON body. */
export type Body = Record<string, unknown>
/** What goes beside `requestId` in the reply. */
export type Reply = { data?: unknown; transactionId?: string }
