import * as z from 'zod'

/** What a timer, or the operator, has done from time to time. */
export const patrol = {
  /** Chains the audit entries that are new since the last checkpoint and signs a checkpoint; nothing new, no checkpoint. */
  chain: {
    input: z.object({}),
    output: z.object({
      /** `size` entries are chained in all, `added` of them now; `root` in hex. */
      size: z.int(),
      added: z.int(),
      root: z.string(),
      /** Entries that bear no writer's seal, or a wrong one: they are not chained, somebody's hand wrote them. */
      strange: z.int(),
      /** Numbers of this process's own records that were written and are not there any more. */
      missing: z.array(z.int()),
      /** The newest signed word, to be kept elsewhere; with `missing` it says how many there should be. None before the first. */
      note: z.string().optional(),
    }),
  },
  /**
   * Carries out the county's rule for each kind of data, a bounded step at a time; `more`: call again. Removes what was for the
   * moment: expired codes, counters, accounts bound to nothing; destroys reports whose time is over. Once a day is enough.
   */
  tidy: { input: z.object({}), output: z.object({ removed: z.int(), /** Reports destroyed. */ destroyed: z.int(), more: z.boolean() }) },
  /** Publishes what has come about on the register since the last time, and signs it. Once a day is enough. */
  balance: { input: z.object({}), output: z.object({ added: z.int() }) },
  /** Brings at most `limit` documents that stand under an older root key to the newest; called again it goes on. */
  reseal: {
    input: z.object({ limit: z.int().min(1).max(10_000).default(500) }),
    /** `remaining`, once done: documents that cannot be brought over. `waiting`: why it has not begun yet, in Chinese. */
    output: z.object({
      version: z.string(),
      done: z.boolean(),
      resealed: z.int(),
      remaining: z.int().optional(),
      waiting: z.string().optional(),
    }),
  },
  /** Runs the detectors over what there is, once a day and after every import, chunk by chunk; `more`: call again. */
  alerts: { input: z.object({}), output: z.object({ worked: z.boolean(), more: z.boolean() }) },
  /** Reconciles what is due with what was planned, paid and said, once a day and after every import and batch; `more`: call again. */
  ledger: { input: z.object({}), output: z.object({ worked: z.boolean(), more: z.boolean() }) },
  /** Tells whoever agreed to it that money has come, once an hour in the county's hours; `told`: what came of a round, in numbers. */
  arrivals: {
    input: z.object({}),
    output: z.object({
      more: z.boolean(),
      told: z.object({ sent: z.int(), unwanted: z.int(), failed: z.int(), dropped: z.int() }).optional(),
    }),
  },
  /** Works out what everybody is due, once a day and after whatever changes facts, chunk by chunk; `more`: call again. */
  entitle: { input: z.object({}), output: z.object({ worked: z.boolean(), more: z.boolean() }) },
}

export type Resealed = z.output<typeof patrol.reseal.output>
export type Chained = z.output<typeof patrol.chain.output>
