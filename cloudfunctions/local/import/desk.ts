import { writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { ImportLine } from '#contract/intake/desk'
import { fileKinds, type FileKind } from '#contract/intake/file-kinds'
import type { Look } from '#contract/intake/look'
import type { UndoProgress } from '#contract/intake/undoing'
import { chinaClock } from '#kernel/call/clock'
import { yuan } from '#domain/money/money'
import type { LocalCloud } from '../host/cloud'
import { putAway } from './import-files'
import { forgetHeadings, showRemembered } from './remembered'

/** What the import command does besides taking files in. */
export const deskOptions = {
  'dry-run': { type: 'boolean' },
  undo: { type: 'string' },
  reason: { type: 'string' },
  history: { type: 'boolean' },
  template: { type: 'string' },
  remembered: { type: 'boolean' },
  forget: { type: 'string' },
} as const

/** The work that options ask for, which needs no files; nothing where files are to be taken in. */
export function deskWork({
  undo,
  reason,
  history,
  template,
  remembered,
  forget,
  json,
}: Record<string, string | boolean | string[] | undefined>): ((cloud: LocalCloud) => Promise<void>) | undefined {
  if (typeof undo === 'string') return (cloud) => undoImport(cloud, undo, typeof reason === 'string' ? reason : '')
  if (history === true) return (cloud) => showHistory(cloud, json === true)
  if (typeof forget === 'string') return (cloud) => forgetHeadings(cloud, forget, typeof reason === 'string' ? reason : '')
  if (remembered === true) return (cloud) => showRemembered(cloud, json === true)
  if (typeof template === 'string') return (cloud) => saveTemplate(cloud, template)
  return undefined
}

/** Says of each file what would change for whom; nothing of it is taken in. Each by itself: none sees what another would do. */
export async function tryFiles(cloud: LocalCloud, files: string[], json: boolean): Promise<void> {
  for (const path of files) {
    const { look, fault } = await cloud
      .operate<{ look?: Look; fault?: string }>('intake', 'look', { fileName: basename(path), fileID: await putAway(cloud, path) })
      .catch((error: unknown) => ({ look: undefined, fault: (error as Error).message }))
    if (json) console.log(JSON.stringify({ path, ...(look ?? { blocked: fault }) }))
    else console.log(look ? sayLook(path, look).join('\n') : `✗ ${path}\n    ${fault}`)
  }
  if (!json) console.log('以上是试算，一行也没有导入。各份分别试算，后一份不接着前一份算。')
}

function sayLook(path: string, { blocked, rows, accepted, quarantined, warned, amountFen, effects, versions = [] }: Look): string[] {
  if (blocked !== undefined) return [`✗ ${path}`, `    ${blocked}`]
  const money = amountFen ? `，${yuan(amountFen)} 元` : ''
  const lines = [`试算 ${path}`, `    ${rows} 行，能收 ${accepted} 行，要退回 ${quarantined} 行，提醒 ${warned} 处${money}`]
  for (const { later, file, scope, added, removed, changed } of versions)
    lines.push(`    ${later ? '会顶替' : '早于'}《${file}》（${scope}）：增 ${added} 行，减 ${removed} 行，改 ${changed} 行`)
  if (!effects) return lines
  const { households, outside, less, more, joined, left, list, tried } = effects
  if (tried !== undefined) lines.push(`    文件太长，只试算了前 ${tried} 行，下面说的是这些行`)
  lines.push(
    `    会有 ${households} 户的页面变化${outside ? `（另有 ${outside} 人不在名册上，还没有页面）` : ''}：${less} 户少，${more} 户多；进名册 ${joined} 人，出名册 ${left} 人`,
  )
  for (const { name, place, words } of list) lines.push(`      ${name}（${place}）：${words}`)
  if (list.length < households + outside) lines.push(`      还有 ${households + outside - list.length} 户没有列出`)
  return lines
}

async function undoImport(cloud: LocalCloud, named: string, reason: string): Promise<void> {
  if (reason.trim().length < 4) throw new Error('请写明为什么要撤销，例如：npm run import -- --undo 文件指纹 --reason 金额发错了')
  const matching = (await everyImport(cloud)).filter(({ sha256 }) => named.length >= 8 && sha256.startsWith(named.toLowerCase()))
  if (matching.length !== 1)
    throw new Error(`没有找到要撤销的那一次（${named}）。请用 npm run import -- --history 看文件指纹，至少写前 8 位。`)
  const { sha256, fileName } = matching[0]!
  let far = await cloud.operate<UndoProgress>('intake', 'undo', { sha256, reason })
  for (; far.state === 'waiting'; far = await cloud.operate('intake', 'undoProgress', { sha256 })) {
    const { worked } = await cloud.operate<{ worked: boolean }>('intake', 'work', {})
    if (!worked) await pause(500)
  }
  if (far.state !== 'done') throw new Error(far.fault ?? '没有撤销成，什么也没有改动。请再试一次。')
  console.log(`已撤销《${fileName}》：和没有导入过一样。${far.kept ? `有 ${far.kept} 条正好有人在改，留着没动。` : ''}`)
}

const states: Record<ImportLine['state'], string> = {
  ...{ running: '正在导入，或中途断了', done: '已导入', refused: '没有收', undoing: '正在撤销', undone: '已撤销' },
}

async function showHistory(cloud: LocalCloud, json: boolean): Promise<void> {
  const lines = await everyImport(cloud)
  if (json) return lines.forEach((line) => console.log(JSON.stringify(line)))
  if (lines.length === 0) console.log('还没有导入过文件。')
  for (const { sha256, fileName, state, at, kindLabel, rows, accepted, quarantined, undone } of lines) {
    console.log(`${sha256.slice(0, 12)}  ${clock(at)}  ${states[state]}  《${fileName}》`)
    if (kindLabel) console.log(`    ${kindLabel}，${rows} 行，收下 ${accepted} 行，退回 ${quarantined} 行`)
    for (const { at: when, by, reason } of undone) console.log(`    ${clock(when)} ${by ?? '终端'}撤销过：${reason}`)
  }
}

const clock = (at: string): string => chinaClock(new Date(at)).slice(0, 16)

async function everyImport(cloud: LocalCloud): Promise<ImportLine[]> {
  const lines: ImportLine[] = []
  for (let page: string | undefined, first = true; first || page !== undefined; first = false) {
    const told: { imports: ImportLine[]; next?: string } = await cloud.operate('intake', 'history', page === undefined ? {} : { page })
    lines.push(...told.imports)
    page = told.next
  }
  return lines
}

async function saveTemplate(cloud: LocalCloud, kind: string): Promise<void> {
  if (!fileKinds.includes(kind as FileKind)) throw new Error(`没有“${kind}”这种表。可以写：${fileKinds.join('、')}`)
  const { fileName, base64 } = await cloud.operate<{ fileName: string; base64: string }>('intake', 'template', { kind })
  writeFileSync(fileName, Buffer.from(base64, 'base64'), { mode: 0o644 })
  console.log(`空表写在 ${resolve(fileName)}`)
}
