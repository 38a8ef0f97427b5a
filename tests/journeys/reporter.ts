import type { Visitor } from './visitor'

/** What somebody reports in a browser. */
export interface Told {
  what: string
  village?: string
  when?: string
  photo?: Buffer
  subject?: string
  category?: string
}

/** Fills in the report page as it stands at `/r/`; a photo is drawn anew before it lies there. */
export async function writes(
  reporter: Visitor,
  { what, village = '', when = '', photo, subject = 'village', category = 'favouritism' }: Told,
): Promise<void> {
  await reporter.go('/r/')
  await reporter.sees('写之前，先说清楚')
  await reporter.on(`subject-${subject}`).click()
  await reporter.on(`category-${category}`).click()
  await reporter.on('town-2').click()
  await reporter.on('village').locator('input').fill(village)
  await reporter.on('when').locator('input').fill(when)
  await reporter.on('what').locator('textarea').fill(what)
  if (!photo) return
  const choosing = reporter.page.waitForEvent('filechooser')
  await reporter.on('add-photo').click()
  await (await choosing).setFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo })
  await reporter.on('remove-photo-0').waitFor()
}

/** Seals it; the twenty digits that are shown before anything is sent. */
export async function seals(reporter: Visitor): Promise<string> {
  await reporter.on('seal').click()
  return (await reporter.on('receipt').innerText()).replace(/\D/g, '')
}

/** Makes a whole report in a page, from `/r/` to “送到了”, and gives its receipt. */
export async function reports(reporter: Visitor, told: Told): Promise<string> {
  await writes(reporter, told)
  const receipt = await seals(reporter)
  await reporter.on('noted').click()
  await reporter.sees('以前会有人打开看')
  return receipt
}

/** On any device: opens what a receipt opens. */
export async function tracks(reader: Visitor, receipt: string): Promise<void> {
  await reader.go('/#/report/track/index')
  await reader.on('receipt-digits').locator('input').fill(receipt)
  await reader.on('open-mailbox').click()
  await reader.on('mailbox-note').waitFor()
}

/** Adds something to an opened report. */
export async function follows(reader: Visitor, what: string): Promise<void> {
  await reader.on('follow-what').locator('textarea').fill(what)
  await reader.on('follow').click()
  await reader.sees('补充送到了')
}
