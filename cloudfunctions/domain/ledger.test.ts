import type { LedgerLine } from './ledger'
import { byMonth, headline, sayState } from './ledger'

const today = '2026-10-20'
const allowance: LedgerLine = { month: '2026-10', name: '低保金', dueFen: 76200, state: 'credited', creditedOn: '2026-10-12' }
const nursing: LedgerLine = {
  month: '2026-10', name: '残疾人护理补贴', dueFen: 25000, state: 'failed',
  reason: { text: '户名不符', advice: '请到南田镇便民中心核对户名' },
}
const elder: LedgerLine = { month: '2026-10', name: '高龄津贴', dueFen: 5050, state: 'waiting' }

describe('the sentence on top', () => {
  it('陈阿公: one arrived, one was refused by the bank', () => {
    expect(headline([allowance, nursing], today)).toEqual([
      '本月应到 2 笔，已到 1 笔，共 1,012 元。',
      '还差 1 笔：残疾人护理补贴 250 元，银行说“户名不符”。请到南田镇便民中心核对户名。',
    ])
  })

  it('everything arrived: one sentence and no more', () => {
    expect(headline([allowance], today)).toEqual(['本月应到 1 笔，已到 1 笔，共 762 元。'])
  })

  it('money still on its way is not called missing, and 角分 are said', () => {
    expect(headline([allowance, elder], today)).toEqual(['本月应到 2 笔，已到 1 笔，共 812.50 元。', '还有 1 笔在路上：高龄津贴 50.50 元。'])
  })

  it('a refusal of an earlier month is not forgotten, and the month is named', () => {
    expect(headline([allowance, { ...nursing, month: '2026-08' }], today)[1]).toBe(
      '还差 1 笔：8月残疾人护理补贴 250 元，银行说“户名不符”。请到南田镇便民中心核对户名。',
    )
  })

  it('two refusals with the same advice say it once', () => {
    const [, refused] = headline([nursing, { ...nursing, name: '困难残疾人生活补贴', dueFen: 34400 }], today)
    expect(refused).toBe('还差 2 笔：残疾人护理补贴 250 元，银行说“户名不符”；困难残疾人生活补贴 344 元，银行说“户名不符”。请到南田镇便民中心核对户名。')
  })

  it('a refusal without a reason still says so', () => {
    expect(headline([{ ...nursing, reason: undefined }], today)[1]).toBe('还差 1 笔：残疾人护理补贴 250 元，银行没有入账。')
  })

  it('before this month’s plan has come, it says so and tells of last month', () => {
    expect(headline([allowance], '2026-11-03')).toEqual(['本月还没有要发的钱。', '10月应到 1 笔，已到 1 笔，共 762 元。'])
  })

  it('a page kept since October and read in January claims nothing about January', () => {
    expect(headline([allowance], '2027-01-03', '2026-10-20')).toEqual(['2026年10月应到 1 笔，已到 1 笔，共 762 元。'])
  })

  it('a household without any payment', () => {
    expect(headline([], today)).toEqual(['近 12 个月没有发放记录。'])
  })
})

describe('the state of one line', () => {
  it('says the day, the bank’s reason, or that it is on its way', () => {
    expect(sayState(allowance, today)).toBe('10月12日到账')
    expect(sayState({ ...allowance, creditedOn: '2025-12-11' }, today)).toBe('2025年12月11日到账')
    expect(sayState(nursing, today)).toBe('未到 · 户名不符')
    expect(sayState(elder, today)).toBe('在路上')
  })
})

describe('the chart', () => {
  it('has twelve months, oldest first, and zeros where nothing was due', () => {
    const sums = byMonth([allowance, nursing, { ...allowance, month: '2025-11' }], today, 12)
    expect(sums).toHaveLength(12)
    expect(sums[0]).toEqual({ month: '2025-11', dueFen: 76200, creditedFen: 76200 })
    expect(sums[1]).toEqual({ month: '2025-12', dueFen: 0, creditedFen: 0 })
    expect(sums[11]).toEqual({ month: '2026-10', dueFen: 101200, creditedFen: 76200 })
  })

  it('leaves out what lies before or after the twelve months', () => {
    const sums = byMonth([{ ...allowance, month: '2025-10' }, { ...allowance, month: '2026-11' }], today, 12)
    expect(sums.every(({ dueFen }) => dueFen === 0)).toBe(true)
  })
})
