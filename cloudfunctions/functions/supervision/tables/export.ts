import type { supervision } from '#contract/supervision/actions'
import { signedBy } from '#affairs/tables/signed-by'
import { tableJob, type Taking } from '#affairs/tables/job'
import { isSteppedUp } from '#affairs/step-up/step-up'
import { Refusal, refusals } from '#kernel/call/errors'
import type { Action } from '#kernel/call/on'
import { recordLook } from '#kernel/record/release'
import { askFor } from '#store/work/jobs'
import { chosen } from './asked'
import { workedOn } from './progress'

/** A table leaves the house: whoever takes it proves once more who they are, says what for, and confirms how many it names. */
export const exportTable: Action<typeof supervision.export> = async ({ count, reason, ...wanted }, on) => {
  const { looking, kind, reading, columns, shown, which } = await chosen(on, 'supervision.export', wanted)
  const { caller, grant, about } = looking
  if (!isSteppedUp(on, caller)) throw new Refusal('not-allowed', '导出前请再输一次手机上的动态码。')
  const total = await kind.count(reading)
  if (total !== count)
    throw refusals.badInput(`刚才看到的是 ${count} ${kind.unit}，现在是 ${total} ${kind.unit}，名单变过了。请重新看过前几行再导出。`)
  const id = on.requestId
  const title = `${which}${kind.name}`
  const input: Taking = {
    ...{ staffId: caller.staff!._id, grantId: grant._id, table: wanted.table, asked: reading.asked },
    columns: columns.map((column) => column.id),
    head: { title, ...signedBy(on, caller) },
    fileName: `${title.replace(/\s+/g, '_')}_${on.moment.today}.xlsx`,
    ...{ count, which, reason },
  }
  await recordLook(on, caller, {
    action: 'supervision.export',
    granted: true,
    ...about,
    about: { kind: 'export', id },
    area: wanted.area ?? grant.area,
    rows: total,
    ...shown,
    reason,
  })
  await askFor(on.db, { _id: id, kind: tableJob.kind, input: { ...input }, askedAt: on.moment.iso })
  return workedOn(on, id)
}
