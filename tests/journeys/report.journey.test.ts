import type { Request } from 'playwright-core'
import type { ReportPart, ReportSubmission } from '#contract/report/actions'
import { largestPhoto } from '#domain/sealing/sizes'
import { ReportCounty } from '../compiled/walks/report-county'
import { browserTest } from './browser'
import { company, shows } from './company'
import { follows, reports, seals, tracks, writes } from './reporter'
import type { Visitor } from './visitor'

const { comes } = company()

const told = { what: '村里修路的钱少了一半，路面一踩就碎。', village: '武阳村路口', when: '去年秋天', category: 'project-quality' }
const planted = 'GPS 27.78N 120.09E'

/** A photo of 3000 × 2000 with Exif data, as a camera makes it. */
async function cameraPhoto({ page }: Visitor): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 })
    const drawing = canvas.getContext('2d')!
    for (let i = 0; i < 3000; i++) {
      drawing.fillStyle = `hsl(${i % 360} 50% ${i % 80}%)`
      drawing.fillRect((i * 733) % 3000, (i * 379) % 2000, 140, 90)
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]!
  })
  const jpeg = Buffer.from(drawn, 'base64')
  const exif = Buffer.from(`Exif\0\0${planted}`)
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif, jpeg.subarray(2)])
}

/** What was asked of the county by this visitor, with its headers. */
function listening({ page }: Visitor): Request[] {
  const asked: Request[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(request)
  })
  return asked
}
const inputOf = <Input>(request: Request): Input => (request.postDataJSON() as { input: Input }).input
const stored = ({ page }: Visitor) => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))

/** From now on so many more pieces come through, then the network is gone. */
async function losesNetworkAfter(pieces: number, { page, context }: Visitor): Promise<void> {
  let left = pieces
  await page.route('**/api/report', async (route) => {
    if (left-- === 0) await context.setOffline(true)
    await route.continue()
  })
}

browserTest(
  'a villager reports with a photo, loses the network half way, goes on after a reload, and later reads on another device',
  async () => {
    const reporter = await comes('phone')
    await reporter.go('/r/')
    await reporter.sees('写举报')
    await shows(reporter, 'report-empty')
    const photo = await cameraPhoto(reporter)
    const asked = listening(reporter)
    await writes(reporter, { ...told, photo })
    await shows(reporter, 'report-written')
    const receipt = await seals(reporter)
    expect(receipt).toMatch(/^\d{20}$/)
    expect(asked).toEqual([])
    await shows(reporter, 'report-receipt')

    await losesNetworkAfter(2, reporter)
    await reporter.on('noted').click()
    await reporter.sees('还没有送完')
    await reporter.sees('没有连上网。封好的留在这部手机里')
    await shows(reporter, 'report-lost')
    const kept = await stored(reporter)
    expect(kept).toContain('report-draft')
    expect([receipt, ...Object.values(told).slice(0, 3)].filter((words) => kept.includes(words))).toEqual([])

    await reporter.context.setOffline(false)
    await reporter.page.unroute('**/api/report')
    await reporter.page.reload()
    await reporter.sees('有一封封好没送完的')
    await shows(reporter, 'report-unsent')
    await reporter.on('send-on').click()
    await reporter.sees('以前会有人打开看')
    await shows(reporter, 'report-sent')
    expect(await stored(reporter)).not.toContain('report-draft')

    const [parts, [submission]] = [
      asked.filter((request) => request.postDataJSON().action === 'part'),
      asked.filter((request) => request.postDataJSON().action === 'submit'),
    ]
    expect(parts.map((request) => inputOf<ReportPart>(request).index)).toEqual([0, 1, 2, 2, 3, 4])
    expect(asked.every((request) => new URL(request.url()).pathname === '/api/report')).toBe(true)
    expect(asked.flatMap((request) => Object.keys(request.headers())).filter((name) => /authorization|cookie/i.test(name))).toEqual([])

    const office = new ReportCounty(() => '2026-10-12')
    const letter = inputOf<ReportSubmission>(submission!)
    office.parts.set(letter.id, new Map(parts.map((request) => inputOf<ReportPart>(request)).map(({ index, sealed }) => [index, sealed])))
    const { message, photos } = await office.read(letter)
    expect(message).toMatchObject({ what: told.what, place: `南田镇 ${told.village}`, when: told.when })
    expect(photos[0]!.length).toBeLessThanOrEqual(largestPhoto)
    expect(['Exif', planted].filter((words) => Buffer.from(photos[0]!).includes(words))).toEqual([])

    const reader = await comes('phone')
    const read = listening(reader)
    await tracks(reader, receipt)
    await reader.sees('还没有答复')
    await shows(reader, 'track-opened')
    await follows(reader, '想起来了，包工头姓赵。')
    expect(read.map((request) => request.postDataJSON().action as string)).toEqual(['open', 'follow'])
    await reader.on('forget').click()
    await reader.on('receipt-digits').waitFor()
    expect(await stored(reader)).not.toContain(receipt)
  },
  180_000,
)

browserTest(
  'a wrong receipt: a slip of the pen is found at once, one that opens nothing gets its sentence',
  async () => {
    const reader = await comes('phone')
    const asked = listening(reader)
    await reader.go('/#/report/track/index')
    await reader.on('receipt-digits').locator('input').fill('12345678901234567890')
    await reader.on('open-mailbox').click()
    await reader.sees('有一位抄错了')
    expect(asked).toEqual([])
    await reader.on('receipt-digits').locator('input').fill('12345678901234567895')
    await reader.on('open-mailbox').click()
    await reader.sees('没有找到：回执号不对，或者已经过了保存的时间')
    await shows(reader, 'track-not-found')
  },
  60_000,
)

for (const size of ['phone', 'desktop'] as const) {
  browserTest(
    `the pages in 长辈版 (${size}): nothing is small, nothing is cut off`,
    async () => {
      const elder = await comes(size)
      await elder.go('/r/')
      await elder.page.evaluate(() => localStorage.setItem('reading', JSON.stringify({ data: { elder: true, text: 22 } })))
      await elder.page.reload()
      const receipt = await reports(elder, told)
      await shows(elder, `report-sent-elder-${size}`)
      await tracks(elder, receipt)
      await shows(elder, `track-opened-elder-${size}`)
      await elder.go('/r/')
      await elder.sees('写举报')
      await shows(elder, `report-elder-${size}`)
      const smallest = await elder.page.evaluate(() => {
        const visible = [...document.querySelectorAll<HTMLElement>('.taro_page *')].filter((node) => node.offsetParent !== null)
        const texts = visible.filter((node) =>
          [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent!.trim() !== ''),
        )
        const pressed = visible.filter((node) => /^(button|link|radio)$/.test(node.getAttribute('role') ?? ''))
        return {
          text: Math.min(...texts.map((node) => parseFloat(getComputedStyle(node).fontSize))),
          target: Math.min(...pressed.map((node) => node.getBoundingClientRect().height)),
          wide: document.documentElement.scrollWidth - window.innerWidth,
        }
      })
      expect(smallest.text).toBeGreaterThanOrEqual(18)
      expect(smallest.target).toBeGreaterThanOrEqual(59.5)
      expect(smallest.wide).toBeLessThanOrEqual(0)
    },
    120_000,
  )
}
