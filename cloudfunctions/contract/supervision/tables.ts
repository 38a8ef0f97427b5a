import * as z from 'zod'
import { tableNames } from '#domain/tables/names'
import { category } from '../call/category'
import { day } from '../call/dates'

/** Tables that officers take away: what they would hold is shown first, then they are made piece by piece. */

const instant = z.iso.datetime()
const id = z.string().min(1).max(80)

/** Which rows and columns of which table, under which grant. */
const asked = {
  grantId: id,
  table: z.enum(tableNames),
  area: z.string().max(12).optional(),
  category: category.optional(),
  /** First and last day of a table of what happened. */
  from: day.optional(),
  until: day.optional(),
  /** Ids of columns; all that the grant opens where there is none. */
  columns: z.array(z.string().max(20)).max(40).optional(),
}

/** A table that somebody takes away. `pieces`: the file is there, in so many parts. */
const taken = z.object({
  id,
  table: z.enum(tableNames),
  fileName: z.string(),
  /** Place, category, time, in words. */
  which: z.string(),
  reason: z.string(),
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  /** Households or events, of how many. */
  done: z.int(),
  of: z.int(),
  unit: z.string(),
  columns: z.array(z.string()),
  at: instant,
  rows: z.int().optional(),
  pieces: z.int().optional(),
  /** Why it was not made. */
  fault: z.string().optional(),
})

export const tableDesk = {
  /** Which tables a grant allows, each with the columns that it opens. */
  tables: {
    input: z.object({ grantId: id }),
    output: z.object({
      /** Towns of the grant with its villages; none where it is for one village. */
      places: z.array(
        z.object({ code: z.string(), name: z.string(), villages: z.array(z.object({ code: z.string(), name: z.string() })) }),
      ),
      tables: z.array(
        z.object({
          id: z.enum(tableNames),
          name: z.string(),
          what: z.string(),
          unit: z.string(),
          ofTime: z.boolean(),
          columns: z.array(z.object({ id: z.string(), heading: z.array(z.string()) })),
        }),
      ),
    }),
  },
  /** The first rows as they would stand in the file, and of how many; on record as a list. */
  tablePreview: {
    input: z.object(asked),
    output: z.object({
      title: z.string(),
      total: z.int(),
      unit: z.string(),
      columns: z.array(z.object({ id: z.string(), heading: z.array(z.string()), numeric: z.boolean() })),
      rows: z.array(z.array(z.string())),
    }),
  },
  /**
   * Begins to make the file. Needs `office.stepUp` within five minutes, a reason, and the number that was shown: `bad-input` if there are
   * more or fewer by now. A small table is done at once, a large one with `exportProgress`.
   */
  export: {
    input: z.object({
      ...asked,
      count: z.int().min(1, { error: '这样选下来一行也没有，不用导出。' }),
      reason: z.string().trim().min(4, { error: '请写明导出做什么用。' }).max(300),
    }),
    output: taken,
  },
  /** Goes on with it for a while, and says how far it is. */
  exportProgress: { input: z.object({ id }), output: taken },
  cancelExport: { input: z.object({ id }), output: taken },
  /** A part of the file, for whoever began it, as long as the grant holds. */
  exportPart: { input: z.object({ id, piece: z.int().min(0) }), output: z.object({ base64: z.string() }) },
  /** What the caller has taken away lately, the newest first. */
  exports: { input: z.object({}), output: z.object({ exports: z.array(taken) }) },
}

export type TableChoices = z.output<(typeof tableDesk)['tables']['output']>
export type TablePreview = z.output<(typeof tableDesk)['tablePreview']['output']>
export type TableTaken = z.output<typeof taken>
