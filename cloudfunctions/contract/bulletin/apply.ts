import * as z from 'zod'
import { toldCase } from '../call/told-case'
import { day } from '../call/dates'
import { writeKey } from '../call/write-key'

/** 申请: somebody in need says so on the phone, without signing in. */

const place = z.string().regex(/^\d{12}$/, { error: '请选住在哪个村。您填的内容还在。' })
const named = z.object({ id: z.string(), name: z.string() })

export const applying = {
  /** What the form gives to choose from; with a town, its villages. */
  applyForm: {
    input: z.object({
      town: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
    }),
    output: z.object({ hardships: z.array(named), towns: z.array(named), villages: z.array(named) }),
  },
  /**
   * Four things and the village. The same again, by its key, is one and has the same receipt; somebody about whom one is under way
   * already is not a second one. The answer is the same for whoever is on the register and whoever is not.
   */
  apply: {
    input: z.object({
      name: z.string().trim().min(2, { error: '请写身份证上的姓名。您填的内容还在。' }).max(40),
      idNumber: z.string().trim().min(1, { error: '请写身份证号。您填的内容还在。' }).max(40),
      phone: z.string().trim().min(1, { error: '请留一个打得通的电话。您填的内容还在。' }).max(40),
      hardship: z.string().max(40),
      words: z.string().trim().max(500, { error: '最多写 500 个字，请再短一些。您填的内容还在。' }).optional(),
      place,
      key: writeKey,
    }),
    output: z.object({ receipt: z.string(), dueOn: day }),
  },
  /** `not-found` for a receipt that there is not. Says how far it is, and nothing of who is on the register. */
  application: {
    input: z.object({ receipt: z.string().trim().min(1).max(40) }),
    output: z.object({ receivedOn: day, told: toldCase.omit({ id: true, told: true, appeal: true }) }),
  },
}
export type ApplyForm = z.output<typeof applying.applyForm.output>
export type ApplicationStatus = z.output<typeof applying.application.output>
