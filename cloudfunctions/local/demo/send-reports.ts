import { createHash, randomBytes } from 'node:crypto'
import type { ReportFile } from '#contract/supervision/reports'
import type { County } from '#domain/county/county'
import type { Day } from '#domain/time/dates'
import type { ReportOutcome } from '#domain/work/reports'
import { toHex } from '#domain/sealing/bytes'
import { fromKeyFile, type KeyFile } from '#domain/sealing/key-file'
import { groupReceipt, newReceipt, receiptKeys } from '#domain/sealing/receipt'
import { sealAnswer, sealMessage, sealNote, type Answer } from '#domain/sealing/report'
import type { Random } from '#domain/sealing/symmetric'
import { challengeOf, doWork } from '#domain/sealing/work'
import { now } from '#kernel/call/clock'
import type { Db } from '#store/db/collection'
import { count } from '#store/db/read'
import { reports } from '#store/reports/reports'
import type { LocalCloud } from '../host/cloud'
import { askAs } from './calls'
import keyFiles from './report-keys.json'
import told from './reports.json'

/** The passphrase of the demo's key files; their private halves are public, and the programme says so wherever they are used. */
export const demoPassphrase = 'demo-report-keys'

type Act = { accept: string } | { answer: string } | { transfer: string; words: string } | { close: string; words: string }

const atOnce = async (): Promise<void> => undefined
const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex')

/**
 * An invented report's bytes come from its number, so that a start that was killed makes the same ones again; real ones come
 * from the phone.
 */
function invented(number: number): Random {
  let block = 0
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () =>
      createHash('sm3').update(`demo report ${number} ${block++}`).digest(),
    )
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length))
  }
}

/** The receipt of the demo's first report, to read its answers with. */
export const demoReceipt = (): string => groupReceipt(newReceipt(invented(0)))

/**
 * The demo's six reports, told and answered by the way that real ones go: sealed as on a phone, sent to `report`, taken up by an officer
 * with the demo's key. Nothing where the county has no demo keys, or has reports already.
 */
export async function settleDemoReports(cloud: LocalCloud, db: Db, officer: string): Promise<void> {
  const file = keyFiles.find(({ id, office }) =>
    cloud.county.reports.offices.some((one) => one.id === office && one.keys.some((key) => key.id === id && key.demo)),
  )
  if (!file || (await count(db, reports, {})) >= told.length) return
  const signer = await fromKeyFile(file as KeyFile, demoPassphrase, atOnce)
  const today = now().today
  for (const [number, { acts, ...message }] of told.entries()) {
    const { message: messageId, answers } = await tell(cloud, today, file.office, number, message)
    const id = await findNew(cloud, officer, messageId)
    if (id === undefined) continue
    const answer = (kind: Answer['kind'], words: string) =>
      sealAnswer({ kind, words, day: today }, answers, signer, (length) => new Uint8Array(randomBytes(length)))
    for (const act of acts as Act[]) await takeUp(cloud, officer, id, message.category, act, answer)
  }
}

/** As a phone does it: the message's id, and the key for the answers. */
async function tell(
  cloud: LocalCloud,
  day: Day,
  office: string,
  number: number,
  message: { category: string; subject: string; place: string; when: string; what: string },
): Promise<{ message: string; answers: string }> {
  const random = invented(number)
  const keys = await receiptKeys(newReceipt(random), cloud.county.code, atOnce)
  const answers = toHex(keys.answers)
  const {
    id,
    keys: wrapped,
    sealed,
  } = await sealMessage({ kind: 'report', ...message, photos: 0, answers }, [], keysOf(cloud.county, office), random, atOnce)
  const work = { day, done: await doWork(challengeOf('submit', day, id), sm3, atOnce) }
  await askAs(cloud, 'report', 'submit', {
    id,
    mailbox: keys.mailbox,
    keys: wrapped,
    sealed,
    parts: 0,
    work,
    office,
    note: sealNote({ day, office }, keys.note, random),
  })
  return { message: id, answers }
}

const keysOf = ({ reports: { offices } }: County, office: string) => offices.find(({ id }) => id === office)!.keys

/** The report that came with this message, if nobody has opened it yet. */
async function findNew(cloud: LocalCloud, session: string, message: string): Promise<string | undefined> {
  const { rows } = await askAs<{ rows: ReportFile['row'][] }>(cloud, 'supervision', 'reports', { open: true }, session)
  for (const { id } of rows.filter(({ state }) => state === 'new')) {
    const { messages } = await askAs<ReportFile>(cloud, 'supervision', 'reportFile', { id }, session)
    if (messages.some((one) => one.id === message)) return id
  }
  return undefined
}

/** As the officer's browser does it. */
function takeUp(
  cloud: LocalCloud,
  session: string,
  id: string,
  category: string,
  act: Act,
  answer: (kind: Answer['kind'], words: string) => string,
): Promise<unknown> {
  const does = (action: string, more: object) => askAs(cloud, 'supervision', action, { id, ...more }, session)
  if ('accept' in act) return does('acceptReport', { category, answer: answer('accepted', act.accept) })
  if ('answer' in act) return does('answerReport', { answer: answer('answer', act.answer) })
  if ('transfer' in act) return does('transferReport', { caseNo: act.transfer, answer: answer('transferred', act.words) })
  return does('closeReport', { outcome: act.close as ReportOutcome, answer: answer('closed', act.words) })
}
