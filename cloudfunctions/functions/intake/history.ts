import type { intake } from '#contract/intake/actions'
import type { ImportLine } from '#contract/intake/desk'
import { officerAt, seesAll } from '#affairs/intake/directing/whose'
import { kindsOfFile } from '#affairs/intake/kinds/all'
import { fen } from '#domain/money/money'
import type { Action, On } from '#kernel/call/on'
import type { Filter } from '#store/db/collection'
import { find, findIn } from '#store/db/read'
import { imports, type Import } from '#store/intake/intake'
import { undoings, type UndoneImport } from '#store/intake/undoings'

const pageSize = 50

/** Files that were taken in, those that were taken back too, the newest first; a department sees its own. */
export const history: Action<typeof intake.history> = async ({ agencyId, kind, page }, on) => {
  const by = await officerAt(on)
  const own = seesAll(on, by) ? (agencyId === undefined ? {} : { agencyId }) : { agencyId: by!.agencyId }
  const found = await find(
    on.db,
    imports,
    { $and: [own, kind === undefined ? {} : { kind }, beyond(page)] },
    {
      order: [
        ['at', 'desc'],
        ['_id', 'asc'],
      ],
      limit: pageSize + 1,
    },
  )
  const shown = found.slice(0, pageSize)
  const back = await findIn(
    on.db,
    undoings,
    'importId',
    shown.map(({ _id }) => _id),
  )
  const last = shown.at(-1)
  return {
    imports: shown.map((one) =>
      presentLine(
        on,
        one,
        back.filter(({ importId }) => importId === one._id),
      ),
    ),
    ...(found.length > pageSize && { next: `${last!.at}|${last!._id}` }),
  }
}

/** Behind the last of the page before. */
function beyond(page: string | undefined): Filter {
  const [at, id] = page?.split('|') ?? []
  return at === undefined || id === undefined ? {} : { $or: [{ at: { $lt: at } }, { at, _id: { $gt: id } }] }
}

function presentLine({ county }: On, one: Import, back: UndoneImport[]): ImportLine {
  const { _id, fileName, kind, agencyId = null, at, by, status, result, spokenOn, journaled, journalGone } = one
  const { rows = 0, accepted = 0, quarantined = 0, warned = 0, amountFen = fen(0), refused } = result ?? {}
  return {
    ...{ sha256: _id, fileName, kind, agencyId, at, state: status, rows, accepted, quarantined, warned, amountFen },
    kindLabel: kindsOfFile.find((known) => known.kind === kind)?.label ?? null,
    agency: county.agencies.find(({ id }) => id === agencyId)?.name ?? null,
    by: by?.name ?? null,
    spokenOn: spokenOn ?? null,
    ...(refused !== undefined && { refused }),
    undone: back
      .sort((a, b) => (a.at > b.at ? -1 : 1))
      .map(({ at: when, by: who, reason }) => ({ at: when, by: who?.name ?? null, reason })),
    can: { undo: status === 'done' && journaled === true && !journalGone && result?.mends === undefined },
  }
}
