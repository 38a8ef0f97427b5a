import { fen } from './money'
import { settle, type BankAnswer, type PlanRow } from './settlement'

const reasons = [{ code: 'E101', reason: '户名不符', advice: '请到村便民服务中心改。' }]
const row = (over: Partial<PlanRow> = {}): PlanRow => ({
  _id: 'p1',
  programme: 'minimum-living',
  forWhom: null,
  month: '2026-10',
  period: '2026年10月',
  dueFen: fen(76200),
  ...over,
})
const answer = (over: Partial<BankAnswer> = {}): BankAnswer => ({
  paymentId: 'p1',
  state: 'credited',
  code: '0000',
  text: '交易成功',
  postedOn: '2026-10-15',
  ...over,
})

test('planned and not yet at the bank: waiting', () => {
  expect(settle([row()], [], reasons, '')).toMatchObject([{ state: 'waiting', dueFen: fen(76200) }])
})

test('credited carries the day the bank posted it', () => {
  expect(settle([row()], [answer()], reasons, '')).toMatchObject([{ state: 'credited', creditedOn: '2026-10-15' }])
})

test('refused carries the bank’s reason in the county’s words', () => {
  expect(settle([row()], [answer({ state: 'failed', code: 'E101', text: 'NAME MISMATCH', postedOn: null })], reasons, '')).toMatchObject([
    { state: 'failed', reason: { text: '户名不符', advice: '请到村便民服务中心改。' } },
  ])
})

test('an unknown bank code keeps the bank’s own words and says whom to ask', () => {
  expect(settle([row()], [answer({ state: 'failed', code: 'E999', text: '其他', postedOn: null })], reasons, '请打 12345。')).toMatchObject(
    [{ reason: { text: '其他', advice: '请打 12345。' } }],
  )
})

test('refused in October and sent again in November: October’s is not outstanding', () => {
  const [november, october] = settle(
    [row(), row({ _id: 'p2', month: '2026-11' })],
    [answer({ state: 'failed', code: 'E101', postedOn: null }), answer({ paymentId: 'p2', postedOn: '2026-11-15' })],
    reasons,
    '',
  )
  expect(november).toMatchObject({ month: '2026-11', state: 'credited' })
  expect(october).toMatchObject({ month: '2026-10', state: 'failed', retriedIn: '2026-11' })
})

test('the same programme of another period is another due', () => {
  const [, october] = settle(
    [row(), row({ _id: 'p2', month: '2026-11', period: '2026年11月' })],
    [answer({ state: 'failed', code: 'E101' })],
    reasons,
    '',
  )
  expect(october!.retriedIn).toBeUndefined()
})

test('an answer that nobody understood is being checked, one that was taken back did not come', () => {
  expect(settle([row()], [answer({ state: 'unknown', text: '处理中' })], reasons, '')).toMatchObject([{ state: 'checking' }])
  expect(settle([row()], [answer({ state: 'returned', code: '', text: '成功后退汇' })], reasons, '请打 12345。')).toMatchObject([
    { state: 'failed', reason: { text: '成功后退汇' } },
  ])
})

test('paid before its plan was corrected: what came is told', () => {
  expect(settle([row()], [answer({ amountFen: fen(70000) })], reasons, '')).toMatchObject([
    { state: 'credited', dueFen: fen(76200), paidFen: fen(70000) },
  ])
  expect(settle([row()], [answer({ amountFen: fen(76200) })], reasons, '')[0]).not.toHaveProperty('paidFen')
})
