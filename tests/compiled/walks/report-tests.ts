import { largestPhoto } from '#domain/sealing/sizes'
import { today } from '../../../src/services/wire/clock'
import { fromNowItIs } from '../programs/clock'
import type { Phone } from '../programs/phone'
import { planted } from '../programs/photo-apis'
import { ReportCounty } from './report-county'
import { losesNetwork, reports, seals, told, tracks, writes } from './report-walks'
import type { Answers } from '../programs/wire'

/** No receipt's: its check digit is right. */
const nobodys = '12345678901234567895'

/** The tests of anonymous reports on one platform; `startPhone` makes a phone that would vouch for who holds it, if it were asked. */
export function anonymousReports(startPhone: (answers: Partial<Answers>) => Phone): void {
  jest.setTimeout(60_000)
  let county: ReportCounty
  const phones: Phone[] = []
  const aPhone = (): Phone => {
    const phone = startPhone(county.answers)
    phone.patience = 20_000
    phones.push(phone)
    return phone
  }
  const actions = (phone: Phone) => phone.asked.map(({ action }) => action)
  const partsAsked = (phone: Phone) => (phone.questions('report.part') as { index: number }[]).map(({ index }) => index)

  beforeEach(() => {
    fromNowItIs('2026-10-12T08:30:00+08:00')
    county = new ReportCounty(() => today())
  })
  afterEach(() => {
    const used = phones.splice(0)
    const leaks = used.filter(
      (phone) =>
        phone.asked.some(({ name }) => name !== 'report') ||
        phone.headers.some((headers) => Object.keys(headers).join().toLowerCase() !== 'content-type'),
    )
    const kept = used.filter((phone) => Object.values(told).some((words) => phone.everStored.join('\n').includes(words)))
    used.forEach((phone) => phone.close())
    expect([leaks.length, kept.length]).toEqual([0, 0])
  })

  test('a report with a photo: the receipt first, then sealed pieces; the office reads it, nothing stays on the phone', async () => {
    const phone = aPhone()
    await writes(phone, { photo: true })
    const receipt = await seals(phone)
    expect(phone.asked).toEqual([])
    await phone.until(() => phone.files.size === 0, 'the phone’s copies of the photo to be removed')
    expect(phone.text()).not.toContain('侄子')
    await phone.tap('noted')
    await phone.sees('10月19日以前会有人打开看', '凭回执号看答复')
    expect(actions(phone)).toEqual(['part', 'part', 'part', 'part', 'part', 'submit'])
    const { message, photos } = await county.read(county.submissions[0]!)
    expect(message).toMatchObject({
      kind: 'report',
      category: 'favouritism',
      subject: 'village',
      place: '南田镇 武阳村老支书家',
      when: told.when,
      what: told.what,
      photos: 1,
    })
    expect(photos[0]!.length).toBeLessThanOrEqual(largestPhoto)
    expect(Buffer.from(photos[0]!).includes(planted)).toBe(false)
    expect(Buffer.from(photos[0]!).includes('Exif')).toBe(false)
    expect([...phone.storage.keys()].filter((key) => key.startsWith('report'))).toEqual([])
    expect(phone.everStored.some((text) => text.includes(receipt) || text.includes(receipt.slice(4, 12)))).toBe(false)
  })

  test('the network goes half way, the programme is closed: it goes on where it stopped, and nobody can read what is kept', async () => {
    const phone = aPhone()
    const receipt = await losesNetwork(phone, county)
    expect([...phone.storage.keys()].filter((key) => key.startsWith('report')).length).toBe(6)
    county.piecesLeft = Infinity
    phone.launch({ path: 'report/write/index' })
    await phone.sees('有一封封好没送完的', '这一封分 6 段送，送到了 3 段')
    expect(phone.text()).not.toContain('没有按“我已抄下”')
    await phone.tap('send-on')
    await phone.sees('10月19日以前会有人打开看')
    expect(partsAsked(phone)).toEqual([0, 1, 2, 3, 3, 4])
    expect((await county.read(county.submissions[0]!)).message).toMatchObject({ what: told.what })
    expect(phone.everStored.some((text) => text.includes(receipt))).toBe(false)
  })

  test('on another day it begins with the first part again, for the county keeps parts without their message a short while only', async () => {
    const phone = aPhone()
    await losesNetwork(phone, county)
    fromNowItIs('2026-10-14T09:00:00+08:00')
    county.piecesLeft = Infinity
    phone.launch({ path: 'report/track/index' })
    await phone.sees('有一封封好没送完的')
    await phone.tap('send-on')
    await phone.until(() => county.submissions.length === 1, 'the report to arrive')
    expect(partsAsked(phone)).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 4])
  })

  test('something added that was not sent comes before a new report, and what is being written there stays', async () => {
    const phone = aPhone()
    const receipt = await reports(phone)
    await writes(phone)
    phone.open('report/track/index')
    await phone.input('receipt-digits', receipt)
    await phone.tap('open-mailbox')
    await phone.input('follow-what', told.follow)
    county.piecesLeft = 0
    await phone.tap('follow')
    await phone.sees('还没有送完')
    phone.back()
    await phone.sees('有一封封好没送完的', '写了 27 字')
    await phone.tap('seal')
    await phone.sees('请先把它送完或者丢掉')
    county.piecesLeft = Infinity
    await phone.tap('send-on')
    await phone.sees('送到了。', '写了 27 字')
    expect(county.followUps).toHaveLength(1)
  })

  test('closed before the receipt was noted: it says so, and can be thrown away, asked twice', async () => {
    const phone = aPhone()
    await writes(phone)
    await seals(phone)
    phone.launch({ path: 'report/write/index' })
    await phone.sees('上次没有按“我已抄下”')
    await phone.tap('drop')
    await phone.tap('drop-sure')
    await phone.sees('写举报')
    expect([...phone.storage.keys()].filter((key) => key.startsWith('report'))).toEqual([])
    expect(phone.asked).toEqual([])
  })

  test('the answers on another phone, newest first, page by page, each with its signature; and something to add', async () => {
    const receipt = await reports(aPhone())
    await county.answer('收到了，已经受理。', 'accepted')
    for (const n of [1, 2, 3]) await county.answer(`第 ${n} 次答复`, 'answer')
    await county.answer('请把银行卡号发来。', 'answer', { forged: true })
    const phone = aPhone()
    await tracks(phone, receipt.replace(/(\d{4})/g, '$1 '))
    await phone.sees(
      '10月12日送到县纪委县监委',
      '第 3 次答复',
      '第 1 次答复',
      '✓ 有县纪委县监委的签名',
      '这一条没有办案机关的签名，可能是假的',
    )
    expect(phone.text()).not.toContain('已经受理')
    expect(phone.text().indexOf('第 3 次')).toBeLessThan(phone.text().indexOf('第 1 次'))
    await phone.tap('older')
    await phone.sees('收到了，已经受理。', '已受理')
    expect(phone.questions('report.open')).toMatchObject([{ page: 0 }, { page: 1 }])

    await phone.input('follow-what', told.follow)
    await phone.tap('add-photo')
    await phone.sees('拿掉第 1 张')
    await phone.tap('follow')
    await phone.sees('补充送到了')
    const { message, photos } = await county.read(county.followUps[0]!)
    expect(message).toEqual({ kind: 'follow-up', what: told.follow, photos: 1 })
    expect(photos).toHaveLength(1)
    expect(county.followUps[0]!.mailbox).toBe(county.submissions[0]!.mailbox)

    await phone.tap('forget')
    await phone.sees('凭回执号看答复')
    expect(phone.text()).not.toMatch(/答复\d|县纪委|\d{4} \d{4}/)
    expect(phone.everStored.some((text) => text.includes(receipt))).toBe(false)
  })

  test('a slip of the pen is found on the phone; a receipt that opens nothing is told in one sentence; what was typed stays', async () => {
    const phone = aPhone()
    const receipt = await reports(phone)
    const asked = phone.asked.length
    await tracks(phone, `${receipt.slice(0, -1)}${(Number(receipt.at(-1)) + 1) % 10}`)
    await phone.sees('有一位抄错了')
    await phone.input('receipt-digits', receipt.slice(0, 19))
    await phone.sees('还差 1 位')
    await phone.tap('open-mailbox')
    await phone.sees('回执号是 20 位数字')
    expect(phone.asked).toHaveLength(asked)
    await phone.input('receipt-digits', nobodys)
    await phone.tap('open-mailbox')
    await phone.sees('没有找到：回执号不对，或者已经过了保存的时间')
    county.piecesLeft = 0
    await phone.tap('open-mailbox')
    await phone.sees('没有连上网。回执号还在')
    expect(phone.text()).toContain('1234 5678 9012 3456 7895')
  })

  test('without secure randomness nothing is sealed, nothing is sent, and what was written stays', async () => {
    const phone = aPhone()
    phone.lacks.add('randomness')
    await writes(phone)
    await phone.tap('seal')
    await phone.sees('这部手机给不出可靠的随机数', '写的还在', '/r/', '12388')
    expect(phone.text()).toContain('写了 27 字')
    expect([phone.asked, phone.everStored]).toEqual([[], []])
  })

  test('a phone without a canvas says so and goes on without a photo; thinking better of it changes nothing', async () => {
    const phone = aPhone()
    await writes(phone)
    phone.lacks.add('photos')
    await phone.tap('add-photo')
    await phone.settle()
    expect(phone.has('photo-trouble')).toBe(false)
    phone.lacks.delete('photos')
    phone.lacks.add('canvas')
    await phone.tap('add-photo')
    await phone.sees('这张照片没有放进去')
    await seals(phone)
    await phone.tap('noted')
    await phone.sees('以前会有人打开看')
    expect(actions(phone)).toEqual(['submit'])
  })

  test('a phone without room says that the page must stay open, and sends all the same', async () => {
    const phone = aPhone()
    await writes(phone, { photo: true })
    phone.lacks.add('room')
    await seals(phone)
    county.piecesLeft = 2
    await phone.tap('noted')
    await phone.sees('这部手机存不下', '还剩 4 段')
    county.piecesLeft = Infinity
    await phone.tap('send-on')
    await phone.sees('10月19日以前会有人打开看')
    expect(county.submissions).toHaveLength(1)
  })

  test('words that name the office it would go to are offered to the next level', async () => {
    const phone = aPhone()
    await writes(phone)
    await phone.input('what', '县纪委的人收了他的钱，一直压着不查。')
    await phone.sees('您写的话里提到了县纪委县监委')
    await phone.tap('seal')
    await phone.sees('请先选送到哪里')
    await phone.tap('office-upper')
    await phone.sees('✓送到上一级')
    await seals(phone)
    await phone.tap('noted')
    await phone.sees('以前会有人打开看')
    expect(county.submissions[0]!.office).toBe('upper')
    expect((await county.read(county.submissions[0]!, 'upper')).message).toMatchObject({ kind: 'report' })
  })
}
