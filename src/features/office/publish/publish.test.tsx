import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { publishing } from '#contract/office/publishing'
import type { ArticleRow } from '#contract/office/publishing'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Publish } from './publish'

const nobody = { edit: false, submit: false, decide: false, withdraw: false }
const article = (over: Partial<ArticleRow>): ArticleRow => ({
  id: 'a1',
  column: 'policy',
  title: '取暖补贴',
  summary: '老人每人 200 元。',
  who: '60 岁以上的老人',
  body: ['带身份证。', '到村里。'],
  state: 'draft',
  version: 1,
  agency: '县民政局',
  author: '郑专员',
  figures: { reads: 0, understood: 0, unclear: 0 },
  can: { ...nobody, edit: true, submit: true },
  ...over,
})
const waiting = article({ state: 'waiting', version: 7, can: { ...nobody, decide: true } })
const refusal = { error: { code: 'internal', message: '这一步没有办成，您填的内容还在。' } }

const at = (id: string) => document.getElementById(id)!
const value = (id: string) => (at(id) as HTMLInputElement).value
const fill = (id: string, text: string) => fireEvent.change(at(id), { target: { value: text } })
const press = (id: string) => fireEvent.click(at(id))
const sent = (action: keyof typeof publishing) => phone.asked.filter((asked) => asked.action === action).map(({ input }) => input)
const writeNew = () => {
  press('article-new')
  fill('article-title', '取暖补贴')
  fill('article-summary', '老人每人 200 元。')
  fill('article-who', '60 岁以上的老人')
  fill('article-body', '带身份证。\n\n到村里。')
}
const asWritten = {
  column: 'policy',
  title: '取暖补贴',
  summary: '老人每人 200 元。',
  who: '60 岁以上的老人',
  body: ['带身份证。', '到村里。'],
}

/** The office of one test: its articles, and what it answers to each act (an article as it is then, or a refusal). */
async function open(articles: ArticleRow[], answers: Record<string, () => ArticleRow | typeof refusal> = {}) {
  queryClient.clear()
  let now = articles
  newPhone((_fn, action) => {
    if (action === 'articles') return { requestId: 'r', data: { articles: now } }
    const answer = answers[action]!()
    if ('error' in answer) return { requestId: 'r', ...answer }
    now = [answer, ...now.filter(({ id }) => id !== answer.id)]
    return { requestId: 'r', data: { article: answer } }
  })
  const unfinished = new Map<string, unknown>()
  const enter = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <Unfinished.Provider value={unfinished}>
          <Publish
            draw={({ title, body, publishedOn }, elder) => (
              <article data-testid="drawn">{[elder ? '大字' : '小字', title, ...body, publishedOn].join('|')}</article>
            )}
          />
        </Unfinished.Provider>
      </QueryClientProvider>,
    )
  const room = enter()
  await screen.findByRole('group', { name: '按状态看' })
  return { leave: room.unmount, enter }
}

afterEach(() => {
  for (const action of ['saveArticle', 'submitArticle', 'decideArticle', 'withdrawArticle'] as const)
    for (const input of sent(action)) publishing[action].input.parse(input)
})

test('the table says each state, who wrote it, whether it is over, and who understood once enough have said so', async () => {
  await open([
    article({ id: 'a1' }),
    article({ id: 'a2', why: '看不懂', publishedOn: '2020-01-01' }),
    { ...waiting, id: 'a3' },
    article({ id: 'a4', column: 'news', state: 'withdrawn', can: nobody }),
    article({
      id: 'a5',
      state: 'published',
      publishedOn: '2020-01-02',
      validUntil: '2020-12-31',
      figures: { reads: 40, understood: 4, unclear: 1 },
      can: nobody,
    }),
    article({
      id: 'a6',
      author: undefined,
      state: 'published',
      publishedOn: '2020-01-02',
      figures: { reads: 7, understood: 3, unclear: 1 },
      can: nobody,
    }),
  ])
  const table = within(at('articles-table'))
  for (const words of [
    '草稿',
    '退回，要改',
    '等您审',
    '已撤下',
    '已过期',
    '退回：看不懂',
    '登着的是原来的',
    '系统自带',
    '打开 40 次',
    '看懂 4 · 没看懂 1',
    '80% 看懂',
    '打开 7 次',
    '看懂 3 · 没看懂 1',
  ])
    expect(table.getByText(words)).toBeTruthy()
  expect(table.queryByText(/75%/)).toBeNull()
  press('tab-published')
  expect(within(at('articles-table')).getAllByRole('row')).toHaveLength(3)
  press('tab-all')
  fill('article-filter-column', 'news')
  expect(within(at('articles-table')).getAllByRole('row')).toHaveLength(2)
  expect(document.querySelector('[id^="article-edit-a4"], [id^="article-hand-a4"], [id^="article-withdraw-a4"]')).toBeNull()
})

test('what is written is drawn beside it as it is written, and a fault is said before anything is sent', async () => {
  await open([])
  writeNew()
  expect(screen.getByTestId('drawn').textContent).toContain('小字|取暖补贴|带身份证。|到村里。|')
  press('tab-elder')
  expect(screen.getByTestId('drawn').textContent).toContain('大字|')
  fill('article-body', '符合条件的予以发放。')
  expect(at('article-hints').textContent).toContain('“予以”')
  fill('article-title', '长'.repeat(61))
  press('article-save')
  expect(at('article-save-trouble').textContent).toBe('标题最多 60 个字，现在多了 1 个，请写短一点。')
  expect(value('article-title')).toHaveLength(61)
  expect(sent('saveArticle')).toEqual([])
})

test('a refused draft keeps its words, also over a walk to another room; saved, it goes on as the one that is saved', async () => {
  let through = false
  const { leave, enter } = await open([], {
    saveArticle: () => (through ? article({}) : refusal),
    submitArticle: () => article({ state: 'waiting', can: nobody }),
  })
  writeNew()
  press('article-save')
  await screen.findByText(refusal.error.message)
  leave()
  enter()
  expect([value('article-title'), value('article-body')]).toEqual(['取暖补贴', '带身份证。\n\n到村里。'])
  through = true
  press('article-save')
  await screen.findByText(/草稿存好了/)
  expect(at('article-unsaved')).toBeNull()
  press('article-save-hand')
  await screen.findByText(/要由本单位另一个人审过/)
  expect(sent('saveArticle')).toEqual([asWritten, asWritten])
  expect(sent('submitArticle')).toEqual([{ id: 'a1' }])
})

test('saving and handing over at once: if only the handing over is refused, the second try does not save a second article', async () => {
  let through = false
  await open([], { saveArticle: () => article({}), submitArticle: () => (through ? article({ state: 'waiting', can: nobody }) : refusal) })
  writeNew()
  press('article-save-hand')
  await screen.findByText(refusal.error.message)
  through = true
  fill('article-title', '冬天取暖补贴')
  press('article-save-hand')
  await screen.findByText(/交上去了/)
  expect(sent('saveArticle')).toEqual([asWritten, { ...asWritten, id: 'a1', title: '冬天取暖补贴' }])
  expect(sent('submitArticle')).toEqual([{ id: 'a1' }, { id: 'a1' }])
})

test('changing what the public reads says that the old words stay until the new are published; unsaved words wait in the list and can be dropped', async () => {
  await open([article({ state: 'published', publishedOn: '2020-01-02', can: { ...nobody, edit: true, withdraw: true } })])
  press('article-edit-a1')
  expect(at('article-standing').textContent).toContain('村民看到的还是原来发布的那一篇')
  fill('article-title', '改过的')
  press('article-close')
  press('article-edit-a1')
  expect(value('article-title')).toBe('改过的')
  press('article-drop')
  expect([value('article-title'), at('article-unsaved')]).toEqual(['取暖补贴', null])
})

test('the second person reads it as the public will, sends it back only with a reason, and publishes', async () => {
  let returned = true
  await open([waiting], {
    decideArticle: () =>
      returned ? article({ why: '领多少没有写' }) : article({ state: 'published', publishedOn: '2026-10-20', can: nobody }),
  })
  press('article-read-a1')
  expect(screen.getByTestId('drawn').textContent).toContain('取暖补贴|带身份证。')
  press('article-return')
  expect(at('article-check-trouble').textContent).toContain('退回要写一句理由')
  expect(sent('decideArticle')).toEqual([])
  fill('article-check-why', '领多少没有写')
  press('article-return')
  await screen.findByText(/退回去了/)
  returned = false
  queryClient.setQueryData(['passing', 'office', 'articles'], { articles: [waiting] })
  await waitFor(() => expect(at('article-read-a1').textContent).toBe('审'))
  press('article-read-a1')
  press('article-publish')
  await screen.findByText('发布了，村民现在看得到。')
  expect(sent('decideArticle')).toEqual([
    { id: 'a1', version: 7, publish: false, why: '领多少没有写' },
    { id: 'a1', version: 7, publish: true, why: '' },
  ])
})

test('whoever wrote it cannot publish it', async () => {
  await open([article({ state: 'waiting', can: { ...nobody, edit: true } })])
  press('article-read-a1')
  expect(at('article-waits').textContent).toContain('另一个人审过')
  expect(at('article-publish')).toBeNull()
})

test('taking away is asked twice and needs a reason', async () => {
  await open([article({ state: 'published', publishedOn: '2020-01-02', can: { ...nobody, withdraw: true } })], {
    withdrawArticle: () => article({ state: 'withdrawn', can: nobody }),
  })
  press('article-withdraw-a1')
  press('article-withdraw')
  press('article-withdraw-sure')
  await screen.findByText(/请写撤下的原因/)
  expect(sent('withdrawArticle')).toEqual([])
  fill('article-withdraw-why', '标准改了')
  press('article-withdraw-sure')
  await screen.findByText('撤下了，村民看不到了。')
  expect(sent('withdrawArticle')).toEqual([{ id: 'a1', why: '标准改了' }])
})
