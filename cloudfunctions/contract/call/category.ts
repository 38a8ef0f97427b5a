import * as z from 'zod'
import type { Category } from '#domain/register/register'

/** A category's id as it crosses the wire; which there are, the county pack says. */
export const category = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40) as unknown as z.ZodType<Category, string>
