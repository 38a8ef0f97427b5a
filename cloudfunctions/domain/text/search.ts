import { halfWidth } from '../files/cells'
import type { Article } from '../county/county'
import type { Day } from '../time/dates'

/** What of an article is searched, and what it is ranked by. */
export type Searchable = Omit<Article, 'id' | 'column'>

/**
 * `also`: the words that were looked for besides those that were asked for, as the county pack writes them.
 * `near`: no article speaks of all that was asked for; these share pairs of characters with it.
 */
export interface Found<A> {
  articles: A[]
  also: string[]
  near: boolean
}

/** How characters are read: what the domain is handed, since a dictionary is no rule. */
export interface Reading {
  /** 醫療 → 医疗 */
  simplified(text: string): string
  /** 低保 → ['di', 'bao']: lower case, without tones; other characters stand for themselves. */
  syllables(text: string): string[]
}

/** Characters as they are written, and by no other way of writing them. */
const asWritten: Reading = { simplified: (text) => text, syllables: () => [] }

const most = 30

/** Letters, digits and characters in one piece: punctuation, spaces and widths mean nothing to whoever searches. */
const plain = (text: string): string => wordsOf(text).join('')
const wordsOf = (text: string): string[] =>
  halfWidth(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Where a word stands decides how much it counts: in the title, in the first lines, further down. */
const weights = { title: 10, lead: 3, body: 1 } as const
/** A word that means the same counts half, so that no place in the text is overtaken by a lesser one. */
const sameWordShare = 0.5

type Text = Record<keyof typeof weights, string>
const textOf = ({ title, summary, who = '', howMuch = '', howToAsk = '', body }: Searchable): Text => ({
  title: plain(title),
  lead: [summary, who].map(plain).join(' '),
  body: [howMuch, howToAsk, ...body].map(plain).join(' '),
})

/** What counts for the best place in which a word stands; 0 if it stands nowhere. */
const weightIn = (text: Text, word: string): number =>
  Math.max(0, ...Object.entries(weights).map(([part, weight]) => (text[part as keyof Text].includes(word) ? weight : 0)))

/** One thing that was asked for: as it was said, and the other words for it. */
interface Idea {
  said: string
  same: string[]
  read?: string
}

const scoreOf = (text: Text, { said, same }: Idea): number =>
  Math.max(weightIn(text, said), ...same.map((word) => weightIn(text, plain(word)) * sameWordShare))

/** A word of the query, and every known word in it with its group: 低保怎么领 asks for 低保 too, and so does dibao. */
function ideasOf(word: string, sameWords: readonly string[][], reading: Reading): Idea[] {
  const spelled = isSpelling(word)
  const known = sameWords.flatMap((group) => {
    const said = group.find((one) => (spelled ? reading.syllables(one).join('') === word : word.includes(plain(one))))
    return said === undefined ? [] : [{ said: plain(said), same: group.filter((one) => one !== said), ...(spelled && { read: said }) }]
  })
  return known.some(({ said, read }) => said === word || read !== undefined) ? known : [{ said: word, same: [] }, ...known]
}

/** Letters only, and enough of them to mean something: a word that was spelled, or the first letters of its characters. */
const isSpelling = (word: string): boolean => /^[a-z]{2,}$/.test(word)

/**
 * True when some characters of a text, one after the other, are spelled so (the last perhaps not to its end), or begin with
 * these letters.
 */
function isSpelledIn(syllables: readonly string[], word: string): boolean {
  const initials = syllables.map((one) => one[0]).join('')
  return (
    initials.includes(word) ||
    syllables.some((_, i) =>
      syllables
        .slice(i, i + word.length)
        .join('')
        .startsWith(word),
    )
  )
}

/**
 * The articles that speak of every word of the query, or of words that mean the same; where there are none, those that share the most
 * pairs of characters with it. One that is named just so comes first, then those that still hold, the best, the newest; at most 30.
 */
export function searchArticles<A extends Searchable>(
  articles: readonly A[],
  query: string,
  sameWords: readonly string[][],
  today: Day,
  reading: Reading = asWritten,
): Found<A> {
  const wanted = plain(reading.simplified(query))
  const words = wordsOf(reading.simplified(query)).map((word) => ideasOf(word, sameWords, reading))
  const asked = words
    .flat()
    .flatMap(({ same, read }) => (read === undefined ? same : [read, ...same]))
    .filter((word) => !wanted.includes(plain(word)))
  const texts = articles.map((article) => ({ article, text: textOf(article) }))
  const byWords = texts.map(({ article, text }) => {
    const scores = words.map((ideas) => ideas.reduce((sum, idea) => sum + scoreOf(text, idea), 0) || spellingScore(article, ideas, reading))
    const score = scores.length > 0 && scores.every((one) => one > 0) ? scores.reduce((sum, one) => sum + one, 0) : 0
    return { article, score, named: score > 0 && text.title === wanted }
  })
  const near = !byWords.some(({ score }) => score > 0)
  const scored = near ? byPairs(texts, wanted) : byWords
  return { articles: ranked(scored, today).slice(0, most), also: [...new Set(asked)], near: near && scored.some(({ score }) => score > 0) }
}

/** What a word counts that nothing says as it was typed, but whose letters spell something in the title or the first lines. */
function spellingScore({ title, summary, who = '' }: Searchable, ideas: readonly Idea[], { syllables }: Reading): number {
  const [word] = ideas.filter(({ said }) => isSpelling(said))
  if (!word) return 0
  return isSpelledIn(syllables(title), word.said)
    ? weights.title
    : isSpelledIn(syllables(`${summary} ${who}`), word.said)
      ? weights.lead
      : 0
}

interface Scored<A> {
  article: A
  score: number
  named?: boolean
}

/**
 * Two of the query's pairs of characters must occur, of a short query one; a pair that few articles have says more than one
 * that all have.
 */
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
    .sort(
      (a, b) =>
        Number(b.named ?? false) - Number(a.named ?? false) ||
        over(a.article) - over(b.article) ||
        b.score - a.score ||
        b.article.publishedOn.localeCompare(a.article.publishedOn),
    )
    .map(({ article }) => article)
}
