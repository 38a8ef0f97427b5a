import { answersAPage, type report } from '#contract/report/actions'
import { ivLength, sizes, tagLength } from '#domain/sealing/sizes'
import type { AnonymousAction } from '#kernel/call/anonymous'
import { digests } from '#kernel/seal/seal'
import { findMailbox, type Report } from '#store/reports/reports'
import { admit } from './admit'
import { filler } from './filler'

const sealing = ivLength + tagLength

/** A page of a mailbox, newest answers first. The filler is always made, whether or not it is needed: it takes the same time. */
export const open: AnonymousAction<typeof report.open> = async ({ mailbox, page, work }, on) => {
  let report: Report | undefined
  await admit(on, 'open', work, mailbox).whileThereIsRoom(async () => {
    report = await findMailbox(on.db, digests(on.keys, 'mailbox', mailbox))
    return true
  })
  const answers = (report?.letters ?? []).filter(({ by }) => by === 'office').reverse()
  const emptyNote = filler(on.keys, mailbox, 'note', sizes.note + sealing)
  const emptySlots = Array.from({ length: answersAPage }, (_, i) =>
    filler(on.keys, mailbox, `answer ${page * answersAPage + i}`, sizes.answer + sealing),
  )
  return { note: report?.note ?? emptyNote, answers: emptySlots.map((empty, i) => answers[page * answersAPage + i]?.sealed ?? empty) }
}
