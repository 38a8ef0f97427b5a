import * as z from 'zod'

const column = z.enum(['policy', 'news'])

export const articleCard = z.object({
  id: z.string(),
  column,
  title: z.string(),
  summary: z.string(),
  who: z.string().optional(),
  howMuch: z.string().optional(),
  howToAsk: z.string().optional(),
  publishedOn: z.iso.date(),
})

export const article = articleCard.extend({
  body: z.array(z.string()),
  sourceDocument: z.string().optional(),
  validUntil: z.iso.date().optional(),
})

export const bulletin = {
  /** What the home page needs without sign-in. */
  home: {
    input: z.object({}),
    output: z.object({
      county: z.object({ name: z.string(), helpLine: z.object({ label: z.string(), phone: z.string() }) }),
      policy: z.array(articleCard),
      news: z.array(articleCard),
    }),
  },
  /** One column, newest first, 20 a page. `next` is the cursor for the following page. */
  list: {
    input: z.object({ column, after: z.string().max(80).optional() }),
    output: z.object({ articles: z.array(articleCard), next: z.string().optional() }),
  },
  /**
   * The newest signed checkpoint of the record of looks (a C2SP note) and the key that verifies it. Whoever keeps one can prove later
   * that nothing of the record was taken away: `npm run audit:verify -- --checkpoint FILE`. Says nothing about anybody.
   */
  checkpoint: { input: z.object({}), output: z.object({ note: z.string().optional(), key: z.string() }) },
  /** One article; error `not-found` if it is unknown or withdrawn. */
  read: { input: z.object({ id: z.string().max(80) }), output: article },
}

export type ArticleCard = z.output<typeof articleCard>
export type Article = z.output<typeof article>
export type BulletinHome = z.output<typeof bulletin.home.output>
export type BulletinPage = z.output<typeof bulletin.list.output>
