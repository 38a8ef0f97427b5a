import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { publishing } from '#contract/office/publishing'
import type { SuggestionRow } from '#contract/office/publishing'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Suggestions } from './suggestions'

const suggestion = (over: Partial<SuggestionRow>): SuggestionRow => ({
  id: 's1',
  words: '村口的路灯三个月不亮了。',
  state: 'received',
  receivedOn: '2026-10-01',
  dueOn: '2026-10-06',
  late: false,
  can: { assign: false, answer: false },
  ...over,
})
const toAssign = suggestion({ can: { assign: true, answer: false } })
const toAnswer = suggestion({
  state: 'assigned',
  agency: '县民政局',
  contact: '16000000001',
  place: '南田镇高村',
  words: '我是陈阿公，电话 16012345678，路灯不亮。',
  can: { assign: false, answer: true },
})
const agencies = [
  { id: 'civil-affairs', name: '县民政局' },
  { id: 'transport', name: '县交通运输局' },
]
const refusal = { error: { code: 'internal', message: '这一步没有办成，您填的内容还在。' } }

const at = (id: string) => document.getElementById(id)!
const value = (id: string) => (at(id) as HTMLInputElement).value
const fill = (id: string, text: string) => fireEvent.change(at(id), { target: { value: text } })
const press = (id: string) => fireEvent.click(at(id))
const sent = (action: keyof typeof publishing) => phone.asked.filter((asked) => asked.action === action).map(({ input }) => input)

async function open(suggestions: SuggestionRow[], answer: () => typeof refusal | undefined = () => undefined) {
  queryClient.clear()
  let left = suggestions
  newPhone((_fn, action) => {
    if (action === 'suggestions') return { requestId: 'r', data: { suggestions: left, agencies } }
    const refused = answer()
    if (!refused) left = []
    return { requestId: 'r', ...(refused ?? { data: { suggestion: suggestion({ state: 'answered' }) } }) }
  })
  const unfinished = new Map<string, unknown>()
  const enter = () =>
    render(
      <QueryClientProvider client={queryClient}>
        <Unfinished.Provider value={unfinished}>
          <Suggestions />
        </Unfinished.Provider>
      </QueryClientProvider>,
    )
  const room = enter()
  await screen.findAllByText(suggestions[0]!.words)
  return { leave: room.unmount, enter }
}

afterEach(() => {
  for (const action of ['assignSuggestion', 'answerSuggestion', 'suggestions'] as const)
    for (const input of sent(action)) publishing[action].input.parse(input)
})

test('late ones come first and say so in words; place, contact and the promised day stand beside', async () => {
  await open([toAssign, suggestion({ ...toAnswer, id: 's2', late: true, note: '请三天内看一看' })])
  expect(at('suggestions-late').textContent).toContain('有 1 条过了答应村民的日子')
  expect(at('suggestion-s2').compareDocumentPosition(at('suggestion-s1')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  expect(at('suggestion-s2').textContent).toMatch(/过了答复的日子.*收到10月1日答复期限10月6日地方南田镇高村谁办县民政局联系16000000001/)
  expect(at('suggestion-s2').textContent).toContain('交办时说：请三天内看一看')
  expect(at('suggestion-s1').textContent).toMatch(/等您交办.*交办期限10月6日地方没有写/)
})

test('the data office gives it to an agency', async () => {
  await open([toAssign])
  expect(at('suggestion-answer-open-s1')).toBeNull()
  press('suggestion-assign-open-s1')
  press('suggestion-assign-s1')
  expect(at('suggestion-assign-s1-trouble').textContent).toBe('请选交给哪个单位办。')
  fill('suggestion-agency-s1', 'transport')
  press('suggestion-assign-s1')
  await screen.findByText('交给县交通运输局了，他们的“意见”里看得到。')
  expect(sent('assignSuggestion')).toEqual([{ id: 's1', agencyId: 'transport', why: '' }])
})

test('setting aside needs a reason', async () => {
  await open([toAssign])
  press('suggestion-aside-open-s1')
  press('suggestion-aside-s1')
  expect(at('suggestion-aside-s1-trouble').textContent).toContain('请写清楚为什么不办')
  fill('suggestion-why-s1', '这是广告，不是意见。')
  press('suggestion-aside-s1')
  await screen.findByText(/记下了，不办/)
  expect(sent('assignSuggestion')).toEqual([{ id: 's1', why: '这是广告，不是意见。' }])
})

test('an answer that is refused keeps its words, also over a walk to another room, and goes to the receipt only', async () => {
  let through = false
  const { leave, enter } = await open([toAnswer], () => (through ? undefined : refusal))
  press('suggestion-answer-open-s1')
  fill('suggestion-answer-words-s1', '路灯已经报修，十天内亮。')
  press('suggestion-answer-s1')
  await screen.findByText(refusal.error.message)
  leave()
  enter()
  expect(value('suggestion-answer-words-s1')).toBe('路灯已经报修，十天内亮。')
  through = true
  press('suggestion-answer-s1')
  await screen.findByText('答复了，提意见的人凭回执看得到。')
  expect(sent('answerSuggestion')).toEqual([1, 2].map(() => ({ id: 's1', words: '路灯已经报修，十天内亮。' })))
})

test('in public: reminded to take names out, not sent while a telephone or an identity number stands in it, then sent as edited', async () => {
  await open([toAnswer])
  press('suggestion-answer-open-s1')
  fill('suggestion-answer-words-s1', '陈阿公，路灯已经报修。')
  press('suggestion-public-s1-public')
  expect(at('suggestion-reminder-s1').textContent).toContain('姓名、门牌、电话、身份证号')
  expect([value('suggestion-question-s1'), value('suggestion-public-answer-s1')]).toEqual([toAnswer.words, '陈阿公，路灯已经报修。'])
  expect(at('suggestion-numbers-s1').textContent).toContain('手机号 16012345678')
  press('suggestion-answer-s1')
  fill('suggestion-question-s1', '村口路灯不亮。')
  fill('suggestion-public-answer-s1', '330399194001011234 家门口的路灯已经报修。')
  expect(at('suggestion-numbers-s1').textContent).toContain('身份证号 330399194001011234')
  press('suggestion-answer-s1')
  expect(sent('answerSuggestion')).toEqual([])
  fill('suggestion-public-answer-s1', '路灯已经报修，十天内亮。')
  expect(at('suggestion-numbers-s1')).toBeNull()
  press('suggestion-answer-s1')
  await screen.findByText('答复了，也公开了。')
  expect(sent('answerSuggestion')).toEqual([
    { id: 's1', words: '陈阿公，路灯已经报修。', publish: { question: '村口路灯不亮。', answer: '路灯已经报修，十天内亮。' } },
  ])
})

test('what is done shows what was said, to whom and by whom', async () => {
  await open([
    suggestion({
      state: 'answered',
      answer: '修好了。',
      answeredBy: '郑专员',
      answeredOn: '2026-10-10',
      published: { question: '路灯不亮。', answer: '已经修好。' },
    }),
  ])
  press('tab-done')
  await screen.findByText(/郑专员 10月10日 答复，也公开了/)
  expect(sent('suggestions')).toEqual([{ open: true }, { open: false }])
  for (const words of ['答复了', '修好了。', '路灯不亮。', '已经修好。']) expect(screen.getAllByText(words).length).toBeGreaterThan(0)
})
