import keyFiles from '../../cloudfunctions/local/demo/report-keys.json'
import type { ReportFile, ReportRow } from '#contract/supervision/reports'
import { fromKeyFile, type KeyFile } from '#domain/sealing/key-file'
import {
  contentKey,
  openMessage,
  openPhoto,
  sealAnswer,
  wrapFor,
  type Answer,
  type FirstMessage,
  type ReportMessage,
} from '#domain/sealing/report'
import type { KeyPair } from '#domain/sealing/sm2-keys'
import type { Cloud } from '../harness/cloud'
import { aStaff, asStaff } from '../harness/people'
import { atOnce, random } from '../sealing/people'
import { today } from './a-reporter'

/** The private keys of the demo pack's offices. */
const keysOf = (office: string): Promise<KeyPair[]> =>
  Promise.all(
    keyFiles.filter((file) => file.office === office).map((file) => fromKeyFile(file as unknown as KeyFile, 'demo-report-keys', atOnce)),
  )

/** An officer of a report office at their desk, with one of its private keys. */
export async function anOffice(cloud: Cloud, id: string) {
  const office = cloud.county.reports.offices.find((one) => one.id === id)!
  const staff = await aStaff(cloud, 'officer', { agencyId: office.agency, name: '周科员' })
  const [as, [mine]] = [await asStaff(cloud, staff), await keysOf(id)]
  const colleague = await asStaff(cloud, await aStaff(cloud, 'officer', { agencyId: office.agency, name: '吴科员' }))
  const ask = <Data>(action: string, input: object) => cloud.call<Data>('supervision', action, input, as)
  const openedOf = ({ messages }: ReportFile) =>
    messages
      .filter(({ side }) => side === 'reporter')
      .map(({ id: message, keys, sealed }) => openMessage(contentKey(keys, mine!), message, sealed))
  const answerTo = (file: ReportFile, answer: Partial<Answer> = {}): string =>
    sealAnswer(
      { kind: 'answer', words: '请再写清楚是哪一个月。', day: today(), ...answer },
      (openedOf(file)[0] as FirstMessage).answers,
      mine!,
      random,
    )
  const me = {
    office,
    staff,
    as,
    mine: mine!,
    ask,
    openedOf,
    answerTo,
    inbox: async (open = true) => (await ask<{ rows: ReportRow[] }>('reports', { open })).rows,
    file: (report: string) => ask<ReportFile>('reportFile', { id: report }),
    read: async (report: string): Promise<ReportMessage[]> => openedOf(await me.file(report)),
    /** One photo of a letter, opened. */
    async photo(report: string, message: string, first = 0): Promise<Uint8Array> {
      const { keys } = (await me.file(report)).messages.find((one) => one.id === message)!
      return openPhoto(
        contentKey(keys, mine!),
        message,
        first,
        (await ask<{ parts: string[] }>('reportPhoto', { id: report, message, first })).parts,
      )
    },
    /** Does something with a report and says so to the reporter. */
    act: async (action: string, report: string, input: object = {}, answer: Partial<Answer> = {}): Promise<ReportFile> =>
      ask<ReportFile>(action, { id: report, ...input, answer: answerTo(await me.file(report), answer) }),
    accept: (report: string, category = 'false-claim') =>
      me.act('acceptReport', report, { category }, { kind: 'accepted', words: '收到了，正在查。' }),
    close: (report: string, outcome = 'true') =>
      me.act('closeReport', report, { outcome }, { kind: 'closed', words: '查实了，钱已经退回。' }),
    /** What the other officer of the office does. */
    askSecond: <Data>(action: string, input: object) => cloud.call<Data>('supervision', action, input, colleague),
    /** Both of them say that it is no report. */
    async spam(report: string): Promise<ReportFile> {
      await ask('spamReport', { id: report })
      return me.askSecond<ReportFile>('spamReport', { id: report })
    },
    /** Every letter's key, wrapped for another office. */
    async keysFor(report: string, other: string) {
      const { messages } = await me.file(report)
      const recipients = cloud.county.reports.offices.find((one) => one.id === other)!.keys
      return messages
        .filter(({ side }) => side === 'reporter')
        .map(({ id: message, keys }) => ({ message, keys: wrapFor(contentKey(keys, mine!), recipients, random) }))
    },
    pass: async (report: string, other: string) =>
      me.act('passReport', report, { office: other, keys: await me.keysFor(report, other) }, { kind: 'answer', words: `转给${other}了。` }),
  }
  return me
}
export type Office = Awaited<ReturnType<typeof anOffice>>
