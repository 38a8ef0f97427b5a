import type { Phone } from '../programs/phone'
import type { ReportCounty } from './report-county'

/** What somebody does who reports anonymously and later reads the answer: the same walks on WeChat and on Alipay. */

export const told = {
  what: '村里的老支书把低保给了自己的侄子，侄子在县城有两套房。',
  village: '武阳村老支书家',
  when: '去年腊月起',
  follow: '他侄子的房子在县城东门，去年刚买的。',
}

/** From the report page to the written form; with a photo, once it lies there. */
export async function writes(phone: Phone, { photo = false } = {}): Promise<void> {
  phone.launch({ path: 'report/write/index' })
  await phone.sees('写之前，先说清楚', '有些藏不住', '写举报')
  await phone.tap('subject-village')
  await phone.tap('category-favouritism')
  await phone.tap('town-2')
  await phone.input('village', told.village)
  await phone.input('when', told.when)
  await phone.input('what', told.what)
  await phone.sees('这份举报会送到：县纪委县监委')
  if (!photo) return
  await phone.tap('add-photo')
  await phone.sees('拿掉第 1 张')
}

/** Seals what is written, and reads the receipt that is shown before anything is sent. */
export async function seals(phone: Phone): Promise<string> {
  await phone.tap('seal')
  await phone.sees('这是回执号', '丢了谁也找不回')
  const [receipt = ''] = /\d{20}/.exec(phone.text()) ?? []
  return receipt
}

/** A whole report: written, sealed, noted, sent. */
export async function reports(phone: Phone, with_: { photo?: boolean } = {}): Promise<string> {
  await writes(phone, with_)
  const receipt = await seals(phone)
  await phone.tap('noted')
  await phone.sees('以前会有人打开看')
  return receipt
}

/** On whichever phone: the answers to a receipt. */
export async function tracks(phone: Phone, receipt: string): Promise<void> {
  phone.launch({ path: 'report/track/index' })
  await phone.input('receipt-digits', receipt)
  await phone.tap('open-mailbox')
}

/** Reports with a photo, and the network goes after three pieces. */
export async function losesNetwork(phone: Phone, county: ReportCounty): Promise<string> {
  await writes(phone, { photo: true })
  const receipt = await seals(phone)
  county.piecesLeft = 3
  await phone.tap('noted')
  await phone.sees('还没有送完', '送到了 3 段，还剩 3 段', '没有连上网。封好的留在这部手机里')
  return receipt
}
