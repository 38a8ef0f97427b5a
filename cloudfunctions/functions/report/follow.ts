import type { report } from '#contract/report/actions'
import type { AnonymousAction } from '#kernel/call/anonymous'
import { digests } from '#kernel/seal/seal'
import { findMailbox } from '#store/reports/reports'
import { admit } from './admit'
import { checkPhotos, drop, letterOf } from './letter'
import { officeSealedTo } from './recipients'

/** A further message. For a mailbox that is not there the same is asked of the database, and nothing is kept. */
export const follow: AnonymousAction<typeof report.follow> = async (message, on) => {
  const admission = admit(on, 'follow', message.work, message.id, message.mailbox)
  const office = officeSealedTo(on, message.keys)
  await admission.whileThereIsRoom(async () => {
    const [report] = await Promise.all([findMailbox(on.db, digests(on.keys, 'mailbox', message.mailbox)), checkPhotos(on.db, message)])
    return drop(on.db, report, office, letterOf(message, on.today))
  })
  return { kept: true }
}
