import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readFile } from '#affairs/intake/reading/read-file'
import { recognise } from '#affairs/intake/kinds/recognise'
import { gazetteer } from '#domain/place/places'
import type { County } from '#domain/county/county'
import type { Figure } from './measure'

/**
 * How long a workbook takes to be opened, known for what it is and read row by row ÷ what the clerk's other way takes: LibreOffice
 * without its window, saving the rows as text. Nothing to compare where there is none.
 */
export async function besideLibreOffice(path: string, county: County): Promise<Figure> {
  const before = performance.now()
  const fileName = basename(path)
  const { kind, tables } = recognise(await readFile(readFileSync(path)), county, fileName)
  const { rows } = kind.take({ fileName, tables, county, places: gazetteer(county), until: '2026-11-29', today: '2026-11-29' })
  const ours = (performance.now() - before) / 1000
  const what = `读 ${rows.length.toLocaleString('en')} 行的工作簿 ÷ LibreOffice 打开同一份`
  const value = `${ours.toFixed(1)} 秒`
  if (spawnSync('soffice', ['--version']).status !== 0) return { what, value, note: '这台机器上没有 LibreOffice（soffice），没有比' }
  const out = mkdtempSync(join(path, '..', 'opened-'))
  const begun = performance.now()
  execFileSync('soffice', ['--headless', '--convert-to', 'csv', '--outdir', out, path], { stdio: 'ignore' })
  const theirs = (performance.now() - begun) / 1000
  return { what, value, ratio: ours / theirs, aim: '≤ 1.0', note: `LibreOffice ${theirs.toFixed(1)} 秒` }
}
