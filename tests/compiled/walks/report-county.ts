import { readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { sm3 } from 'sm-crypto-v2'
import type { Reply } from '#contract/call/action'
import { answersAPage, report, type ReportFollowUp, type ReportSubmission } from '#contract/report/actions'
import { fromKeyFile, type KeyFile } from '#domain/sealing/key-file'
import { contentKey, openMessage, openPhoto, sealAnswer, type Answer as ReportAnswer, type ReportMessage } from '#domain/sealing/report'
import type { Day } from '#domain/time/dates'
import { sealedLengths } from '#domain/sealing/sizes'
import { newKeyPair, type KeyPair } from '#domain/sealing/sm2-keys'
import { challengeOf, isWorkDone } from '#domain/sealing/work'
import { noNetwork, type Answers } from '../programs/wire'

/** Randomness of the office's side. */
const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length))
const atOnce = async (): Promise<void> => undefined
/** `report` answers without a number to tell calls apart by. */
const given = <Data>(data: Data) => ({ data }) as Reply<Data>
const filler = (characters: number): string =>
  Buffer.from(random((characters / 4) * 3))
    .toString('base64')
    .slice(0, characters)

type Kind = keyof typeof report

/**
 * A county's function `report` and the office behind it, as a phone meets them: it keeps what comes, checks its form and its
 * work, and gives filler where there is nothing.
 */
export class ReportCounty {
  readonly parts = new Map<string, Map<number, string>>()
  readonly submissions: ReportSubmission[] = []
  readonly followUps: ReportFollowUp[] = []
  /** Answers by mailbox, newest first. */
  readonly answersIn = new Map<string, string[]>()
  /** Pieces that still come through before the network goes; without a number it stays. */
  piecesLeft = Infinity

  constructor(private readonly day: () => Day) {}

  readonly answers: Partial<Answers> = {
    'report.part': (input) =>
      this.taking('part', `${input.message}/${input.index}`, input, () => {
        const parts = this.parts.get(input.message) ?? new Map<number, string>()
        this.parts.set(input.message, parts.set(input.index, input.sealed))
        return { kept: true as const }
      }),
    'report.submit': (input) =>
      this.taking('submit', input.id, input, () => {
        this.submissions.push(this.complete(input))
        return { kept: true as const }
      }),
    'report.follow': (input) =>
      this.taking('follow', input.id, input, () => {
        this.followUps.push(this.complete(input))
        return { kept: true as const }
      }),
    'report.open': (input) =>
      this.taking('open', input.mailbox, input, () => {
        const note = this.submissions.find(({ mailbox }) => mailbox === input.mailbox)?.note ?? filler(sealedLengths.note)
        const slots = (this.answersIn.get(input.mailbox) ?? []).slice(input.page * answersAPage, (input.page + 1) * answersAPage)
        return { note, answers: Array.from({ length: answersAPage }, (_, i) => slots[i] ?? filler(sealedLengths.answer)) }
      }),
  }

  private taking<Data>(
    kind: Kind,
    about: string,
    input: { work: { day: string; done: string } },
    take: () => Data,
  ): Reply<Data> | typeof noNetwork {
    report[kind].input.parse(input)
    if (input.work.day !== this.day() || !isWorkDone(challengeOf(kind, this.day(), about), input.work.done, sm3))
      throw new Error(`${kind}: no work was done for ${about} on ${this.day()}`)
    if (this.piecesLeft-- <= 0) return noNetwork
    return given(take())
  }

  /** A message whose parts have all come before it. */
  private complete<M extends { id: string; parts: number }>(message: M): M {
    if ((this.parts.get(message.id)?.size ?? 0) !== message.parts) throw new Error(`the message came before its ${message.parts} parts`)
    return message
  }

  /** What the office reads with its own key. */
  async read({ id, keys, sealed }: ReportFollowUp, office = 'county'): Promise<{ message: ReportMessage; photos: Uint8Array[] }> {
    const key = contentKey(keys, (await officeKeys())[office]![1]!)
    const parts = [...(this.parts.get(id) ?? new Map<number, string>())].sort(([a], [b]) => a - b).map(([, part]) => part)
    const photos = Array.from({ length: parts.length / 5 }, (_, i) => openPhoto(key, id, i * 5, parts.slice(i * 5, i * 5 + 5)))
    return { message: openMessage(key, id, sealed), photos }
  }

  /** The office answers the first report. `forged`: with a key that is nobody's. */
  async answer(
    words: string,
    kind: ReportAnswer['kind'],
    { forged = false, office = 'county', passedTo = undefined as string | undefined } = {},
  ): Promise<void> {
    const [first] = this.submissions
    const { message } = await this.read(first!)
    if (message.kind !== 'report') throw new Error('the first message is a report')
    const signer = forged ? newKeyPair(random) : (await officeKeys())[office]![0]!
    const sealed = sealAnswer(
      { kind, words, day: this.day(), ...(passedTo !== undefined && { office: passedTo }) },
      message.answers,
      signer,
      random,
    )
    this.answersIn.set(first!.mailbox, [sealed, ...(this.answersIn.get(first!.mailbox) ?? [])])
  }
}

let unlocked: Promise<Record<string, KeyPair[]>> | undefined

/** The demo offices' keys, by office. */
const officeKeys = (): Promise<Record<string, KeyPair[]>> =>
  (unlocked ??= (async () => {
    const files = JSON.parse(
      readFileSync(resolve(__dirname, '../../../cloudfunctions/local/demo/report-keys.json'), 'utf8'),
    ) as (KeyFile & { office: string })[]
    const keys: Record<string, KeyPair[]> = {}
    for (const file of files) (keys[file.office] ??= []).push(await fromKeyFile(file, 'demo-report-keys', atOnce))
    return keys
  })())
