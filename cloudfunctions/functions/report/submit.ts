import { randomUUID } from 'node:crypto'
import type { report } from '#contract/report/actions'
import { daysAfter } from '#domain/time/dates'
import type { AnonymousAction } from '#kernel/call/anonymous'
import { digest, digests } from '#kernel/seal/seal'
import { theirMessageCame } from '#store/reports/parts'
import { findMailbox, insertReport } from '#store/reports/reports'
import { admit } from './admit'
import { checkPhotos, drop, letterOf } from './letter'
import { officeSealedTo, tooOld } from './recipients'

/** Opens the mailbox with its first message. One that is there already takes it as a further one, and the same again not twice. */
export const submit: AnonymousAction<typeof report.submit> = async (message, on) => {
  const { id, mailbox, note, work } = message
  const admission = admit(on, 'submit', work, id, mailbox)
  const office = officeSealedTo(on, message.keys)
  if (office.id !== message.office) throw tooOld()
  const fingerprints = digests(on.keys, 'mailbox', mailbox)
  const letter = letterOf(message, on.today)
  await admission.whileThereIsRoom(async () => {
    const [there] = await Promise.all([findMailbox(on.db, fingerprints), checkPhotos(on.db, message)])
    const opened =
      !there &&
      (await insertReport(on.db, {
        _id: randomUUID(),
        mailbox: digest(on.keys, 'mailbox', mailbox),
        office: office.id,
        receivedOn: on.today,
        note,
        letters: [letter],
        letterCount: 1,
        state: 'new',
        category: null,
        dueOn: daysAfter(on.today, on.county.reports.openDays),
        outcome: null,
        closedOn: null,
        destroyOn: null,
        caseSealed: null,
      }))
    if (!opened) return drop(on.db, there ?? (await findMailbox(on.db, fingerprints)), office, letter)
    if (message.parts > 0) await theirMessageCame(on.db, id)
    return true
  })
  return { kept: true }
}
