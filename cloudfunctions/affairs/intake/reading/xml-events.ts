import { damaged } from './zip'

/** What a reader of XML is told, names without their prefix. */
export interface XmlEvents {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads XML piece by piece. @throws FileFault when it is not well-formed. */
export async function readXml(pieces: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ xmlns: false, position: false })
  let fault: Error | undefined
  parser.on('error', (error) => (fault ??= error))
  parser.on('opentag', ({ name, attributes }) => events.open?.(plain(name), attributes as Record<string, string>))
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.on('closetag', ({ name }) => events.close?.(plain(name)))
  const decoder = new TextDecoder('utf-8')
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }))
    if (fault) throw damaged()
  }
  parser.write(decoder.decode()).close()
  if (fault) throw damaged()
}
