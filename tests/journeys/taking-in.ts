import type { Visitor } from './visitor'

/** The line of a file in the clerk's list. */
export const lineOf = (clerk: Visitor, name: string) => clerk.page.locator('.taro_page:visible #file-list li', { hasText: name })

/** Lays files into the clerk's list, and waits until each was looked at. */
export async function layIn(clerk: Visitor, files: Parameters<ReturnType<Visitor['on']>['setInputFiles']>[0], names: readonly string[]) {
  await clerk.on('files').setInputFiles(files)
  for (const name of names) await lineOf(clerk, name).getByRole('button', { name: '看一遍' }).waitFor({ timeout: 240_000 })
}

/** Opens a file that was looked at, takes it in, waits for what came of it, and goes back to the list. */
export async function takeIn(clerk: Visitor, name: string, came: string | RegExp): Promise<void> {
  await lineOf(clerk, name).getByRole('button', { name: '看一遍' }).click()
  await clerk.on('take-in').click()
  await clerk.page.locator('.taro_page:visible #take-in-done', { hasText: came }).waitFor({ timeout: 120_000 })
  await lineOf(clerk, name).getByRole('button', { name: '回到清单' }).click()
}
