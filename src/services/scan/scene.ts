import { decoded } from './decoded'

/** A page's parameters; Taro adds its own (`$taroTimestamp`). */
export type PageParams = Partial<Record<string, string>>

/** What was scanned, as handed to the code page; nothing if the page was opened without a code. */
export const scannedIn = ({ token }: PageParams): string | undefined => (token ? decoded(token) : undefined)
