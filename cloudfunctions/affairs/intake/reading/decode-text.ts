/** Texts of departments and banks come in GB18030 or UTF-8, with or without a mark of which. */

/** Decodes a text by its byte order mark, else as UTF-8 if it is valid, else as GB18030. */
export function decodeText(bytes: Buffer): string {
  return byMark(bytes) ?? strictly(bytes, 'utf-8') ?? strictly(bytes, 'gb18030') ?? loosely(bytes)
}

/** Decodes HTML: by mark, else by the charset it declares (`gb2312` is written and GB18030 meant), else as any text. */
export function decodeHtml(bytes: Buffer): string {
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1]?.toLowerCase()
  const encoding =
    declared && (/^(gb2312|gbk|gb18030|cp936|x-gbk)$/.test(declared) ? 'gb18030' : /^utf-?8$/.test(declared) ? 'utf-8' : undefined)
  return byMark(bytes) ?? (encoding && strictly(bytes, encoding)) ?? decodeText(bytes)
}

function byMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder('utf-8').decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return undefined
}

function strictly(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Neither is valid: keep what can be read, in the encoding that loses less. The rows with U+FFFD are quarantined later. */
function loosely(bytes: Buffer): string {
  const texts = ['gb18030', 'utf-8'].map((encoding) => new TextDecoder(encoding).decode(bytes))
  const lost = (text: string) => text.split('\uFFFD').length
  return texts.reduce((best, text) => (lost(text) < lost(best) ? text : best))
}
