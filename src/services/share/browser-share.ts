import type { ArticleCard } from '#contract/bulletin/actions'

/** Where an article stands for any browser. */
export const articleAddress = (id: string): string => `${window.location.origin}/a/${encodeURIComponent(id)}`

/**
 * Hands an article to the browser's own way of sharing. False where there is none or it failed; whoever thinks better of it has
 * had the choice.
 */
export async function shareByBrowser({ id, title, summary }: Pick<ArticleCard, 'id' | 'title' | 'summary'>): Promise<boolean> {
  if (typeof navigator.share !== 'function') return false
  try {
    await navigator.share({ title, text: summary, url: articleAddress(id) })
    return true
  } catch (failure) {
    return failure instanceof Error && failure.name === 'AbortError'
  }
}
