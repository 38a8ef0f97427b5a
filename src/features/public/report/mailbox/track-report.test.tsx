import { fireEvent, render, screen } from '@testing-library/react'
import { ReportCounty } from '../../../../../tests/compiled/walks/report-county'
import { newPhone, phone } from '../../../../../tests/mocks/taro/taro'
import { today } from '../../../../services/wire/clock'
import { county as pack } from '../../../../services/built-in/county'
import { blank } from '../report-fields'
import { sealReport } from '../seal'
import { sendSealed } from '../send'
import { TrackReport } from './track-report'

jest.mock('../../../../services/photo/photo-source', () => ({ choosePicture: jest.fn() }))
jest.setTimeout(60_000)
const patient = { timeout: 30_000 }

let county: ReportCounty
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const write = (id: string, value: string) => fireEvent.change(document.getElementById(id)!, { target: { value } })
const seen = (words: string | RegExp) => screen.findByText(words, {}, patient)

/** A report that is with the county; its receipt. */
async function reported(): Promise<string> {
  county = new ReportCounty(today)
  newPhone((fn, action, input) => (county.answers[`${fn}.${action}` as keyof typeof county.answers] as (input: unknown) => unknown)(input))
  const written = { ...blank, subject: 'village', category: 'other', town: '南田镇', what: '村里分钱不公道。' }
  const { receipt, sealed } = await sealReport(written, [], pack.reports.offices[0]!, () => undefined)
  await sendSealed(sealed, { isHere: () => true, onSent: () => undefined })
  return receipt
}

test('no answer yet is said; leaving forgets', async () => {
  const receipt = await reported()
  const { unmount } = render(<TrackReport />)
  write('receipt-digits', receipt)
  press('open-mailbox')
  await seen(/还没有答复/)
  expect(document.body.textContent).toContain('送到县纪委县监委')
  unmount()
  render(<TrackReport />)
  expect((document.getElementById('receipt-digits') as HTMLInputElement).value).toBe('')
  expect(phone.storage.size).toBe(0)
})

test('an answer with the office’s signature, and one without', async () => {
  const receipt = await reported()
  await county.answer('已经受理。', 'accepted')
  await county.answer('请把卡号发来。', 'closed', { forged: true })
  render(<TrackReport />)
  write('receipt-digits', receipt)
  press('open-mailbox')
  await seen('已经受理。')
  expect(screen.getByText(/✓ 有县纪委县监委的签名/)).toBeTruthy()
  expect(screen.getByText(/可能是假的/)).toBeTruthy()
  press('forget')
  expect(document.body.textContent).not.toContain('受理')
})

test('full-width digits and spaces are read; a missing digit is said before anything is asked', async () => {
  const receipt = await reported()
  render(<TrackReport />)
  const asked = phone.asked.length
  write('receipt-digits', receipt.slice(1))
  expect(document.getElementById('receipt-echo')?.textContent).toContain('还差 1 位')
  press('open-mailbox')
  await seen(/回执号是 20 位数字/)
  expect(phone.asked).toHaveLength(asked)
  write(
    'receipt-digits',
    receipt.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  )
  press('open-mailbox')
  await seen(/还没有答复/)
})

test('what is added goes to the office that has it now: whom it was passed to, then who signed last', async () => {
  const receipt = await reported()
  await county.answer('转给市纪委市监委办了。', 'passed', { passedTo: 'upper' })
  render(<TrackReport />)
  write('receipt-digits', receipt)
  press('open-mailbox')
  await seen('转给市纪委市监委办了。')
  write('follow-what', '还有一笔钱没有算。')
  press('follow')
  await seen('补充送到了，已经封好。')
  expect((await county.read(county.followUps[0]!, 'upper')).message).toMatchObject({ what: '还有一笔钱没有算。' })
})
