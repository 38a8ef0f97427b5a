import type { BatchFile } from '#contract/office/batches'
import type { Cloud } from '../harness/cloud'
import type { Desk } from './desk'

/**
 * What the bank answers to the file that it was given: every line credited on `day` (20261015), but those of which `said` says otherwise
 * (code|words|day), or nothing at all (null). `more`: lines that were never in the file. Gives the receipt's text.
 */
export async function answerTo(
  cloud: Cloud,
  desk: Desk,
  batch: BatchFile,
  day: string,
  said: (serial: number) => string | null | undefined,
  more: string[] = [],
): Promise<string> {
  const text = new TextDecoder('gb18030').decode(await desk.file(batch))
  const rows = text
    .split('\r\n')
    .slice(1, -2)
    .flatMap((line) => {
      const [serial, card, name, amount] = line.split('|')
      const word = said(Number(serial))
      return word === null ? [] : [[serial, card, name, amount, word ?? `0000|交易成功|${day}`].join('|')]
    })
  const file = ['序号|账号|户名|金额|结果码|结果说明|入账日期', ...rows, ...more, ''].join('\r\n')
  await cloud.importBytes(`农商行_代发回执_${day}.txt`, Buffer.from(file))
  return file
}
