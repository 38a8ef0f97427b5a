import fc from 'fast-check'
import { searchArticles, type Searchable } from './search'

const sameWords = [
  ['低保', '最低生活保障', '低收入', '困难户'],
  ['看病', '医疗救助', '大病'],
  ['上学', '助学', '学费'],
]
const today = '2026-10-20'

interface Named extends Searchable {
  id: string
}
const article = (id: string, over: Partial<Named> = {}): Named => ({
  id,
  title: '通知',
  summary: '一件事',
  body: ['正文'],
  publishedOn: '2026-01-01',
  ...over,
})
const found = (articles: Named[], query: string) => searchArticles(articles, query, sameWords, today).articles.map(({ id }) => id)

test('低保 finds 最低生活保障 and 低收入, and says that these were searched too', () => {
  const all = [
    article('a', { title: '最低生活保障怎么申请' }),
    article('b', { body: ['低收入农户可以来问'] }),
    article('c', { title: '修路' }),
  ]
  expect(searchArticles(all, '低保', sameWords, today)).toMatchObject({
    articles: [{ id: 'a' }, { id: 'b' }],
    also: ['最低生活保障', '低收入', '困难户'],
  })
  expect(found(all, '低保怎么领？')).toEqual(['a', 'b'])
})

test('title before the first lines before the text, the word itself before one that means the same', () => {
  const all = [
    article('text', { howToAsk: '低保' }),
    article('lead', { who: '低保' }),
    article('title', { title: '低保' }),
    article('same title', { title: '困难户' }),
    article('same lead', { summary: '困难户' }),
  ]
  expect(found(all, '低保')).toEqual(['title', 'same title', 'lead', 'same lead', 'text'])
})

test('what no longer holds comes last, the newest first among equals', () => {
  const all = [
    article('over', { title: '低保的事', validUntil: '2026-10-19' }),
    article('old', { body: ['低保'] }),
    article('last day', { body: ['低保'], publishedOn: '2026-05-01', validUntil: today }),
  ]
  expect(found(all, '低保')).toEqual(['last day', 'old', 'over'])
})

test('several words must all occur, each in some of its spellings', () => {
  const all = [article('both', { title: '困难户看病' }), article('one', { title: '困难户' }), article('other', { title: '医疗救助' })]
  expect(found(all, '低保 大病')).toEqual(['both'])
})

test('a long sentence finds by the words in it that are known, else by its pairs of characters', () => {
  const all = [
    article('school', { title: '助学金' }),
    article('roof', { title: '危旧房改造', summary: '屋顶漏水的可以申请' }),
    article('road', { title: '修路' }),
  ]
  expect(found(all, '我家孩子考上大学了学费有没有补')).toEqual(['school'])
  expect(found(all, '我们家屋顶一下雨就漏水')).toEqual(['roof'])
  expect(found(all, '火星')).toEqual([])
  expect(found(all, '，。')).toEqual([])
})

const letters: Record<string, string> = {
  低: 'di',
  保: 'bao',
  医: 'yi',
  疗: 'liao',
  救: 'jiu',
  助: 'zhu',
  修: 'xiu',
  路: 'lu',
  学: 'xue',
  金: 'jin',
}
const reading = {
  simplified: (text: string) => text.replace(/醫/g, '医').replace(/療/g, '疗').replace(/學/g, '学'),
  syllables: (text: string) => [...text].map((one) => letters[one] ?? one),
}
const read = (articles: Named[], query: string) => searchArticles(articles, query, sameWords, today, reading)

test('who writes in letters or in traditional characters finds the same', () => {
  const all = [article('aid', { title: '医疗救助' }), article('road', { title: '修路' }), article('living', { summary: '低保户可以来问' })]
  const ids = (query: string) => read(all, query).articles.map(({ id }) => id)
  expect(ids('醫療救助')).toEqual(['aid'])
  expect(ids('yiliao')).toEqual(['aid'])
  expect(ids('yilia')).toEqual(['aid'])
  expect(ids('xl')).toEqual(['road'])
  expect(ids('xiulu')).toEqual(['road'])
  expect(ids('dibao')).toEqual(['living'])
  expect(read(all, 'DiBao').also).toEqual(['低保', '最低生活保障', '低收入', '困难户'])
  expect(ids('zzz')).toEqual([])
})

test('the article that is named just so comes first, even one that is over', () => {
  const all = [
    article('long', { title: '低保 低保 困难户', body: ['最低生活保障'] }),
    article('named', { title: '低保', validUntil: '2026-01-01' }),
  ]
  expect(found(all, ' 低保。')).toEqual(['named', 'long'])
})

test('what merely shares characters is said to be near', () => {
  const all = [article('roof', { title: '危旧房改造', summary: '屋顶漏水的可以申请' })]
  expect(searchArticles(all, '我们家屋顶一下雨就漏水', sameWords, today).near).toBe(true)
  expect(searchArticles(all, '屋顶', sameWords, today).near).toBe(false)
  expect(searchArticles(all, '火星', sameWords, today).near).toBe(false)
})

const known = fc.constantFrom(...sameWords.flat())
const noise = fc.string({ unit: fc.constantFrom('，', ' ', '。', '　', '“', '-', '\n'), maxLength: 3 })
const words = fc.array(fc.oneof(known, fc.constantFrom('修路', '通知', '大棚')), { minLength: 1, maxLength: 4 })
const written = fc
  .record({
    title: words,
    summary: words,
    body: fc.array(words, { minLength: 1, maxLength: 3 }),
    publishedOn: fc.constantFrom('2026-01-01', '2026-05-01'),
    validUntil: fc.option(fc.constantFrom('2026-01-02', '2027-01-01'), { nil: undefined }),
  })
  .map(({ title, summary, body, publishedOn, validUntil }): Omit<Named, 'id'> => ({
    title: title.join(''),
    summary: summary.join(''),
    body: body.map((some) => some.join('')),
    publishedOn,
    ...(validUntil && { validUntil }),
  }))
const several = fc.array(written, { maxLength: 50 }).map((some): Named[] => some.map((one, i) => ({ ...one, id: String(i) })))
const holds = ({ validUntil }: Named) => validUntil === undefined || validUntil >= today

test('any word of a group finds whatever any other finds', () => {
  fc.assert(
    fc.property(several, fc.constantFrom(...sameWords), (all, group) => {
      const some = all.slice(0, 30)
      const sets = group.map((word) => found(some, word).sort())
      for (const set of sets) expect(set).toEqual(sets[0])
    }),
  )
})

test('punctuation and spaces mean nothing, in an article or around a query', () => {
  fc.assert(
    fc.property(several, known, noise, (all, word, between) => {
      const spread = all.map((one) => ({ ...one, title: [...one.title].join(between) }))
      expect(found(spread, between + word + between)).toEqual(found(all, word))
    }),
  )
})

test('at most thirty, none twice, those that hold before those that do not, and a second word never finds more', () => {
  fc.assert(
    fc.property(several, known, known, (all, one, other) => {
      const first = searchArticles(all, one, sameWords, today).articles
      expect(first.length).toBeLessThanOrEqual(30)
      expect(new Set(first).size).toBe(first.length)
      const valid = first.filter(({ title }) => title !== one).map(holds)
      expect(valid).toEqual([...valid].sort((a, b) => Number(b) - Number(a)))
      const matches = (word: string) => new Set(found(all.slice(0, 30), word))
      const [a, b] = [matches(one), matches(other)]
      const both = found(all.slice(0, 30), `${one} ${other}`)
      if ([...a].some((id) => b.has(id))) expect(new Set(both)).toEqual(new Set([...a].filter((id) => b.has(id))))
    }),
  )
})

test('nothing that is typed breaks it', () => {
  fc.assert(
    fc.property(several, fc.string({ unit: 'grapheme', maxLength: 40 }), (all, query) => {
      expect(searchArticles(all, query, sameWords, today).articles.length).toBeLessThanOrEqual(30)
    }),
  )
})
