import * as z from 'zod'
import { alertWords } from '#domain/alerts/finding'
import { officerRoles } from '#domain/access/staff'
import { typedDigits } from '#domain/text/typed'
import { day } from '../call/dates'

/** The desk of an officer: signing in on the intranet with passphrase and TOTP, and what they answer for. */

const instant = z.iso.datetime()
const totp = z.string().transform((text, context) => {
  const digits = typedDigits(text)
  if (digits.length !== 6) context.addIssue({ code: 'custom', message: '动态码是手机验证器上的 6 位数字，请再输一遍。' })
  return digits
})
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/, { error: '登录名用 3 到 32 个小写字母、数字，字母开头，例如 zhangsan。' })
const passphrase = z
  .string()
  .min(12, { error: '口令至少 12 个字，可以是一句好记的话。' })
  .max(200, { error: '口令太长了，最多 200 个字。' })

/** What an officer may do here; the menu is drawn from it. */
const deskSections = [
  'alerts',
  'funds',
  'batches',
  'cases',
  'register',
  'schemes',
  'plans',
  'look',
  'tables',
  'likenesses',
  'intake',
  'refused',
  'requests',
  'reports',
  'suggestions',
  'publish',
  'posters',
  'monthly',
  'grants',
  'staff',
  'counter',
  'cards',
  'pledge',
] as const

const deskMe = z.object({
  name: z.string(),
  role: z.enum(officerRoles),
  agency: z.string(),
  agencyId: z.string(),
  until: instant,
  sections: z.array(z.enum(deskSections)),
  /** For those with a duty: the pledge, its hash, and the day they signed this very text. */
  pledge: z.object({ text: z.string(), hash: z.string(), signedOn: day.optional() }).optional(),
  /** Whether head and data officer of the agency have signed: without both no grant is given. */
  agencyReady: z.object({ head: z.boolean(), dataOfficer: z.boolean() }),
  /** Somebody asked to let the caller in anew: whoever did not want that stops it (`withdrawStaff`). */
  resets: z.array(z.object({ id: z.string(), askedBy: z.string(), askedAt: instant, approvedBy: z.string().optional() })),
  /**
   * What waits: grants to decide, requests to answer, emergency looks that the head has not seen, articles to check,
   * suggestions and reports to take up.
   */
  waiting: z.object({
    /** People to let in, or let in by others, for the head to see. */ staff: z.int(),
    grants: z.int(),
    requests: z.int(),
    emergencies: z.int(),
    articles: z.int(),
    suggestions: z.int(),
    reports: z.int(),
    /** Batches of money in which the next step is the caller's. */ batches: z.int(),
    /** Cases of the register in which the next step is the caller's agency's. */ cases: z.int(),
    /** Pooled schemes and households in them that wait for the caller to decide. */ schemes: z.int(),
    /** Rows of departments' files that could not be taken in. */ refused: z.int(),
    /** Pairs of entries that may be one person. */ likenesses: z.int().optional(),
  }),
  /** The board of four words: alerts that are open and late among those that the officer sees; `today`, those to do today. */
  alerts: z.object({ today: z.int(), words: z.array(z.object({ word: z.enum(alertWords), open: z.int(), late: z.int() })) }).optional(),
})

const entered = z.object({
  session: z.string(),
  /** Kept by the browser: tells it from a stranger's after failed tries. */ device: z.string(),
  me: deskMe,
})

export const desk = {
  /** Error `sign-in` alike for a wrong name, passphrase or code; `not-allowed` with the wait after too many tries from this place. */
  signIn: {
    input: z.object({ login: z.string().max(80), passphrase: z.string().max(400), totp, device: z.string().max(200).optional() }),
    output: entered,
  },
  /**
   * Reads a one-time code without spending it: whom it is for, and a new TOTP secret (base32, and as an otpauth address) in a
   * ticket good for 15 minutes.
   */
  enrolStart: {
    input: z.object({ code: z.string().max(40) }),
    output: z.object({
      name: z.string(),
      role: z.enum(officerRoles),
      agency: z.string(),
      secret: z.string(),
      uri: z.string(),
      ticket: z.string(),
    }),
  },
  /**
   * Spends the code: passphrase and TOTP are set, the officer is signed in. `bad-input` if the login is taken or the TOTP code
   * is wrong.
   */
  enrol: { input: z.object({ code: z.string().max(40), ticket: z.string().max(400), login, passphrase, totp }), output: entered },
  /** For an export: the TOTP code again; good for five minutes. */
  stepUp: { input: z.object({ totp }), output: z.object({ until: instant }) },
  me: { input: z.object({}), output: deskMe },
  /** Signs the pledge whose hash was shown. */
  pledge: { input: z.object({ hash: z.string().length(64) }), output: deskMe },
  signOut: { input: z.object({}), output: z.object({ left: z.literal(true) }) },
}

export type DeskMe = z.output<typeof deskMe>
export type DeskSection = (typeof deskSections)[number]
