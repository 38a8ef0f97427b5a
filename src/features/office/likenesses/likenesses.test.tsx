import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { LikenessFile, LikenessRow } from '#contract/office/likenesses'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Unfinished } from '../../../ui/desk/use-kept'
import { Likenesses } from './likenesses'

const row: LikenessRow = {
  ...{ id: 'l1', state: 'proposed', names: ['陈**', '陈**'], places: ['大峃镇苔湖村', '没有住处的记录'], why: '姓名、出生日期、性别一样' },
  ...{ raisedOn: '2026-11-30', yours: false },
}
const side = { name: '陈阿公', sex: '男' as const, bornIn: '1946-06' as const, idNumber: '330399********0517', place: '大峃镇苔湖村' }
const file: LikenessFile = {
  ...{ id: 'l1', state: 'proposed', keeps: 0, can: ['same', 'different'] },
  sides: [
    { ...side, standing: '在名册上，户主' },
    { ...side, place: '没有住处的记录', standing: '不在名册上' },
  ],
  fields: [
    { field: 'name', label: '姓名', agrees: 'same', words: '一样' },
    { field: 'id', label: '身份证号', agrees: 'differs', words: '最后四位不一样' },
  ],
  history: [{ at: '2026-11-30T01:00:00.000Z', act: '提出来', by: '系统比对' }],
}
const asked = (action: string) => phone.asked.filter((one) => one.action === action).map(({ input }) => input)

let now: LikenessFile
function open(first: LikenessFile, after: Partial<LikenessFile> = {}): void {
  now = first
  queryClient.clear()
  newPhone((_fn, action) => {
    if (action === 'decideLikeness') now = { ...now, ...after }
    return { requestId: 'r', data: action === 'likenesses' ? { rows: [row], total: 1 } : now }
  })
  render(
    <QueryClientProvider client={queryClient}>
      <Unfinished.Provider value={new Map()}>
        <Likenesses />
      </Unfinished.Provider>
    </QueryClientProvider>,
  )
}
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const write = (words: string) => fireEvent.change(document.getElementById('likeness-words')!, { target: { value: words } })

test('nobody’s data is asked for before a pair is opened', async () => {
  open(file)
  await screen.findByText('姓名、出生日期、性别一样')
  expect(asked('likeness')).toEqual([])
  press('open-l1')
  await screen.findAllByText('陈阿公')
  expect(asked('likeness')).toEqual([{ id: 'l1' }])
  expect(screen.getByText('合并的话，以这一份为主。')).toBeTruthy()
  expect(screen.getByText('最后四位不一样')).toBeTruthy()
})

test('nothing is sent without grounds; with them it waits for a second person', async () => {
  open(file, { state: 'asked', can: ['decline'], askedBy: '郑专员（县民政局）', second: '县民政局的一把手' })
  await screen.findByText('姓名、出生日期、性别一样')
  press('open-l1')
  await screen.findAllByText('陈阿公')
  press('likeness-same')
  expect(document.getElementById('likeness-trouble')!.textContent).toContain('凭什么')
  expect(asked('decideLikeness')).toEqual([])
  write('核对过户口本')
  press('likeness-same')
  await screen.findByText(/要另一个人同意/)
  expect(asked('decideLikeness')).toEqual([{ id: 'l1', act: 'same', words: '核对过户口本' }])
  await waitFor(() => expect(document.getElementById('likeness-decline')).toBeTruthy())
})

test('where the register has two households it says what to do first, and no merging is offered', async () => {
  open({ ...file, objection: '两份记录在名册上是两户。请先并成一户。' })
  await screen.findByText('姓名、出生日期、性别一样')
  press('open-l1')
  await screen.findByText(/名册上是两户/)
  expect(document.getElementById('likeness-same')).toBeNull()
  expect(document.getElementById('likeness-different')).not.toBeNull()
})
