import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, encode } from 'iconv-lite'
import { takenFiles } from '../intake/truth'
import { browserTest } from './browser'
import { company, shows } from './company'
import { opensDesk } from './newcomer'
import { layIn, takeIn } from './taking-in'
import type { Visitor } from './visitor'

const { comes, start } = company()
const room = '/#/office/desk/index?at=batches'
const [register, plan] = [1, 3].map((n) => takenFiles.find((one) => one.n === n)!) as [(typeof takenFiles)[0], (typeof takenFiles)[0]]

/** Presses what begins an act, writes why, sends it, and waits until it is done. */
async function does(one: Visitor, act: string, words: string, more: Record<string, string> = {}): Promise<void> {
  await one.on(`batch-do-${act}`).click()
  await one.on('batch-words').fill(words)
  for (const [id, value] of Object.entries(more)) await one.on(id).fill(value)
  await one.on(`batch-${act}`).click()
  await one.on('batch-done').waitFor()
}

const opens = async (one: Visitor, name: string) => {
  await one.go(room)
  await one.page.reload()
  await one.on('tab-open').click()
  await one.on('batches-table').waitFor()
  await one.page.locator('.taro_page:visible #batches-table tr', { hasText: name }).getByRole('button').click()
  await one.on('batch-lines-table').waitFor()
}

/** All long work beside the batch is done. */
const isDone = (one: Visitor) => one.on('batch-work').waitFor({ state: 'detached', timeout: 60_000 })

/** Drafts a batch of October from what the list calls `from`, and gives its name. */
async function drafts(one: Visitor, from: string): Promise<string> {
  await one.go(room)
  await one.page.reload()
  await one.on('batch-new').click()
  await one.on('batch-month').selectOption('2026-10')
  const source = one.page.locator('.taro_page:visible #batch-from option', { hasText: from }).first()
  await one.on('batch-from').selectOption((await source.getAttribute('value'))!)
  await one.on('batch-draft').click()
  await one.on('batch-where').waitFor()
  await isDone(one)
  return one.page.locator('.taro_page:visible #batch').getAttribute('aria-label') as Promise<string>
}

/** Each kind of doubt in turn, until nobody has to decide any more. */
async function decidesAll(one: Visitor): Promise<void> {
  for (;;) {
    const kinds = await one.page
      .locator('.taro_page:visible #lines-flag option')
      .evaluateAll((options) =>
        options.flatMap((option) => (/（[1-9]\d* 行）/.test(option.textContent ?? '') ? [(option as HTMLOptionElement).value] : [])),
      )
    if (kinds.length === 0) return
    await one.on('lines-flag').selectOption(kinds[0]!)
    await one.on('decide-kind').waitFor()
    await one.on('decide-act-kind').selectOption('pay')
    await one.on('decide-words-kind').fill('镇里核实过，该发')
    await one.on('decide-kind').click()
    // The list has been asked anew when nobody has to decide about this kind any more.
    await one.page.waitForFunction(
      (kind) => !/（[1-9]\d* 行）/.test(document.querySelector(`#lines-flag option[value="${kind}"]`)?.textContent ?? ''),
      kinds[0],
    )
  }
}

/** The bank's answer to its own file: the first line refused, all others paid today. */
function receiptOf(path: string): { name: string; mimeType: string; buffer: Buffer } {
  const day = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10).replace(/-/g, '')
  const lines = decode(readFileSync(path), 'gb18030').trim().split('\r\n').slice(1, -1)
  const said = lines.map((line, i) => {
    const [serial, card, name, amount] = line.split('|')
    return [serial, card, name, amount, ...(i === 0 ? ['E101', '户名不符'] : ['0000', '交易成功']), day].join('|')
  })
  const text = ['序号|账号|户名|金额|结果码|结果说明|入账日期', ...said].join('\r\n')
  return { name: '农商行_代发回执_2026年10月.txt', mimeType: 'text/plain', buffer: encode(text, 'gb18030') }
}

/** Draws a sample of the batch that is open, as large as there is; the worker asks two by phone, and the page says what they say of all. */
async function callsBack(officer: Visitor, worker: Visitor, name: string): Promise<void> {
  const question = officer.on('sample-question')
  const largest = (texts: string[]) =>
    texts.map((text) => Number(/问 (\d+) 笔/.exec(text)![1])).reduce((at, n, i, all) => (n > all[at]! ? i : at), 0)
  await officer.on('tab-sample').click()
  await question.waitFor()
  await question.selectOption(String(largest(await question.locator('option').allInnerTexts())))
  await shows(officer, 'calls-draw')
  await officer.on('sample-draw').click()
  await officer.on('sample-draw-sure').click()
  await officer.on('sample-result').waitFor()

  await worker.signInAs('grid-worker')
  await worker.on('see-calls').click()
  const calls = worker.page.locator('.taro_page:visible [id^="call-"]')
  await calls.first().waitFor()
  expect(await calls.count()).toBeGreaterThan(1)
  const asked = (await calls.first().getAttribute('id'))!
  await shows(worker, 'calls-list')
  await calls.first().click()
  await worker.on('heard-received').waitFor()
  await shows(worker, 'calls-ask')
  await worker.on('heard-received').click()
  await worker.on('call-noted').waitFor()
  await shows(worker, 'calls-noted')
  await worker.on('call-back').click()
  await calls.first().waitFor()
  // A call's id has a slash in it.
  await worker.page.locator(`.taro_page:visible [id="${asked}"]`).waitFor({ state: 'detached' })
  await worker.page.evaluate(() => localStorage.setItem('reading', JSON.stringify({ data: { elder: true, text: 22 } })))
  await worker.page.reload()
  await calls.first().waitFor()
  await shows(worker, 'calls-list-elder')
  await calls.first().click()
  await worker.on('heard-not-received').waitFor()
  await shows(worker, 'calls-ask-elder')
  await worker.on('heard-not-received').click()
  await worker.sees('已经告诉发钱的单位')

  await opens(officer, name)
  await officer.on('tab-sample').click()
  await officer.on('sample-result').waitFor()
  expect(await officer.on('sample-result').innerText()).toMatch(
    /问到 2 笔，收到 1 笔（50\.00 %），1 笔没收到。全部里收到的大概占 \d+\.\d\d % – \d+\.\d\d %/,
  )
  await shows(officer, 'calls-drawn')
}

browserTest(
  'a plan becomes a batch: doubts are decided, another approves, the bank gets its file; what it refuses is mended and sent again',
  async () => {
    const [clerk, officer, head] = [await comes('desktop'), await comes('desktop'), await comes('desktop')]
    await clerk.signInAs('data-desk')
    await clerk.go('/#/office/desk/index?at=intake')
    await layIn(clerk, [register.path, plan.path], [register.file, plan.file])
    await takeIn(clerk, register.file, `收下 ${register.accepted}`)
    await takeIn(clerk, plan.file, `收下 ${plan.accepted}`)

    const { code } = await opensDesk(officer, start(), '方科员', '县民政局')
    const name = await drafts(officer, plan.file)
    await shows(officer, 'batch-draft')
    const one = officer.page.locator('.taro_page:visible [id^="line-decide-"]').first()
    const lineId = (await one.getAttribute('id'))!.slice('line-decide-'.length)
    await one.click()
    await officer.on(`decide-act-${lineId}`).selectOption('hold')
    await officer.on(`decide-words-${lineId}`).fill('请镇里去核实')
    await shows(officer, 'batch-decide')
    await officer.on(`decide-${lineId}`).click()
    // The list has come anew: nobody has to decide about it any more.
    await officer.on(`line-open-${lineId}`).waitFor({ state: 'detached' })
    await decidesAll(officer)
    await does(officer, 'submit', '逐行对过名册和应发')

    await head.signInAs('head')
    await opens(head, name)
    await does(head, 'approve', '抽了二十行核对，没有问题')
    await isDone(head)
    await shows(head, 'batch-frozen')

    await opens(officer, name)
    await does(officer, 'bankFile', '交文成农商银行', { 'batch-totp': code(30) })
    await isDone(officer)
    const [download] = await Promise.all([officer.page.waitForEvent('download'), officer.on('bank-file-download').click()])
    const path = join(start().data, download.suggestedFilename())
    await download.saveAs(path)
    const [, , , lines, amount] = decode(readFileSync(path), 'gb18030').split('\r\n')[0]!.split('|')
    expect(await officer.on('bank-file').innerText()).toContain(`${lines} 行`)
    await does(officer, 'handOver', '送到农商行柜台', { 'batch-lines-repeated': lines!, 'batch-amount-repeated': amount! })
    await isDone(officer)

    const receipt = receiptOf(path)
    await layIn(clerk, receipt, [receipt.name])
    await takeIn(clerk, receipt.name, `收下 ${lines}`)

    await opens(officer, name)
    await officer.sees('回执已到')
    await officer.on('lines-state').selectOption('refused')
    await officer.sees('银行说：户名不符')
    await shows(officer, 'batch-answered')
    await callsBack(officer, await comes('phone'), name)
    await opens(officer, name)
    await officer.on('lines-state').selectOption('refused')
    await officer.sees('银行说：户名不符')
    await officer.page.locator('.taro_page:visible [id^="line-open-"]').first().click()
    await officer.on('line-do-mend').click()
    await officer.on('line-account').fill('陈阿公')
    await officer.on('line-card').fill('6200 0000 1234 5678 903')
    await officer.on('line-words').fill('到村里看过新卡')
    await officer.on('line-mend').click()
    await officer.on('line-done').waitFor()
    await shows(officer, 'batch-line')

    await opens(head, name)
    await head.on('lines-state').selectOption('mending')
    await head.page
      .locator('.taro_page:visible #batch-lines-table tr', { hasText: '改账户，等第二个人看' })
      .getByRole('button')
      .first()
      .click()
    await head.on('line-do-agreeMend').click()
    await head.on('line-words').fill('和卡的照片对过')
    await head.on('line-agreeMend').click()
    await head.on('line-done').waitFor()

    await drafts(officer, '要重发的')
    await officer.page
      .locator('.taro_page:visible #batch-lines-table tr', { hasText: '8903' })
      .getByRole('button', { name: /^打开/ })
      .click()
    await officer.sees(`重发：“${name}”里没有到账的那一行`)
    await shows(officer, 'batch-reissued')
  },
  300_000,
)
