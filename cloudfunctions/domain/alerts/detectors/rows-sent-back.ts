import type { Finding } from '../finding'

/** What was refused of one file, by reason; nobody's data. */
export interface SentBack {
  importId: string
  fileName: string
  agencyId: string
  /** Stable reason codes with what each means in a few words. */
  reasons: readonly { code: string; name: string }[]
}

/** One alert a file and reason, however many rows: whoever mends its cause mends them all. How many there are, the list of rows says. */
export const rowsSentBack = ({ importId, fileName, agencyId, reasons }: SentBack): Finding[] =>
  reasons.map(({ code, name }) => ({
    subject: { kind: 'import', id: importId },
    cause: code,
    agencyId,
    why: `《${fileName}》里有些行退回了：${name}。改好之前，这些人、这些钱没有收进来。请到“退回的行”改好，或下载改好送回。`,
    records: [],
    facts: [code],
  }))
