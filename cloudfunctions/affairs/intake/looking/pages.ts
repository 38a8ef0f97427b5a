import type { RehearsedChange } from '#store/db/rehearsal/rehearsal'

/** A page that would say something else: a household's, or a person's who is in none. */
export interface Page {
  householdId: string | null
  personId: string | null
  words: string[]
  joined: number
  left: number
  /** What it gets less (below 0) or more, in 分. */
  delta: number
  beforeFen?: number
  afterFen?: number
}

type Owned = { householdId?: string | null; personId?: string } | null

/** The pages that changes are on, each once. */
export class Pages {
  readonly all = new Map<string, Page>()

  /** Whose page it is: after the change, else before it; nothing of what is nobody's yet. */
  of(householdId: string | null | undefined, personId: string | null | undefined): Page | undefined {
    const key = householdId ? `household/${householdId}` : personId ? `person/${personId}` : undefined
    if (key === undefined) return undefined
    const page = this.all.get(key) ?? {
      householdId: householdId ?? null,
      personId: personId ?? null,
      words: [],
      joined: 0,
      left: 0,
      delta: 0,
    }
    this.all.set(key, page)
    return page
  }

  ofChange({ before, after }: RehearsedChange): Page | undefined {
    const [was, is] = [before as Owned, after as Owned]
    return this.of(is?.householdId ?? was?.householdId, is?.personId ?? was?.personId)
  }

  say(page: Page | undefined, words: string): void {
    if (page && !page.words.includes(words)) page.words.push(words)
  }
}
