import { gunzipSync, gzipSync } from 'node:zlib'
import type { Look } from '#contract/intake/look'
import { JobFault, type AtWork, type KindOfJob } from '#kernel/jobs/kind'
import type { Keys } from '#kernel/seal/keys'
import { open, seal } from '#kernel/seal/seal'
import { findById } from '#store/db/read'
import { replace, update } from '#store/db/write'
import { arrivals, looks } from '#store/intake/arrivals'
import { directedOf } from '../directing/directed'
import type { Importing } from '../importing/importing'
import { layOver, laidOver } from '../mending/lay-mends'
import { isReturned, returnedRows } from '../mending/read-back'
import { FileFault } from '../reading/sheet'
import { sheetsOf, understandSheets, type Understood } from '../understand'
import { lookOf } from './look-of'
import { rehearse } from './rehearse'

/** So many reasons and no more are shown. */
const mostReasons = 300

/**
 * Looks at a file before it is taken in: how it is understood, and what would come of it. Nothing is written but the look, sealed: it
 * names people.
 */
export const looking: KindOfJob<Importing & { sha256: string }, object, { sha256: string }> = {
  kind: 'look',
  async chunk(on, { input }) {
    const look = await lookAt(on, input.sha256, input)
    await keepLook(on, look)
    await update(on.db, arrivals, { _id: input.sha256 }, { $set: { agencyId: look.agencyId } })
    return { result: { sha256: input.sha256 } }
  },
  mayCancel: () => true,
  clear: () => Promise.resolve(),
}

async function lookAt(on: AtWork, sha256: string, input: Importing): Promise<Look> {
  const understood = await shown(on, sha256, input)
  if (understood.returned !== undefined) return { ...understood, ...nothing, rows: understood.returned }
  if (understood.blocked !== undefined) return { ...understood, ...nothing }
  const { result, reasons, effects } = await rehearse(on, sha256, input)
  const { rows, accepted, quarantined, warned, amountFen, versions, refused } = result
  return {
    ...understood,
    ...{ rows, accepted, quarantined, warned, amountFen, reasons: reasons.slice(0, mostReasons) },
    ...(versions && { versions }),
    ...(effects && { effects }),
    ...(refused !== undefined && { blocked: refused }),
  }
}

const nothing = { rows: 0, accepted: 0, quarantined: 0, warned: 0, amountFen: 0 as Look['amountFen'], reasons: [] }

/** How it is understood; the sheets are let go of before it is tried. */
async function shown(on: AtWork, sha256: string, input: Importing): Promise<Omit<Look, keyof typeof nothing>> {
  const head = { sha256, fileName: input.fileName, agencyId: input.agencyId ?? null, spokenOn: input.today }
  try {
    const sent = await sheetsOf(on, sha256, input)
    if (isReturned(sent)) return { ...head, ...unread, returned: returnedRows(on.keys, sent).length }
    const sheets = layOver(sent, await laidOver(on, sha256))
    const came = await understandSheets(on, sha256, input, sheets, await directedOf(on, sha256)).catch((error: unknown) => error as Error)
    const look = lookOf(on.county, sheets, came)
    return { ...head, ...(came instanceof Error ? {} : saidBy(on, came)), ...look }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { ...head, ...unread, blocked: error.message }
  }
}

const unread = { kind: null, sheets: [], questions: [], choices: { kinds: [], keys: [], agencies: [], units: [] } }

const saidBy = ({ county }: AtWork, { agency, until }: Understood) => ({
  ...(county.agencies.some(({ id }) => id === agency) && { agencyId: agency }),
  spokenOn: until,
})

const keepLook = ({ db, keys, moment }: AtWork, look: Look): Promise<void> =>
  replace(db, looks, { _id: look.sha256, at: moment.iso, sealed: seal(keys, gzipSync(JSON.stringify(look)).toString('base64')) })

/** The last look at a file. @throws JobFault when it is gone. */
export async function lookKept({ db, keys }: { db: AtWork['db']; keys: Keys }, sha256: string): Promise<Look> {
  const kept = await findById(db, looks, sha256)
  if (!kept) throw new JobFault('看过的结果已经清掉了。请再看一次。')
  return JSON.parse(gunzipSync(Buffer.from(open(keys, kept.sealed), 'base64')).toString()) as Look
}
