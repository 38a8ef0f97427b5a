import { fen } from '#domain/money/money'
import { fireEvent, render, screen } from '@testing-library/react'
import type { HouseholdFile as File, PaymentLine } from '#contract/household/actions'
import { newPhone, phone } from '../../../../tests/mocks/taro/taro'
import { HouseholdFile } from './household-file'

const line = (over: Partial<PaymentLine>): PaymentLine => ({
  id: 'a',
  programme: 'minimum-living',
  name: '低保金',
  month: '2999-10',
  period: '2999年10月',
  dueFen: fen(76200),
  state: 'credited',
  creditedOn: '2999-10-12',
  ...over,
})
const failed = line({
  id: 'b',
  name: '残疾人护理补贴',
  forWhom: '李**',
  period: '2999年第四季度',
  dueFen: fen(25000),
  state: 'failed',
  reason: { text: '户名不符', advice: '请到村便民服务中心改。' },
})
const september = line({ id: 'c', month: '2999-09', creditedOn: '2999-09-11' })

/** As the server answers in October 2999, so that no real clock is later. */
const file = (over: Partial<File> = {}): File => ({
  kind: 'household',
  relation: 'self',
  head: '陈阿公',
  town: '南田镇',
  village: '高村',
  category: '低保户',
  today: '2999-10-20',
  updatedAt: '2999-10-20T00:00:00.000Z',
  can: { see: [], own: false, confirm: false },
  ...over,
})

beforeEach(() => newPhone())

test('陈阿公 reads on top what has come, what has not, and where to go', () => {
  render(<HouseholdFile file={file({ money: [line({}), failed] })} />)
  expect(screen.getByText('陈阿公一家')).toBeTruthy()
  expect(screen.getByText('南田镇 · 高村 · 低保户')).toBeTruthy()
  expect(screen.getByText('更新于 今天 08:00')).toBeTruthy()
  expect(document.getElementById('headline')?.textContent).toBe(
    '✓到账 762 元!还差 250 元：残疾人护理补贴，银行说“户名不符”。请到村便民服务中心改。本月该领 1,012 元，2 笔。',
  )
  expect(document.querySelector('.headline')?.className).toContain('headline--short')
  expect(screen.getAllByText('请到村便民服务中心改。')).toHaveLength(1)
  expect(screen.getByText('10月12日到账')).toBeTruthy()
  expect(screen.getByText('未到 · 户名不符')).toBeTruthy()
  expect(screen.getByText('2999年第四季度 · 给李**')).toBeTruthy()
})

test('the chart says in words what it shows', () => {
  render(<HouseholdFile file={file({ money: [line({}), failed, september] })} />)
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('近 12 个月：9月到账 762 元；10月到账 762 元，该领 1,012 元。')
  expect(screen.getByText('近 12 个月到账 1,524 元，还没到 250 元')).toBeTruthy()
  expect(screen.getByText('! 10月差 250 元')).toBeTruthy()
  expect([...document.querySelectorAll('.bars__odd')].map(({ textContent }) => textContent).join('')).toBe('!')
  const labels = [...document.querySelectorAll('.bars__label')].map(({ textContent }) => textContent)
  expect(labels.filter((label, i) => label !== '' && labels[i + 1] !== '')).toEqual(['10月'])
})

test('on a phone 看明细 is a page of its own, so that 返回 stays in the file', () => {
  const onDetails = jest.fn()
  render(<HouseholdFile file={file({ money: [line({}), september] })} onDetails={onDetails} />)
  fireEvent.click(screen.getByText('看明细'))
  expect(onDetails).toHaveBeenCalledTimes(1)
  expect(screen.queryByText('9月11日到账')).toBeNull()
})

test('a policy says how much it last was and where that money stands; a payment names the card', () => {
  const card = { bank: '农商银行', tail: '6789' }
  render(
    <HouseholdFile
      file={file({
        money: [line({ card }), september],
        dividends: [{ scheme: '蜂蜜', year: 2998, principalFen: fen(100), dividendFen: fen(80000) }],
        policies: [
          { programme: 'minimum-living', name: '低保', article: 'di-bao' },
          { programme: 'dividend', name: '分红' },
        ],
      })}
    />,
  )
  expect(screen.getByText('2999年10月 762 元，10月12日到账')).toBeTruthy()
  expect(screen.getByText('2998年 800 元')).toBeTruthy()
  expect(screen.getByText('2999年10月 · 农商银行 尾号 6789')).toBeTruthy()
})

test('what a department’s list says stands by itself, in plain words; to an officer with where it stands', () => {
  const award = {
    id: 'x',
    programme: 'disability-care',
    name: '重度残疾人护理补贴',
    forWhom: '李**',
    period: '2999-Q3',
    amountFen: fen(75000),
    agency: '县残疾人联合会',
  } as const
  const { unmount } = render(<HouseholdFile file={file({ money: [line({})], awards: [award] })} />)
  expect(screen.getByText('县残疾人联合会名册上：重度残疾人护理补贴')).toBeTruthy()
  expect(screen.getByText('第三季度 · 给李**')).toBeTruthy()
  expect(document.getElementById('headline')?.textContent).not.toContain('750')
  expect(screen.queryByText(/来源/)).toBeNull()
  unmount()
  const source = { file: '残联.xls', sheet: '两项补贴', row: 12, day: '2999-09-28' } as const
  render(<HouseholdFile file={file({ relation: 'officer', awards: [{ ...award, source }] })} />)
  expect(screen.getByText('来源：《残联.xls》“两项补贴”第 12 行，9月28日的名册')).toBeTruthy()
})

test('where all has come, the edge is green and nothing is asked', () => {
  render(<HouseholdFile file={file({ money: [line({})] })} />)
  expect(document.querySelector('.headline')?.className).toContain('headline--all')
  expect(document.querySelector('.headline__missing')).toBeNull()
})

test('earlier months that are in order wait behind 看明细', () => {
  render(<HouseholdFile file={file({ money: [line({}), september] })} />)
  expect(screen.queryByText('9月11日到账')).toBeNull()
  fireEvent.click(screen.getByText('看明细'))
  expect(screen.getByText('9月11日到账')).toBeTruthy()
})

test('a part that the caller may not see is not there at all', () => {
  render(<HouseholdFile file={file({ helpers: [] })} />)
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['帮我家的人'])
  expect(document.getElementById('headline')).toBeNull()
})

test('an empty part says what will stand there', () => {
  render(<HouseholdFile file={file({ money: [], dividends: [], awards: [], policies: [], helpers: [], members: [] })} />)
  expect(document.querySelectorAll('.empty')).toHaveLength(6)
})

test('a helper with a telephone is one tap away, one without has no button', () => {
  render(
    <HouseholdFile
      file={file({
        helpers: [
          { role: 'cadre', name: '林建国', unit: '县农业农村局', phone: '13800000000', lastVisit: '2999-09-28' },
          { role: 'doctor', name: '周敏', unit: '南田镇卫生院', lastVisit: '2999-08' },
        ],
      })}
    />,
  )
  expect(screen.getByText('上次来：9月28日')).toBeTruthy()
  expect(screen.getByText('上次来：8月')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '拨打林建国的电话' }))
  expect(screen.getAllByRole('button')).toHaveLength(1)
  expect(phone.visited).toEqual(['tel:13800000000'])
})

test('a policy leads to the article that explains it, if there is one', () => {
  render(
    <HouseholdFile
      file={file({
        policies: [
          { programme: 'a', name: '低保', article: 'di-bao' },
          { programme: 'b', name: '家庭医生' },
        ],
      })}
    />,
  )
  fireEvent.click(screen.getByRole('link', { name: '低保' }))
  expect(screen.queryByRole('link', { name: '家庭医生' })).toBeNull()
  expect(phone.visited).toEqual(['/bulletin/article/index?id=di-bao'])
})

test('the person themselves may tell us what has not come, and finds their own affairs at the end', () => {
  const onDetails = jest.fn()
  render(
    <HouseholdFile
      file={file({
        money: [line({}), failed, line({ id: 'd', state: 'failed', retriedIn: '2999-11' })],
        can: { see: [], own: true, confirm: false },
      })}
      onDetails={onDetails}
    />,
  )
  expect(document.querySelectorAll('[id^="tell-"]')).toHaveLength(1)
  fireEvent.click(document.getElementById('tell-b')!)
  expect(onDetails).toHaveBeenCalledTimes(1)
  fireEvent.click(document.getElementById('see-money')!)
  fireEvent.click(screen.getByRole('link', { name: '谁看过我的信息' }))
  fireEvent.click(screen.getByRole('link', { name: '信息不对？我要更正' }))
  expect(phone.visited).toEqual(['/household/money/index', '/household/looks/index', '/household/requests/index'])
})

test('nobody else is offered these', () => {
  render(<HouseholdFile file={file({ relation: 'relative', money: [failed] })} />)
  expect(document.getElementById('tell-b')).toBeNull()
  expect(document.getElementById('see-looks')).toBeNull()
})

test('the plan stands beside whoever helps: what is open first, by whom, until when, and what was noted', () => {
  const measure = {
    n: 1,
    id: 'a',
    who: 'cadre',
    hand: '帮扶干部',
    words: '办医疗救助',
    until: '2999-10-01',
    proof: '钱到账',
    notes: [],
  } as const
  const done = { on: '2999-09-01', act: 'done', by: '网格员', words: '领到了' } as const
  const plan: File['plan'] = {
    agreedOn: '2999-01-10',
    causes: [{ id: 'illness', name: '因病', nature: 'shock' }],
    measures: [
      { ...measure, name: '助学', state: 'done', late: false, notes: [done] },
      { ...measure, n: 2, name: '医疗救助', state: 'open', late: true, notes: [] },
    ],
  }
  render(<HouseholdFile file={file({ helpers: [], plan })} />)
  expect(screen.getByText('我家的帮扶计划')).toBeTruthy()
  const page = document.body.textContent
  expect(page.indexOf('医疗救助')).toBeLessThan(page.indexOf('助学'))
  for (const words of ['难在：因病', '该10月1日做成的，过了，可以打电话问', '帮扶干部来做，做成是：钱到账', '9月1日 网格员：领到了'])
    expect(page).toContain(words)
})
