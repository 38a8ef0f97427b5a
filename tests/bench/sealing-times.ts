import { randomBytes } from 'node:crypto'
import { sm3 } from 'sm-crypto-v2'
import { toHex } from '#domain/sealing/bytes'
import { newReceipt, receiptKeys } from '#domain/sealing/receipt'
import { openAnswer, sealAnswer, sealMessage } from '#domain/sealing/report'
import { sizes } from '#domain/sealing/sizes'
import { newKeyPair } from '#domain/sealing/sm2-keys'
import { sealBytes } from '#domain/sealing/symmetric'
import { doWork } from '#domain/sealing/work'
import { median, timeEach } from './measure'

/** What a phone has to reckon; run with `--jitless` as well, as iOS runs mini-programs. Prints milliseconds as JSON. */
const random = (length: number) => new Uint8Array(randomBytes(length))
const atOnce = async () => undefined
const megabyteOfParts = Math.ceil((1 << 20) / sizes.part)

async function main(): Promise<void> {
  const [one, two] = [newKeyPair(random), newKeyPair(random)]
  const receipt = newReceipt(random)
  const { answers } = await receiptKeys(receipt, '330328', atOnce)
  const answer = sealAnswer({ kind: 'answer', words: '在查。', day: '2026-11-25' }, toHex(answers), one, random)
  const [key, part] = [random(32), random(sizes.part)]
  const message = { kind: 'follow-up' as const, what: 'x'.repeat(1000), photos: 0 }
  const of = async (times: number, work: (i: number) => unknown) => median(await timeEach(times, work))
  console.log(
    JSON.stringify({
      kilobyte: await of(7, () => sealMessage(message, [], [one, two], random, atOnce)),
      megabyte: await of(3, () => {
        for (let i = 0; i < megabyteOfParts; i++) sealBytes(key, `part ${i}`, part, random)
      }),
      receipt: await of(3, () => receiptKeys(receipt, '330328', atOnce)),
      work: await of(25, (i) => doWork(`bench ${i}`, sm3, atOnce)),
      answer: await of(7, () => openAnswer(answers, answer, [one])),
    }),
  )
}

void main()
