import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import type { BatchSample } from '#contract/office/callbacks'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { SampleOf } from './sample-of'

const words = { detect: '要是有 3 % 没收到，九成五能碰上', estimate: '收到的占多少，上下不差 5 个百分点' }
const open: BatchSample = {
  ...{ batchId: 'b1', name: '2026-10 民政局 第1批', credited: 200, unanswered: 4, can: { draw: true } },
  choices: [
    { question: { kind: 'detect', percent: 3 }, words: words.detect, ask: 78, withReserve: 117 },
    { question: { kind: 'estimate', points: 5 }, words: words.estimate, ask: 132, withReserve: 198 },
  ],
}
const drawn: NonNullable<BatchSample['drawn']> = {
  ...{ question: { kind: 'detect', percent: 3 }, words: words.detect, population: 200, ask: 78, reserve: 39, on: '2026-10-20' },
  ...{
    by: '县财政局 郑会计',
    waiting: 78,
    answered: 0,
    received: 0,
    notReceived: 0,
    otherAmount: 0,
    unreachable: 0,
    declined: 0,
    short: 0,
  },
  groups: [],
}
const asDrawn = (over: Partial<typeof drawn> = {}): BatchSample => ({
  ...open,
  choices: [],
  can: { draw: false },
  drawn: { ...drawn, ...over },
})
let answers: Record<string, unknown>
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const said = (id: string) => document.getElementById(id)!.textContent
const show = (sample: BatchSample) => {
  answers = { sample, drawSample: asDrawn() }
  render(
    <QueryClientProvider client={queryClient}>
      <SampleOf batchId="b1" today="2026-10-25" />
    </QueryClientProvider>,
  )
}
beforeEach(() => {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: answers[action] }))
})

test('for each question how many it takes; asked once more with the number, then drawn', async () => {
  show(open)
  await screen.findByText('要问 78 笔，另外备 39 笔：联系不上、不愿说的，按顺序换下一个。')
  expect(screen.getByText(/银行还有 4 笔没有答复/)).toBeTruthy()
  fireEvent.change(document.getElementById('sample-question')!, { target: { value: '1' } })
  press('sample-draw')
  await screen.findByText('从银行说到账的 200 笔里抽 132 笔去问。抽了就定下来，不能重抽。')
  press('sample-draw-sure')
  await screen.findByText('还没有问到。网格员的手机上有名单。')
  expect(phone.asked.at(-1)).toMatchObject({
    action: 'drawSample',
    input: { batchId: 'b1', question: { kind: 'estimate', points: 5 }, ask: 132 },
  })
  expect(screen.getByText(/10月20日由县财政局 郑会计抽的/)).toBeTruthy()
})

test('what stands against it is said', async () => {
  show({ ...open, choices: [], can: { draw: false }, why: '这一批还没有交银行。' })
  await screen.findByText('这一批还没有交银行。')
  expect(document.getElementById('sample-draw')).toBeNull()
})

test('nothing wrong so far: what there may be at most', async () => {
  show(asDrawn({ waiting: 0, answered: 78, received: 78, confirmed: { share: 10_000, low: 9530, high: 10_000 }, mostWrong: 5 }))
  await screen.findByText('问到的 78 笔都收到了。有九成五的把握：全部 200 笔里没收到的最多 5 笔。')
  expect(screen.getByText('该问的都问过了。')).toBeTruthy()
})

test('something wrong: shares with their bounds, by programme where there are answers enough; whom nobody could ask is said', async () => {
  const confirmed = { share: 9677, low: 9267, high: 9862 }
  show(
    asDrawn({
      ...{ waiting: 3, answered: 72, received: 70, notReceived: 1, otherAmount: 1, unreachable: 2, declined: 1, short: 3, confirmed },
      groups: [{ by: 'programme', name: '低保金', answered: 60, received: 58, confirmed }],
    }),
  )
  await screen.findByText(/到现在问到 72 笔，收到 70 笔（96.77 %），1 笔没收到、1 笔数目不对/)
  expect(said('sample-result')).toContain('92.67 % – 98.62 %')
  expect(screen.getByText('还有 3 笔等着问；换了 3 笔：联系不上 2、不愿说 1，他们收没收到不知道。')).toBeTruthy()
  expect(said('sample-short')).toContain('有 3 笔问不到')
  expect(said('sample-groups')).toContain('低保金')
})
