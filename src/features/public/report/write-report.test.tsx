import { fireEvent, render, screen } from '@testing-library/react'
import { ReportCounty } from '../../../../tests/compiled/walks/report-county'
import { noNetwork } from '../../../../tests/compiled/programs/wire'
import { newPhone, noNetwork as offline, phone } from '../../../../tests/mocks/taro/taro'
import { today } from '../../../services/wire/clock'
import { county as pack } from '../../../services/built-in/county'
import type * as Random from '../../../services/sealing/random'
import { NoRandomness, prepareRandom } from '../../../services/sealing/random'
import { PhotoCutShort, PhotosNotAllowed } from '../../../services/photo/photo-faults'
import { choosePicture } from '../../../services/photo/photo-source'
import { WhenOpen } from './when-open'
import { WriteReport } from './write-report'

jest.mock('../../../services/photo/photo-source', () => ({ choosePicture: jest.fn() }))
jest.mock('../../../services/sealing/random', () => {
  const actual = jest.requireActual<typeof Random>('../../../services/sealing/random')
  return { ...actual, prepareRandom: jest.fn(actual.prepareRandom) }
})
const choosing = choosePicture as jest.MockedFunction<typeof choosePicture>
jest.setTimeout(60_000)
const patient = { timeout: 30_000 }

let county: ReportCounty
const press = (id: string) => fireEvent.click(document.getElementById(id)!)
const write = (id: string, value: string) => fireEvent.change(document.getElementById(id)!, { target: { value } })
const valueOf = (id: string) => (document.getElementById(id) as HTMLTextAreaElement).value
const open = () =>
  render(
    <WhenOpen>
      <WriteReport />
    </WhenOpen>,
  )
const seen = (words: string | RegExp) => screen.findByText(words, {}, patient)

function fillIn(): void {
  press('subject-town')
  press('category-money-missing')
  press('town-0')
  write('what', '去年的补贴到现在没有发。')
}

beforeEach(() => {
  county = new ReportCounty(today)
  newPhone((fn, action, input) => {
    const answer = county.answers[`${fn}.${action}` as keyof typeof county.answers] as ((input: unknown) => unknown) | undefined
    const reply = answer?.(input)
    if (reply === noNetwork) throw offline
    return reply
  })
})

test('three sentences before the first field, and that the keys are demo keys', () => {
  const { container } = open()
  const sentences = [...container.querySelectorAll('.honest')].map(({ textContent }) => textContent!)
  expect(sentences).toHaveLength(3)
  expect(sentences.every((sentence) => sentence.endsWith('。') && sentence.indexOf('。') === sentence.length - 1)).toBe(true)
  expect(container.textContent!.indexOf(sentences[2]!)).toBeLessThan(container.textContent!.indexOf('举报的是谁'))
  expect(document.getElementById('report-demo')?.textContent).toContain('演示')
})

test('what is missing is said, and what was written stays', () => {
  open()
  write('what', '去年的补贴到现在没有发。')
  press('seal')
  expect(document.getElementById('subject-wrong')?.textContent).toBe('请先选举报的是谁。')
  expect(valueOf('what')).toBe('去年的补贴到现在没有发。')
})

test('each thing that is missing is marked where it is missing and brought into sight; once it is there, the mark is gone', () => {
  open()
  const marked = () => [...document.querySelectorAll('[aria-invalid=true]')].map((field) => field.closest('.field--wrong')?.id)
  const next = (id: string, mend: () => void) => {
    press('seal')
    expect([marked(), phone.shown.at(-1)]).toEqual([[`${id}-field`], `#${id}-field`])
    mend()
    expect(marked()).toEqual([])
  }
  next('subject', () => press('subject-town'))
  next('category', () => press('category-money-missing'))
  next('town', () => press('town-0'))
  next('what', () => write('what', '县纪委的人也收了钱'))
  next('office', () => press('office-county'))
})

test('the receipt is shown before anything is asked; then it is sent, and with the last piece the draft is gone', async () => {
  open()
  fillIn()
  press('seal')
  await seen('这是回执号')
  expect(document.body.textContent).not.toContain('补贴到现在')
  expect([phone.asked.length, phone.storage.has('report-draft')]).toEqual([0, true])
  press('noted')
  await seen(/以前会有人打开看/)
  expect(phone.asked.map(({ action, authorization }) => [action, authorization])).toEqual([['submit', undefined]])
  expect(phone.storage.size).toBe(0)
  expect((await county.read(county.submissions[0]!)).message).toMatchObject({
    subject: 'town',
    category: 'money-missing',
    place: '大峃镇',
    what: '去年的补贴到现在没有发。',
  })
})

test('without secure randomness it is not sealed, and what was written stays', async () => {
  ;(prepareRandom as jest.MockedFunction<typeof prepareRandom>).mockRejectedValueOnce(new NoRandomness())
  open()
  fillIn()
  press('seal')
  await seen(/给不出可靠的随机数/)
  expect([valueOf('what'), phone.storage.size, phone.asked.length]).toEqual(['去年的补贴到现在没有发。', 0, 0])
})

test('a refusal at the end is told in the county’s words, and the next time begins with the first piece', async () => {
  open()
  fillIn()
  press('seal')
  await seen('这是回执号')
  const { answer } = phone
  phone.answer = () => ({ error: { code: 'not-found', message: '照片没有收全，请从头送一遍。' } })
  press('noted')
  await seen('照片没有收全，请从头送一遍。')
  phone.answer = answer
  press('send-on')
  await seen(/以前会有人打开看/)
})

test('a photo that cannot be drawn is left out, with words; one that can be taken away again', async () => {
  open()
  choosing.mockRejectedValueOnce(new Error('no canvas'))
  press('add-photo')
  await seen(/这张照片没有放进去/)
  const forget = jest.fn()
  choosing.mockResolvedValueOnce({
    width: 8,
    height: 8,
    forget,
    draw: async () => ({ jpeg: Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9]), shown: 'data:,' }),
  })
  press('add-photo')
  await seen('拿掉第 1 张')
  press('remove-photo-0')
  expect(screen.queryByText('拿掉第 1 张')).toBeNull()
  expect(forget).toHaveBeenCalled()
})

test('photos that may not be opened, and one that is cut off, are told apart from a broken one', async () => {
  open()
  choosing.mockRejectedValueOnce(new PhotosNotAllowed())
  press('add-photo')
  await seen(/手机没有允许打开照片，照片没有坏.*设置.*不放照片也能举报/)
  choosing.mockRejectedValueOnce(new PhotoCutShort())
  press('add-photo')
  await seen(/这张照片只有一部分.*不放照片也能举报/)
})

test('a county that has opened no reports says so, with the phone number', () => {
  const offices = pack.reports.offices.splice(0)
  open()
  pack.reports.offices.push(...offices)
  expect(document.body.textContent).toContain('还没有开通匿名举报')
  expect([document.getElementById('seal'), document.getElementById('call-report')]).toEqual([null, expect.anything()])
})

test('an engine without BigInt writes nothing', () => {
  const { BigInt: there } = globalThis
  Object.assign(globalThis, { BigInt: undefined })
  open()
  Object.assign(globalThis, { BigInt: there })
  expect(document.body.textContent).toContain('这部手机的系统太旧')
  expect(document.getElementById('seal')).toBeNull()
})

test('a message that is not sent yet is not overwritten by another', async () => {
  open()
  fillIn()
  const other = { action: 'follow', message: { id: 'a', mailbox: 'b', keys: [], sealed: 'c', parts: 0 }, noted: true, sent: 0 }
  phone.storage.set('report-draft', JSON.stringify(other))
  press('seal')
  await seen(/还有一封封好没送完的，只放得下一封/)
  expect(JSON.parse(String(phone.storage.get('report-draft')))).toEqual(other)
  expect(valueOf('what')).toBe('去年的补贴到现在没有发。')
})
