import { halfWidth } from './cells'
import type { Article } from './county'
import type { Day } from './dates'

/** What of an article is searched, and what it is ranked by. */
export type Searchable = Omit<Article, 'id' | 'column'>

/** `also`: the words that were looked for besides those that were asked for, as the county pack writes them. */
export interface Found<A> { articles: A[]; also: string[] }

const most = 30

/** Letters, digits and characters in one piece: punctuation, spaces and widths mean nothing to whoever searches. */
const plain = (text: string): string => wordsOf(text).join('')
const wordsOf = (text: string): string[] => halfWidth(text).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Where a word stands decides how much it counts: in the title, in the first lines, further down. */
const weights = { title: 10, lead: 3, body: 1 } as const
/** A word that means the same counts half, so that no place in the text is overtaken by a lesser one. */
const sameWordShare = 0.5

type Text = Record<keyof typeof weights, string>
const textOf = ({ title, summary, who = '', howMuch = '', howToAsk = '', body }: Searchable): Text =>
  ({ title: plain(title), lead: [summary, who].map(plain).join(' '), body: [howMuch, howToAsk, ...body].map(plain).join(' ') })

/** What counts for the best place in which a word stands; 0 if it stands nowhere. */
const weightIn = (text: Text, word: string): number => Math.max(0, ...Object.entries(weights).map(([part, weight]) => (text[part as keyof Text].includes(word) ? weight : 0)))

/** One thing that was asked for: as it was said, and the other words for it. */
interface Idea { said: string; same: string[] }

const scoreOf = (text: Text, { said, same }: Idea): number =>
  Math.max(weightIn(text, said), ...same.map((word) => weightIn(text, plain(word)) * sameWordShare))

/** A word of the query, and every known word in it with its group: 低保怎么领 asks for 低保 too. */
function ideasOf(word: string, sameWords: readonly string[][]): Idea[] {
  const known = sameWords.flatMap((group) => {
    const said = group.find((one) => word.includes(plain(one)))
    return said === undefined ? [] : [{ said: plain(said), same: group.filter((one) => one !== said) }]
  })
  return known.some(({ said }) => said === word) ? known : [{ said: word, same: [] }, ...known]
}

/**
 * The articles that speak of every word of the query, or of words that mean the same; where there are none, those that share the most
 * pairs of characters with it. Those that still hold come first, then the best, then the newest; at most 30.
 */
export function searchArticles<A extends Searchable>(articles: readonly A[], query: string, sameWords: readonly string[][], today: Day): Found<A> {
  const words = wordsOf(query).map((word) => ideasOf(word, sameWords))
  const asked = words.flat().flatMap(({ same }) => same).filter((word) => !plain(query).includes(plain(word)))
  const texts = articles.map((article) => ({ article, text: textOf(article) }))
  const byWords = texts.map(({ article, text }) => {
    const scores = words.map((ideas) => ideas.reduce((sum, idea) => sum + scoreOf(text, idea), 0))
    return { article, score: scores.length > 0 && scores.every((score) => score > 0) ? scores.reduce((sum, score) => sum + score, 0) : 0 }
  })
  const scored = byWords.some(({ score }) => score > 0) ? byWords : byPairs(texts, plain(query))
  return { articles: ranked(scored, today).slice(0, most), also: [...new Set(asked)] }
}

interface Scored<A> { article: A; score: number }

/** Two of the query's pairs of characters must occur, of a short query one; a pair that few articles have says more than one that all have. */
function byPairs<A>(texts: readonly { article: A; text: Text }[], query: string): Scored<A>[] {
  const characters = [...query]
  const pairs = [...new Set(characters.slice(1).map((character, i) => characters[i]! + character))]
  const needed = pairs.length < 4 ? 1 : 2
  const weighed = texts.map(({ text }) => pairs.map((pair) => weightIn(text, pair)))
  const having = pairs.map((_, i) => weighed.filter((weights) => weights[i]! > 0).length)
  return texts.map(({ article }, k) => {
    const found = weighed[k]!
    const enough = found.filter((weight) => weight > 0).length >= needed
    return { article, score: enough ? found.reduce((sum, weight, i) => sum + (weight > 0 ? weight / having[i]! : 0), 0) : 0 }
  })
}

function ranked<A extends Searchable>(scored: readonly Scored<A>[], today: Day): A[] {
  const over = ({ validUntil }: A): number => Number(validUntil !== undefined && validUntil < today)
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => over(a.article) - over(b.article) || b.score - a.score || b.article.publishedOn.localeCompare(a.article.publishedOn))
    .map(({ article }) => article)
}
