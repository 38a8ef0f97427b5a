import * as z from 'zod'
import { workerRoles } from '#domain/access/staff'
import { codeToken } from '../call/code-token'
import { day } from '../call/dates'

/** Visits 走访: whose turn it is, what is known of a household, and what was found there; with or without signal. */

const id = z.string().min(1).max(100)
/** Made on the phone: 32 hex digits. */
const madeId = z.string().regex(/^[0-9a-f]{32}$/)
const instant = z.iso.datetime()
const words = z.string().trim().max(500, { error: '最多写 500 个字，请再短一些。' })
const value = z.union([z.string().max(500), z.number()])
const consent = z.enum(['self', 'family'])

/** Why it is somebody's turn, the day by which, and whether that is over. */
const due = z.object({ rule: z.string(), why: z.string(), on: day, late: z.boolean() })

/** A household of the caller's: 程**, and no more than whoever looks after it knows. */
const home = z.object({
  id,
  who: z.string(),
  village: z.string(),
  /** When this worker, or somebody of the same role, was last there. */
  lastOn: day.optional(),
  /** The soonest; nothing where no rule names it. */
  due: due.optional(),
})

/** What stands of one field of the form. More than one value: visits disagree, and whoever comes next chooses. */
const known = z.object({
  field: z.string(),
  standing: z.array(z.object({ value, by: z.array(id).min(1), on: day })).min(1),
})

/** A household as a visitor needs it, and no more: no number of a person, no card, no money. */
const visitedHome = z.object({
  id,
  head: z.string(),
  village: z.string(),
  members: z.array(z.object({ name: z.string(), relation: z.string(), age: z.int() })),
  /** To call before going. */
  phones: z.array(z.string()),
  known: z.array(known),
  /** What it said it needs, and how far that is. */
  needs: z.array(
    z.object({ topic: z.string(), words: z.string(), on: day, to: z.string(), answer: z.string().optional(), met: z.boolean().optional() }),
  ),
  /** The newest first. */
  visits: z.array(z.object({ id, on: day, unit: z.string(), who: z.string(), talked: z.string() })),
  due: due.optional(),
})

const visitContent = z.object({
  met: z.string().trim().min(1, { error: '请写见到了谁；没人在家，就写没人在家。' }).max(40),
  unchanged: z.boolean(),
  changes: z.array(z.object({ field: z.string().max(40), value, basedOn: z.array(id).max(20) })).max(60),
  talked: words,
  heard: z.array(z.object({ topic: z.string().max(40), words: words.min(2, { error: '请写清楚需要什么。' }) })).max(10),
  photos: z.int().min(0).max(9),
})

const visit = z.object({
  id: madeId,
  householdId: id,
  purpose: z.string(),
  consent,
  on: day,
  /** The phone's clock when it was written, and now that it is sent: a clock that is wrong is found by the second. */
  phoneAt: instant,
  sentAt: instant,
  /** The visit's number among those made on this phone, from 1. */
  seq: z.int().min(1),
  seconds: z.int().min(0).max(86_400),
  /** Under which it was made without signal. */
  takingId: madeId.optional(),
  ...visitContent.shape,
})

export const fieldVisits = {
  /** The caller's households: whose turn it is first, by the day; at most 500. Masked. */
  homes: { input: z.object({}), output: z.object({ role: z.enum(workerRoles), today: day, homes: z.array(home), more: z.int() }) },
  /**
   * One of them, to visit it: chosen, or by its card; for a purpose of the pack, with consent. On record; `not-found` alike for unknown and
   * not theirs.
   */
  homeAt: {
    input: z.object({ householdId: id.optional(), token: codeToken.optional(), purpose: z.string(), consent }),
    output: z.object({ home: visitedHome }),
  },
  /**
   * A visit. Sent twice it is one; the same id with other content is its next version. It is taken as of its own time: whoever was the
   * household's worker while it was made may still hand it in. `partsMissing`: of its photos, what has not come yet.
   */
  visit: {
    input: visit,
    output: z.object({ noted: z.literal(true), version: z.int(), partsMissing: z.array(z.object({ photo: z.int(), index: z.int() })) }),
  },
  /** One part of a photo, in any order, before or after its visit. The same part again is no harm. */
  visitPart: {
    input: z.object({
      visitId: madeId,
      photo: z.int().min(0).max(8),
      index: z.int().min(0).max(19),
      of: z.int().min(1).max(20),
      base64: z.base64().max(65_536),
    }),
    output: z.object({ noted: z.literal(true) }),
  },
  /** Which parts of a visit's photos have come: only the others are sent again. */
  partsThatCame: {
    input: z.object({ visitId: madeId }),
    output: z.object({ parts: z.array(z.object({ photo: z.int(), index: z.int() })) }),
  },
  /**
   * Takes households along for a time in which there is no signal: theirs, for one purpose, at most so many (norms `take-along-…`). Each is
   * on record, and its people see until when. `key`: what the phone seals them with, 32 bytes in hex; it is given once.
   */
  takeAlong: {
    input: z.object({ id: madeId, householdIds: z.array(id).min(1).max(1000), purpose: z.string(), until: instant }),
    output: z.object({ id: madeId, until: instant, key: z.string(), homes: z.array(visitedHome) }),
  },
  /** What was taken along is deleted on the phone. */
  handBack: { input: z.object({ id: madeId }), output: z.object({ noted: z.literal(true) }) },
  /** What the phone looked at without signal, into the record; each once by its own id. */
  looksOffline: {
    input: z.object({
      takingId: madeId,
      looks: z
        .array(z.object({ id: madeId, householdId: id, phoneAt: instant, consent }))
        .min(1)
        .max(200),
    }),
    output: z.object({ noted: z.literal(true) }),
  },
  /**
   * What the phone still holds, by number, the oldest since when, and its last number. `missing`: numbers that never came and are not held
   * any more; `last`: from where the phone goes on, also after its storage was cleared. `keys`: what this person's outbox on this phone is
   * sealed with, the newest first, always the same; the phone keeps them as long as the session.
   */
  outbox: {
    input: z.object({ held: z.array(z.int().min(1)).max(2000), since: instant.optional(), last: z.int().min(0) }),
    output: z.object({ keys: z.array(z.string()).min(1), last: z.int(), missing: z.array(z.int()), warn: z.boolean() }),
  },
}
export type Home = z.output<typeof home>
export type VisitedHome = z.output<typeof visitedHome>
export type SentVisit = z.output<typeof visit>
