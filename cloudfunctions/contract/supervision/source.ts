import * as z from 'zod'
import { sourcesOf, statedFields } from '#domain/people/stated'
import { day } from '../call/dates'

const id = z.string().min(1).max(80)

const said = z.object({
  /** What it says, in words: 南田镇新南村, 已经去世. */
  says: z.string(),
  /** 县公安局的死亡和迁移名单. */
  from: z.string(),
  /** The file, the sheet and the row as Excel shows it; absent for what was entered at the counter. */
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  /** The day that the file speaks of; absent in what was taken in before it was kept. */
  day: day.optional(),
  /** This is what the household's file shows; `differs`: it says otherwise than that. */
  shown: z.boolean(),
  differs: z.boolean(),
  /** Names this statement where somebody decides that it holds. */
  pick: z.string().optional(),
})

const decided = z.object({
  /** What was decided, or is to be; absent for an undoing that is asked for. */
  says: z.string().optional(),
  /** Who said so first, and who agreed. */
  by: z.string(),
  second: z.string().optional(),
  day,
  reason: z.string(),
  evidence: z.string(),
})

const person = z.object({
  who: z.string(),
  why: z.string(),
  said: z.array(said),
  personId: id.optional(),
  /** A person's word that holds until it is changed. */
  decided: decided.optional(),
  /** What waits for a second person, and who that may be. */
  waiting: decided.extend({ undo: z.boolean(), deciders: z.string() }).optional(),
  /** What whoever looks may do: say which holds, give a value of their own, take the word back, agree or not, withdraw. */
  can: z.object({ decide: z.boolean(), give: z.boolean(), undo: z.boolean(), answer: z.boolean(), withdraw: z.boolean() }).optional(),
})

const answer = z.object({ label: z.string(), people: z.array(person) })

const whose = { grantId: id, householdId: id, personId: id, of: z.enum(statedFields) }
const reason = z.string().trim().min(4, { error: '请写明为什么这样定，至少 4 个字。' }).max(300)

export const sourceDesk = {
  /**
   * Where something in an opened file comes from (哪里来的): all that is said of it, the one that is shown first, and why it is. Under the
   * same grant as the file, and on record. What the grant does not open is refused.
   */
  source: {
    input: z.object({ grantId: id, householdId: id, of: z.enum(sourcesOf) }),
    output: answer,
  },
  /**
   * Where departments differ, somebody of the agency that mends it says which statement holds (`pick`), or what does (`value`: a name, a
   * phone, town and village) with what proves it. What changes who gets what or who may see waits for a second person. Gives what is said
   * of the field as it then stands.
   */
  decideSource: {
    input: z.object({
      ...whose,
      pick: z.string().max(32).optional(),
      value: z.string().trim().max(100).optional(),
      reason,
      evidence: z.string().trim().max(300).default(''),
    }),
    output: answer,
  },
  /** Takes a decision back: the county's order holds again. A second person agrees where one agreed to the decision. */
  undoSource: { input: z.object({ ...whose, reason }), output: answer },
  /** The second person's yes or no; whoever asked withdraws it with a no. */
  answerSource: {
    input: z.object({ ...whose, approve: z.boolean(), why: z.string().trim().max(300).default('') }),
    output: answer,
  },
  /** What waits for this officer's word among the households of a grant; on record as a list. */
  waitingSources: {
    input: z.object({ grantId: id }),
    output: z.object({
      rows: z.array(z.object({ householdId: id, of: z.enum(statedFields), place: z.string(), label: z.string(), by: z.string(), day })),
    }),
  },
}

export type SourceAnswer = z.output<typeof answer>
