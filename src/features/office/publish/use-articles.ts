import { useMutation, useQuery } from '@tanstack/react-query'
import type { InputOf } from '#contract/call/action'
import type { office } from '#contract/office/actions'
import type { ArticleRow } from '#contract/office/publishing'
import { ask, recountDesk } from '../../../services/desk/office-call'
import { queryClient } from '../../../services/wire/query-client'

const key = ['passing', 'office', 'articles']
type Input<Name extends keyof typeof office> = InputOf<(typeof office)[Name]>
type List = { articles: ArticleRow[] }

export const useArticles = () => useQuery({ queryKey: key, queryFn: () => ask('office', 'articles', {}) })

/** The article as the server has it now, in its place in the list; a new one comes first. */
function putIn({ article }: { article: ArticleRow }): void {
  queryClient.setQueryData<List>(
    key,
    (list) =>
      list && {
        articles: list.articles.some(({ id }) => id === article.id)
          ? list.articles.map((one) => (one.id === article.id ? article : one))
          : [article, ...list.articles],
      },
  )
}

/** What somebody else did meanwhile shows, too. */
const onSettled = async (): Promise<void> => {
  recountDesk()
  await queryClient.invalidateQueries({ queryKey: key })
}

/** `onDone` belongs to the asking itself: the piece that asked is gone as soon as the article is no longer theirs to decide. */
export const useDecide = (onDone: (published: boolean) => void) =>
  useMutation({
    mutationFn: (decision: Input<'decideArticle'>) => ask('office', 'decideArticle', decision),
    onSuccess: (reply, { publish }) => {
      onDone(publish)
      putIn(reply)
    },
    onSettled,
  })

export const useWithdraw = (onDone: () => void) =>
  useMutation({
    mutationFn: (order: Input<'withdrawArticle'>) => ask('office', 'withdrawArticle', order),
    onSuccess: (reply) => {
      onDone()
      putIn(reply)
    },
    onSettled,
  })

/** What is saved; `hand`: then goes to a second person. `onSaved` forgets that it was not saved. */
export interface Saving {
  draft: Input<'saveArticle'>
  hand: boolean
  onSaved: () => void
}

/**
 * Saving, and handing over what is saved. Goes on to its end even if the room is left meanwhile: otherwise a new article would
 * be saved twice.
 */
export function useWriting(onSaved: (article: ArticleRow) => void, onHanded: () => void) {
  const hand = useMutation({
    mutationFn: (id: string) => ask('office', 'submitArticle', { id }),
    onSuccess: (reply) => {
      putIn(reply)
      onHanded()
    },
    onSettled,
  })
  const save = useMutation({
    mutationFn: ({ draft }: Saving) => ask('office', 'saveArticle', draft),
    onMutate: () => hand.reset(),
    onSuccess: (reply, order) => {
      putIn(reply)
      order.onSaved()
      onSaved(reply.article)
      if (order.hand) hand.mutate(reply.article.id)
    },
    onSettled,
  })
  const busy = (save.isPending && '正在存…') || (hand.isPending && '正在交…')
  return {
    save: save.mutate,
    hand: hand.mutate,
    busy,
    error: hand.error ?? save.error,
    reset: () => {
      save.reset()
      hand.reset()
    },
  }
}
