import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { fromKeyFile, fromRecoverySheet, readKeyFile } from '#domain/sealing/key-file'
import { aHolder } from '../reports/a-reporter'
import { keyFilesOf, passphrase, privateKey } from '../mocks/report-office'
import { browserTest } from './browser'
import { company, shows } from './company'
import { phoneAt } from './posting'
import type { Visitor } from './visitor'

const { comes, start } = company()
const [county1] = keyFilesOf('county')
const shots = resolve(__dirname, '../../dist/screenshots')

/** All that a browser has told the server, and all that it keeps. */
function watch({ page }: Visitor) {
  const told: string[] = []
  page.on('request', (request) => told.push(request.url(), request.postData() ?? ''))
  return async () =>
    [
      ...told,
      await page.evaluate(async () =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases()]),
      ),
    ].join('\n')
}

/** The discipline officer's room; the print dialogue of a browser without a screen does nothing. */
async function officer(size: 'phone' | 'desktop', elder = false): Promise<Visitor> {
  const one = await comes(size)
  await one.context.addInitScript(() => {
    window.print = () => undefined
  })
  await one.signInAs('discipline')
  await one.go('/#/office/desk/index?at=reports')
  await one.sees('插上钥匙才能读')
  if (elder) await one.on('elder').click()
  return one
}

async function insert(one: Visitor, said = passphrase): Promise<void> {
  await one.on('key-file').setInputFiles({ name: 'key.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(county1)) })
  await one.sees(`编号 ${county1!.id}`)
  await one.on('key-passphrase').fill(said)
  await one.on('key-open').click()
}

/** Opens reports whose rows show these marks, one after the other, until one says this. */
async function find(one: Visitor, words: string, ...marks: string[]): Promise<void> {
  const rows = marks.reduce(
    (found, mark) => found.filter({ hasText: mark }),
    one.page.locator('.taro_page:visible #reports-table tbody tr'),
  )
  await one.on('reports-table').waitFor()
  for (let i = 0; i < (await rows.count()); i++) {
    await rows.nth(i).locator('[id^="report-open-"]').click()
    await one.on('report-open').waitFor()
    if ((await one.text()).includes(words)) return
    await one.on('report-back').click()
    await one.on('reports-table').waitFor()
  }
  throw new Error(`No report says ${words}`)
}

/** As long as something is tried, this browser is one that has no `crypto`. */
async function withoutRandomness({ page }: Visitor, tried: () => Promise<void>): Promise<void> {
  const there = await page.evaluateHandle(() => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!
    Object.defineProperty(globalThis, 'crypto', { configurable: true, value: undefined })
    return own
  })
  await tried()
  await there.evaluate((own) => Object.defineProperty(globalThis, 'crypto', own))
}

const picture = (): Uint8Array => {
  const png = new PNG({ width: 60, height: 40 })
  png.data.fill(0xa0)
  return new Uint8Array(PNG.sync.write(png))
}

browserTest(
  'an officer opens a report with their key, takes it up, asks, closes; the reporter reads it all by the receipt, and the key stays in the browser',
  async () => {
    const reporter = phoneAt(start().url)
    const holder = await aHolder()
    const what = `有一户人去世半年了，补贴还在领。${Date.now()}`
    await reporter.report(holder, { kind: 'report', what, place: '示例镇 示例村' }, { photos: [picture()] })

    const one = await officer('desktop')
    const traces = watch(one)
    await shows(one, 'reports-shut')
    await insert(one, 'not the passphrase')
    await one.sees('口令不对，或者文件被改过')
    await insert(one)
    await one.sees('本单位的现用钥匙')
    await shows(one, 'reports-list')
    await find(one, what, '没受理')
    await one.page.locator('.taro_page:visible [id^="photo-open-"]').click()
    await one.page.locator('.taro_page:visible .letter__photo').waitFor()
    await shows(one, 'reports-open')
    await one.page.emulateMedia({ media: 'print' })
    await one.page.screenshot({ path: resolve(shots, 'reports-printed.png'), fullPage: true })
    expect(await one.page.locator('.taro_page:visible').count()).toBe(0)
    await one.page.emulateMedia({ media: null })

    await one.on('report-accept-open').click()
    await shows(one, 'reports-accept')
    await one.on('report-accept').click()
    await one.sees('受理了，给举报人的话也送到了')

    await reporter.followUp(holder, '还想起一件：存折在他亲戚手里。')
    await one.page.reload()
    await one.sees('插上钥匙才能读')
    expect(await one.text()).not.toContain(what)
    await insert(one)
    await find(one, what, '在办', '1 封')
    await one.sees('存折在他亲戚手里')

    await one.on('report-answer-open').click()
    await one.on('report-answer-words').fill('请问是哪一年的事？不要写是谁。')
    // A browser that has no secure randomness signs nothing, whatever the library would do.
    await withoutRandomness(one, async () => {
      await one.on('report-answer').click()
      await one.sees('给不出可靠的随机数')
    })
    expect(await one.on('report-answer-words').inputValue()).toContain('请问是哪一年的事')
    await one.on('report-answer').click()
    await one.sees('答复送到了')

    await one.on('report-close-open').click()
    await one.on('report-outcome').selectOption('true')
    await one.on('report-close-words').fill('查实了，多领的钱退回来了，谢谢您。')
    await shows(one, 'reports-close')
    await one.on('report-close').click()
    await one.sees('办结了，给举报人的话也送到了')
    await one.on('report-back').click()
    await one.on('tab-done').click()
    await one.sees('属实，已处理')
    await shows(one, 'reports-done')

    const { note, answers } = await reporter.read(holder)
    expect(note?.office).toBe('county')
    expect(answers.map(({ kind, by }) => [kind, by])).toEqual([
      ['closed', county1!.id],
      ['answer', county1!.id],
      ['accepted', county1!.id],
    ])
    expect(answers[0]!.words).toBe('查实了，多领的钱退回来了，谢谢您。')

    const { privateKey: secret } = await privateKey(county1!)
    for (const never of [secret, passphrase, what, '存折在他亲戚手里', '请问是哪一年的事']) expect(await traces()).not.toContain(never)
  },
  240_000,
)

browserTest(
  'a report that names the office goes on to the next level, and is gone from here',
  async () => {
    const reporter = phoneAt(start().url)
    const holder = await aHolder()
    const what = `县纪委有人收了钱，压着不办。${Date.now()}`
    await reporter.report(holder, { kind: 'report', what: what + '\n还有一件，也是这样。'.repeat(70) })
    const one = await officer('desktop')
    await insert(one)
    await find(one, what, '没受理')
    await one.sees('写到了本单位，应送上一级')
    await shows(one, 'reports-conflict')
    await one.on('report-conflict-pass').click()
    await shows(one, 'reports-pass')
    // Printed to its end, on as many sheets as it takes.
    const sheets = /\/Count (\d+)/.exec((await one.page.pdf({ path: resolve(shots, 'reports-printed.pdf') })).toString('latin1'))
    expect(Number(sheets![1])).toBe(2)
    await one.on('report-pass').click()
    await one.sees('这里不再有它')
    const { answers } = await reporter.read(holder)
    expect(answers[0]!.words).toContain('转给市纪委市监委了')
  },
  120_000,
)

browserTest(
  'a new pair is made, saved as a file and printed as a sheet, whose code decodes to the same',
  async () => {
    const one = await officer('desktop')
    const traces = watch(one)
    await one.on('tab-key-new').click()
    await shows(one, 'reports-key-new')
    await one.on('key-name').fill('案件监督管理室')
    await one.on('key-new-passphrase').fill('一句自己好记的话没人猜得到')
    await one.on('key-new-again').fill('一句自己好记的话没人猜得到')
    await one.on('key-make').click()
    await one.page.locator('.taro_page:visible #key-made').waitFor({ timeout: 60_000 })
    const [download] = await Promise.all([one.page.waitForEvent('download'), one.on('keep-file-do').click()])
    const file = readKeyFile(readFileSync((await download.path())!, 'utf8'))!
    expect(download.suggestedFilename()).toBe(`举报钥匙-${file.id}.json`)
    const pair = await fromKeyFile(file, '一句自己好记的话没人猜得到', async () => undefined)
    await one.on('keep-sheet-do').click()
    await one.on('keep-line-do').click()
    expect(JSON.parse(await one.on('key-line').inputValue())).toEqual({ id: pair.id, name: '案件监督管理室', publicKey: pair.publicKey })
    await shows(one, 'reports-key-keep')

    await one.page.emulateMedia({ media: 'print' })
    const letters = (await one.page.locator('.recovery__letters').innerText()).replace(/\s/g, '')
    expect(fromRecoverySheet(letters)).toEqual(pair)
    const { data, width, height } = PNG.sync.read(await one.page.locator('#recovery-qr').screenshot())
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(letters)
    await one.page.pdf({ path: resolve(shots, 'reports-sheet.pdf') })
    await one.page.screenshot({ path: resolve(shots, 'reports-sheet.png'), fullPage: true })
    await one.page.emulateMedia({ media: null })

    for (const step of ['file', 'sheet', 'line']) await one.on(`keep-${step}-done`).click()
    await one.on('key-kept').click()
    await one.sees('程序里没有这一把')
    await shows(one, 'reports-key-unpinned')
    for (const never of [pair.privateKey, letters.slice(0, 16), '一句自己好记的话']) expect(await traces()).not.toContain(never)
  },
  120_000,
)

for (const [size, elder] of [
  ['phone', false],
  ['phone', true],
  ['desktop', true],
] as const) {
  browserTest(
    `the room on a ${size}${elder ? ' in 长辈版' : ''}`,
    async () => {
      const name = `${size}${elder ? '-elder' : ''}`
      const one = await officer(size, elder)
      await shows(one, `reports-shut-${name}`)
      await insert(one)
      await one.sees('本单位的现用钥匙')
      await shows(one, `reports-list-${name}`)
      await one.page.locator('.taro_page:visible [id^="report-open-"]').first().click()
      await one.on('report-acts').waitFor()
      await shows(one, `reports-open-${name}`)
      await one.page.locator('.taro_page:visible #report-acts button').first().click()
      await shows(one, `reports-act-${name}`)
    },
    120_000,
  )
}
