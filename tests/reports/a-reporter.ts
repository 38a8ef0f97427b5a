import { hash } from 'node:crypto'
import type { Day } from '#domain/time/dates'
import type { Reply } from '#contract/call/action'
import type { Mailbox } from '#contract/report/actions'
import { toHex } from '#domain/sealing/bytes'
import { newReceipt, readReceipt, receiptKeys, type Receipt, type ReceiptKeys } from '#domain/sealing/receipt'
import { openAnswer, openNote, sealMessage, sealNote, type Note, type OpenedAnswer, type ReportMessage } from '#domain/sealing/report'
import { challengeOf, doWork } from '#domain/sealing/work'
import { momentOf } from '#kernel/call/clock'
import type { Cloud, From } from '../harness/cloud'
import { atOnce, firstMessage, random } from '../sealing/people'

export const today = (): Day => momentOf(new Date()).today

/** Between two pieces of work sockets are looked after: one that was closed meanwhile must be known to be. */
export const aMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The work for one action about one thing. */
export const workFor = async (action: string, about: string, day = today(), level = 0): Promise<{ day: Day; done: string }> => ({
  day,
  done: await doWork(challengeOf(action, day, about), (text) => hash('sm3', text), aMoment, level),
})

/** Whoever holds a receipt: the phone it was made on, or another. */
export interface Holder {
  receipt: Receipt
  keys: ReceiptKeys
}
export const holderOf = async (typed: string): Promise<Holder> => {
  const receipt = readReceipt(typed) as Receipt
  return { receipt, keys: await receiptKeys(receipt, '330328', atOnce) }
}
export const aHolder = (): Promise<Holder> => holderOf(newReceipt(random))

export interface Sealed {
  parts: string[]
  first: object
  further: object
  id: string
  mailbox: string
}

/** Seals a message as the phone does, to an office's pinned keys. */
export async function sealedBy(
  { county }: Pick<Cloud, 'county'>,
  { keys }: Holder,
  message: ReportMessage,
  { photos = [], office: id = 'county' }: { photos?: Uint8Array[]; office?: string } = {},
): Promise<Sealed> {
  const office = county.reports.offices.find((one) => one.id === id)!
  const { parts, ...sealed } = await sealMessage({ ...message, photos: photos.length }, photos, office.keys, random, atOnce)
  const further = { ...sealed, mailbox: keys.mailbox, parts: parts.length }
  return {
    parts,
    id: sealed.id,
    mailbox: keys.mailbox,
    further,
    first: { ...further, office: id, note: sealNote({ day: today(), office: id }, keys.note, random) },
  }
}

type Sent = Reply<{ kept: true }>

/** One phone, or one browser, that speaks to a cloud; what it says of itself comes with each request. */
export const phone = (cloud: () => Pick<Cloud, 'county' | 'reply'>, from?: From) => {
  const ask = <Data>(action: string, input: object): Promise<Reply<Data>> => cloud().reply<Data>('report', action, input, 'stranger', from)
  const me = {
    ask,
    sendParts: async ({ id, parts }: Sealed): Promise<Sent[]> => {
      const replies: Sent[] = []
      for (const [index, sealed] of parts.entries())
        replies.push(await ask('part', { message: id, index, sealed, work: await workFor('part', `${id}/${index}`) }))
      return replies
    },
    submit: async (sealed: Sealed, over: object = {}) =>
      ask<{ kept: true }>('submit', { ...sealed.first, work: await workFor('submit', sealed.id), ...over }),
    follow: async (sealed: Sealed, over: object = {}) =>
      ask<{ kept: true }>('follow', { ...sealed.further, work: await workFor('follow', sealed.id), ...over }),
    open: async (mailbox: string, page = 0) => ask<Mailbox>('open', { mailbox, page, work: await workFor('open', mailbox) }),

    /** Seals and sends a first report with all its photos. */
    async report(
      holder: Holder,
      over: Partial<ReportMessage> = {},
      { photos = [] as Uint8Array[], office = 'county' } = {},
    ): Promise<Sealed> {
      const sealed = await sealedBy(
        cloud(),
        holder,
        { ...firstMessage({ answers: toHex(holder.keys.answers) }), ...over } as ReportMessage,
        { photos, office },
      )
      await me.sendParts(sealed)
      dataOf(await me.submit(sealed))
      return sealed
    },
    async followUp(holder: Holder, what: string, { photos = [] as Uint8Array[], office = 'county' } = {}): Promise<Sealed> {
      const sealed = await sealedBy(cloud(), holder, { kind: 'follow-up', what, photos: 0 }, { photos, office })
      await me.sendParts(sealed)
      dataOf(await me.follow(sealed))
      return sealed
    },
    /** What a receipt opens: its note and the answers, newest first; no note where there is no mailbox. */
    async read({ keys }: Holder, page = 0): Promise<{ note?: Note; answers: OpenedAnswer[] }> {
      const { note, answers } = dataOf(await me.open(keys.mailbox, page))
      const pinned = cloud().county.reports.offices.flatMap((office) => office.keys)
      const opened = orNothing(() => openNote(keys.note, note))
      return {
        ...(opened && { note: opened }),
        answers: answers.flatMap((slot) => orNothing(() => openAnswer(keys.answers, slot, pinned)) ?? []),
      }
    },
  }
  return me
}

export function dataOf<Data>(reply: Reply<Data>): Data {
  if ('error' in reply) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.data
}

function orNothing<T>(open: () => T): T | undefined {
  try {
    return open()
  } catch {
    return undefined
  }
}
