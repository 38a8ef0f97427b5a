import { read, utils } from '@e965/xlsx'
import type { TableTaken } from '#contract/supervision/tables'
import type { As, Cloud } from '../harness/cloud'

export interface Preview {
  title: string
  total: number
  unit: string
  columns: { id: string; heading: string[] }[]
  rows: string[][]
}

/** What an officer does at the desk with a table: looks at its first rows, takes it, fetches its pieces. */
export const taking = (cloud: () => Cloud) => {
  const ask = <T>(action: string, input: object, as: As) => cloud().call<T>('supervision', action as never, input, as)
  const preview = (input: object, as: As) => ask<Preview>('tablePreview', { table: 'register', ...input }, as)
  const begin = (input: object, as: As) => ask<TableTaken>('export', { table: 'register', reason: '报县里核对', ...input }, as)
  const bytesOf = async ({ id, pieces }: TableTaken, as: As): Promise<Buffer> => {
    const parts: Buffer[] = []
    for (let piece = 0; piece < pieces!; piece++)
      parts.push(Buffer.from((await ask<{ base64: string }>('exportPart', { id, piece }, as)).base64, 'base64'))
    return Buffer.concat(parts)
  }
  return {
    ...{ ask, preview, begin, bytesOf },
    /** All of it: the number that the preview showed is confirmed, and the file is read back by a reader that is not its writer. */
    take: async (input: object, as: As) => {
      const { total } = await preview(input, as)
      const taken = await begin({ count: total, ...input }, as)
      const bytes = await bytesOf(taken, as)
      return { taken, bytes, lines: linesIn(bytes) }
    },
  }
}

/** Every line of the file as text and numbers, empty cells as null. */
export function linesIn(bytes: Buffer): unknown[][] {
  const book = read(bytes)
  return utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: null })
}
