import type { report } from '#contract/report/actions'
import type { AnonymousAction } from '#kernel/call/anonymous'
import { keepPart } from '#store/reports/parts'
import { partsAnnounced } from '#store/reports/reports'
import { admit } from './admit'
import { tooManyParts } from './letter'

/** One part of a photo; its message follows. When that has come, there is no more than it announced. */
export const part: AnonymousAction<typeof report.part> = async ({ message, index, sealed, work }, on) => {
  await admit(on, 'part', work, `${message}/${index}`).whileThereIsRoom(async () => {
    const announced = await partsAnnounced(on.db, message)
    if (announced !== undefined && index >= announced) throw tooManyParts()
    return keepPart(on.db, { message, index, sealed, day: on.today, ...(announced === undefined && { waiting: true }) })
  })
  return { kept: true }
}
