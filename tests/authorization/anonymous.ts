import { randomBytes } from 'node:crypto'
import { wrapFor } from '#domain/sealing/report'
import { sealedLengths } from '#domain/sealing/sizes'
import type { Cloud } from '../harness/cloud'
import { workFor } from '../reports/a-reporter'

/** Text of the form of something sealed. */
const sealedText = (length: number): string => randomBytes(length).toString('base64').slice(0, length)
export const sealedAnswer = sealedText(sealedLengths.answer)
/** A key of no message, really wrapped for the office: what cannot be one is not taken. */
export const wrappedKeys = (cloud: Cloud, office: string) =>
  wrapFor(randomBytes(32), cloud.county.reports.offices.find(({ id }) => id === office)!.keys, (length) => randomBytes(length))

/** Inputs of an anonymous report, each with its work done and for one use. */
export interface AnonymousInputs {
  part: object[]
  submit: object[]
  follow: object[]
  open: object[]
}

export async function anonymousInputs(cloud: Cloud, count: number): Promise<AnonymousInputs> {
  const inputs: AnonymousInputs = { part: [], submit: [], follow: [], open: [] }
  for (let i = 0; i < count; i++) {
    const [id, mailbox] = [randomBytes(16).toString('hex'), randomBytes(32).toString('hex')]
    const message = { id, mailbox, keys: wrappedKeys(cloud, 'county'), sealed: sealedText(sealedLengths.message), parts: 0 }
    // Of a message that does not follow.
    inputs.part.push({
      message: mailbox.slice(0, 32),
      index: 0,
      sealed: sealedText(sealedLengths.part),
      work: await workFor('part', `${mailbox.slice(0, 32)}/0`),
    })
    inputs.submit.push({ ...message, office: 'county', note: sealedText(sealedLengths.note), work: await workFor('submit', id) })
    inputs.follow.push({ ...message, id: mailbox.slice(32), work: await workFor('follow', mailbox.slice(32)) })
    inputs.open.push({ mailbox, page: 0, work: await workFor('open', mailbox) })
  }
  return inputs
}
