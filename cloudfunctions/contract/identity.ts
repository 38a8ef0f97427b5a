import * as z from 'zod'

/** Who the caller is, in words for the “我的” page. */
export const me = z.object({
  signedIn: z.boolean(),
  /** 陈**（农户） or 林建国（帮扶干部，县农业农村局）. */
  title: z.string().optional(),
  farmer: z.boolean(),
  worker: z.object({ role: z.enum(['grid-worker', 'cadre', 'doctor']), areas: z.array(z.string()) }).optional(),
  /** Instant the session ends; absent on WeChat, where the platform vouches. */
  until: z.iso.datetime().optional(),
})

export const identity = {
  me: { input: z.object({}), output: me },
  /**
   * Redeems a one-time sign-in code from the village office (12 characters, one use, 24 hours).
   * On WeChat it binds the openid; elsewhere the reply carries a session token to keep.
   */
  redeem: {
    input: z.object({ code: z.string().max(40) }),
    output: z.object({ session: z.string().optional(), me }),
  },
  /** Ends this session, or unbinds this WeChat account. */
  leave: { input: z.object({}), output: z.object({ left: z.literal(true) }) },
}

export type Me = z.output<typeof me>
