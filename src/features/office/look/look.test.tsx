import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { queryClient } from '../../../services/wire/query-client'
import { Look } from './look'

const grant = {
  id: 'g1',
  holder: '县民政局',
  agency: '县民政局',
  purpose: 'funds-check',
  purposeLabel: '资金发放核查',
  area: '330328101',
  areaName: '南田镇',
  parts: ['money'],
  fields: ['card'],
  from: '2020-01-01',
  until: '2999-12-31',
  state: 'approved',
  usable: true,
  emergency: false,
  reason: '',
  askedBy: '',
  askedAt: '2999-10-19T01:00:00.000Z',
  can: { decide: false, revoke: false, acknowledge: false },
}
const rows = [{ id: 'h1', head: '陈**', place: '南田镇高村', category: '低保户', people: 2 }]
const source = {
  label: '姓名',
  people: [
    {
      who: '陈** 户主',
      why: '几处说的不一样。按县里定的次序，以县民政局的名册的为准。',
      said: [
        { says: '陈**', from: '县民政局的名册', file: '名册.xlsx', sheet: '低保', row: 4, day: '2999-10-10', shown: true, differs: false },
        {
          says: '陈*',
          from: '县财政局的发放计划',
          file: '计划.xls',
          sheet: 'Sheet1',
          row: 9,
          day: '2999-10-12',
          shown: false,
          differs: true,
        },
      ],
    },
  ],
}
const opened = {
  householdId: 'h1',
  file: { head: '陈**' },
  grant,
  numbers: [{ name: '陈**', relation: '户主', values: [{ field: 'card', value: '6217000000000001234' }] }],
  marks: [{ of: 'card', member: 0, head: true, says: 'differ' }],
  told: [
    {
      name: '陈**',
      relation: '户主',
      kind: 'died',
      on: '2026-08-17',
      onIs: 'happened',
      source: { agency: '县公安局', day: '2026-10-31', sheet: '(csv)', row: 16 },
    },
  ],
}
const answers: Record<string, unknown> = {
  grants: { grants: [grant], categories: [{ id: 'destitute', name: '特困户' }] },
  list: { rows, total: 60, next: 'n1' },
  file: opened,
  source,
  emergency: { grantId: 'e1', until: '2999-10-19T01:00:00.000Z' },
}
const at = (id: string) => document.getElementById(id)!
const fill = (id: string, value: string) => fireEvent.change(at(id), { target: { value } })
const press = (id: string) => fireEvent.click(at(id))
const inputs = (action: string) => phone.asked.filter((asked) => asked.action === action).map(({ input }) => input)

beforeEach(async () => {
  queryClient.clear()
  newPhone((_fn, action) => ({ requestId: 'r', data: answers[action] }))
  render(
    <QueryClientProvider client={queryClient}>
      <Look draw={(file) => <p>{`${file.head}的档案`}</p>} />
    </QueryClientProvider>,
  )
  await screen.findByText('按这一项查')
})

test('choosing a grant looks at nobody; an identity number opens one file, with what was recorded said on top', async () => {
  press('look-grant-g1')
  press('look-find')
  expect(at('look-find-trouble').textContent).toContain('18 位')
  expect([...inputs('list'), ...inputs('file')]).toEqual([])
  fill('look-number', '33032819550101123x')
  press('look-find')
  await screen.findByText('陈**的档案')
  expect(inputs('file')).toEqual([{ grantId: 'g1', idNumber: '33032819550101123X' }])
  expect(at('look-recorded').textContent).toContain('农户看得到')
  expect(screen.getByText('6217000000000001234')).toBeTruthy()
  expect(at('look-told').textContent).toMatch(/陈\*\* 户主：死亡.*8月17日.*县公安局的名单（.*10月31日），第 16 行/)
})

test('what went wrong with a number is not said again over the list', async () => {
  newPhone((_fn, action) =>
    action === 'file'
      ? { requestId: 'r', error: { code: 'not-found', message: '没有找到这一户，请核对后再查。' } }
      : { requestId: 'r', data: answers[action] },
  )
  press('look-grant-g1')
  fill('look-number', '33032819550101123x')
  press('look-find')
  await screen.findByText(/没有找到这一户/)
  press('tab-list')
  await screen.findByText(/共 60 户/)
  expect(screen.queryByText(/没有找到这一户/)).toBeNull()
})

test('where a name comes from is one press away: every file that says it, which one is shown, and why; only what the grant opens', async () => {
  press('look-grant-g1')
  fill('look-number', '33032819550101123x')
  press('look-find')
  await screen.findByText('陈**的档案')
  expect(inputs('source')).toEqual([])
  expect([at('source-card'), at('source-phone'), at('source-category'), at('source-dividends')].map(Boolean)).toEqual([
    true,
    false,
    false,
    false,
  ])
  press('source-name')
  await screen.findByText(/以县民政局的名册的为准/)
  expect(inputs('source')).toEqual([{ grantId: 'g1', householdId: 'h1', of: 'name' }])
  expect(at('source-answer').textContent).toContain('县民政局的名册，2999年10月10日：《名册.xlsx》“低保”第 4 行')
  expect(at('source-answer').textContent).toContain('陈*（和显示的不一样）')
})

describe('where sources differ', () => {
  const said = source.people[0]!.said.map((line, i) => ({ ...line, pick: `p${i}` }))
  const can = { decide: true, give: true, undo: false, answer: false, withdraw: false }
  const told = (over: object) => ({ label: '姓名', people: [{ ...source.people[0]!, said, personId: 'w1', can, ...over }] })
  const decided = { says: '陈*', by: '王小二', day: '2999-10-20', reason: '看过户口本', evidence: '' }

  test('a mark stands at the value and says so; whoever mends it says which holds, with a reason', async () => {
    Element.prototype.scrollIntoView = () => undefined
    answers.source = told({})
    answers.decideSource = told({ decided, can: { ...can, undo: true } })
    press('look-grant-g1')
    fill('look-number', '33032819550101123x')
    press('look-find')
    await screen.findByText('来源：几处不一样')
    press('mark-card-0')
    await screen.findByText('定以哪份为准')
    expect(inputs('source').at(-1)).toEqual({ grantId: 'g1', householdId: 'h1', of: 'card' })
    press('decide-source-w1')
    press('decide-source')
    expect(at('decide-source-trouble').textContent).toContain('请先选以哪份文件为准')
    fill('decide-source-pick', 'own')
    fill('decide-source-value', '陈阿公')
    fill('decide-source-reason', '看过户口本')
    press('decide-source')
    expect(at('decide-source-trouble').textContent).toContain('请写明凭什么')
    fill('decide-source-pick', 'p1')
    press('decide-source')
    await screen.findByText(/定下的：陈\*。王小二，2999年10月20日。为什么：看过户口本/)
    expect(inputs('decideSource')).toEqual([
      { grantId: 'g1', householdId: 'h1', personId: 'w1', of: 'card', pick: 'p1', reason: '看过户口本', evidence: '' },
    ])
    answers.source = source
  })
})

test('the list is asked for once: coming back from a file does not read it again', async () => {
  press('look-grant-g1')
  press('tab-list')
  fireEvent.click(await screen.findByText('打开'))
  await screen.findByText('陈**的档案')
  press('look-back')
  expect(at('look-total').textContent).toBe('共 60 户，这里是第 1 到 1 户。')
  expect(inputs('list')).toHaveLength(1)
  press('look-next')
  await screen.findByText('共 60 户，这里是第 51 到 51 户。')
  expect(inputs('list').at(-1)).toEqual({ grantId: 'g1', after: 'n1' })
})

test('an emergency warns first, wants a reason and a person, and opens that one file', async () => {
  press('emergency')
  expect(at('emergency-warning').textContent).toContain('一把手马上收到提醒')
  fill('emergency-reason', '走失了')
  press('emergency-open')
  expect(at('emergency-open-trouble').textContent).toContain('至少 8 个字')
  fill('emergency-reason', '老人走失，派出所要找家属')
  fill('emergency-whom', 'https://xiaokang.example/c/1ABCDEFGHJKMNPQRSTVWXYZ23')
  press('emergency-open')
  await screen.findByText('陈**的档案')
  expect(inputs('emergency')).toEqual([{ reason: '老人走失，派出所要找家属', token: '1ABCDEFGHJKMNPQRSTVWXYZ23' }])
  expect(inputs('file')).toEqual([{ grantId: 'e1' }])
})
