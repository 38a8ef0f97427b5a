import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, write, type CellObject } from '@e965/xlsx'
import { browserTest } from './browser'
import { company, shows } from './company'
import { lineOf, takeIn } from './taking-in'
import type { Visitor } from './visitor'
import { takenFiles } from '../intake/truth'

const { comes, start } = company()

/** The clerk of the data office at a desk. */
async function clerk(room: string, size: 'desktop' | 'phone' = 'desktop'): Promise<Visitor> {
  const one = await comes(size)
  await one.signInAs('data-desk')
  await one.go(`/#/office/desk/index?at=${room}`)
  await one.page.locator('.taro_page:visible main').waitFor()
  return one
}

const cards = (one: Visitor) => one.page.locator('.taro_page:visible section.refused')

browserTest(
  'a clerk drops twelve files, sees what each would change, takes them in, takes one back and mends what was refused',
  async () => {
    const one = await clerk('intake')
    await shows(one, 'intake-empty')
    await one.page.locator('.taro_page:visible #files').setInputFiles(takenFiles.map(({ path }) => path))
    for (const { file, accepted, rejected } of takenFiles) {
      await lineOf(one, file).getByRole('button', { name: '看一遍' }).waitFor({ timeout: 240_000 })
      const said = await lineOf(one, file).innerText()
      expect([file, said]).toEqual([file, expect.stringContaining(`收下 ${accepted}`)])
      if (rejected.length > 0) expect(said).toContain(`退回 ${rejected.length}`)
    }
    await shows(one, 'intake-files')

    const register = takenFiles.find(({ n }) => n === 1)!.file
    await lineOf(one, register).getByRole('button', { name: '看一遍' }).click()
    await one.sees('身份证号')
    await shows(one, 'intake-look')
    await one.on('take-in').click()
    await one.on('opened-import').waitFor()
    await one.page.reload()
    await one.on('tab-history').click()
    const row = one.page.locator('.taro_page:visible #history tbody tr', { hasText: register })
    await row.getByText(/收下 396/).waitFor({ timeout: 120_000 })
    await shows(one, 'intake-history')

    await one.on('tab-files').click()
    const rest = takenFiles.filter(({ file }) => file !== register)
    await one.page.locator('.taro_page:visible #files').setInputFiles(rest.map(({ path }) => path))
    for (const { file, accepted } of rest) {
      await lineOf(one, file).getByRole('button', { name: '看一遍' }).waitFor({ timeout: 240_000 })
      await takeIn(one, file, `收下 ${accepted}`)
    }

    await takeBack(one, rest.at(-1)!.file)

    await one.on('menu-refused').click()
    await cards(one).first().waitFor()
    await shows(one, 'refused')
    await mendOne(one)
    await mendInWorkbook(one)
  },
  900_000,
)

/** A pupil whose number lost its end: who it must be is offered, and accepted. */
async function mendOne(one: Visitor): Promise<void> {
  const offered = cards(one).filter({ has: one.page.locator('[id^="accept-"]') })
  await offered.first().waitFor()
  const before = await offered.count()
  await offered.first().locator('[id^="accept-"]').click()
  await one.on('refused-news').waitFor({ timeout: 60_000 })
  await one.page.waitForFunction((n) => document.querySelectorAll('[id^="accept-"]').length < n, before)
}

/** The refused rows in a workbook: one impossible day is put right in it, it is sent back, and that row alone goes in. */
async function mendInWorkbook(one: Visitor): Promise<void> {
  const [download] = await Promise.all([one.page.waitForEvent('download'), one.on('refused-download').click()])
  const path = join(start().data, 'sent-back.xlsx')
  await download.saveAs(path)
  const book = read(readFileSync(path), { cellStyles: true })
  const wrong = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet).filter((cell: CellObject) => cell.v === '2026-09-31'))
  expect(wrong).toHaveLength(1)
  Object.assign(wrong[0] as CellObject, { t: 's', v: '2026-09-30', w: '2026-09-30' })
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)

  const waiting = await openRows(one)
  await one.on('menu-intake').click()
  await one.on('tab-files').click()
  await one.page.locator('.taro_page:visible #files').setInputFiles([path])
  await takeIn(one, 'sent-back.xlsx', /收下 1/)
  await one.on('menu-refused').click()
  await one.page.waitForFunction(
    (before) => document.querySelector('#refused-agency option')!.textContent !== `全部（${before} 行）`,
    waiting,
    { timeout: 60_000 },
  )
  expect(await openRows(one)).toBe(waiting - 1)
}

const openRows = async (one: Visitor): Promise<number> =>
  Number(/（(\d+) 行）/.exec(await one.page.locator('.taro_page:visible #refused-agency option').first().innerText())![1])

/** The whole of a file, with a reason. */
async function takeBack(one: Visitor, file: string): Promise<void> {
  await one.on('menu-intake').click()
  await one.on('tab-history').click()
  const row = one.page.locator('.taro_page:visible #history tbody tr', { hasText: file })
  await row.getByRole('button', { name: '打开' }).click()
  await one.on('undo').click()
  await one.on('undo-reason').fill('医保局说这份发错了')
  await one.on('undo-send').click()
  await row.getByText('撤销了', { exact: true }).waitFor({ timeout: 60_000 })
  await one.sees(/撤销了这次导入：医保局说这份发错了/)
  await shows(one, 'intake-undone')
}
