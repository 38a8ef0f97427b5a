import type { BankFileLayout, Measured } from '#domain/money/bank-file'

/** What a bank's encoding makes of texts. */
export interface Encoding {
  encode(text: string): Buffer
  /** How many bytes a text takes; nothing where the bank would not read back what was meant. */
  measured: Measured
}

export async function encodingOf({ encoding }: Pick<BankFileLayout, 'encoding'>): Promise<Encoding> {
  const { default: iconv } = await import('iconv-lite')
  const reader = new TextDecoder(encoding)
  const encode = (text: string): Buffer => iconv.encode(text, encoding)
  return {
    encode,
    measured(text) {
      const bytes = encode(text)
      return reader.decode(bytes) === text ? bytes.length : undefined
    },
  }
}
