import type { Budget } from './budget'
import { standalone } from './repeated'
import { readXml } from './xml-events'
import { damaged, unpack, type Part } from './zip'

/** A workbook's own parts, small beside its sheets: which sheets there are, their texts, which formats are dates. */
export interface Workbook {
  sheets: { name: string; hidden: boolean; part: Part | undefined }[]
  since1904: boolean
  texts: string[]
  /** By number of a cell's style. */
  isDate: boolean[]
  /** The parts that were read for this. */
  read: Set<string>
}

interface Source {
  parts: Map<string, Part>
  budget: Budget
}

/** @throws FileFault when the workbook's list of sheets cannot be read. */
export async function readWorkbook(source: Source): Promise<Workbook> {
  const path = (await relations(source, '_rels/.rels')).find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const links = await relations(source, relationsOf(path))
  const sheets: { name: string; hidden: boolean; link: string }[] = []
  let since1904 = false
  await read(source, path, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name === 'sheet')
        sheets.push({
          name: attributes.name ?? '',
          hidden: (attributes.state ?? 'visible') !== 'visible',
          link: Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '',
        })
    },
  })
  const pathOf = (type: string) => links.find((link) => link.type === type)?.path
  const [texts, styles] = [pathOf('sharedStrings'), pathOf('styles')]
  const isSheet = (link: (typeof links)[number] | undefined) => link === undefined || link.type === 'worksheet'
  return {
    since1904,
    sheets: sheets
      .map(({ name, hidden, link }) => ({ name, hidden, link: links.find(({ id }) => id === link) }))
      .filter(({ link }) => isSheet(link))
      .map(({ name, hidden, link }) => ({ name, hidden, part: link && source.parts.get(link.path) })),
    texts: texts ? await sharedTexts(source, texts) : [],
    isDate: since1904 && styles ? await dateStyles(source, styles) : [],
    read: new Set([path, texts, styles, '_rels/.rels', relationsOf(path)].filter((one) => one !== undefined)),
  }
}

async function read({ parts, budget }: Source, path: string, events: Parameters<typeof readXml>[1]): Promise<void> {
  const part = parts.get(path)
  if (!part) throw damaged()
  await readXml(unpack(part, budget), events)
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
const relationsOf = (path: string): string => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`

/** The parts that a part refers to; `type` is the last word of the relation's address. */
async function relations(source: Source, path: string): Promise<{ id: string; type: string; path: string }[]> {
  if (!source.parts.has(path)) return []
  const base = folderOf(folderOf(path).slice(0, -1))
  const found: { id: string; type: string; path: string }[] = []
  await read(source, path, {
    open(name, { Id = '', Type = '', Target = '', TargetMode = '' }) {
      if (name === 'Relationship' && TargetMode !== 'External')
        found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: resolved(base, Target) })
    },
  })
  return found
}

function resolved(base: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${base}${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** `_x000D_` is how a control character is written in a text. */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text

/** The texts that cells refer to by number; how they are spoken (rPh) is no part of them. */
async function sharedTexts(source: Source, path: string): Promise<string[]> {
  const texts: string[] = []
  let [text, inText, spoken] = ['', false, false]
  await read(source, path, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') spoken = true
      inText = name === 't' && !spoken
    },
    text(piece) {
      if (inText) text += piece
      source.budget.text(text.length)
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') spoken = false
      if (name !== 'si') return
      source.budget.kept(0, 1, text.length)
      texts.push(standalone(unescaped(text)))
    },
  })
  return texts
}

const isDateFormat = (format: string): boolean => /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

async function dateStyles(source: Source, path: string): Promise<boolean[]> {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  await read(source, path, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(own.get(Number(attributes.numFmtId)) ?? builtInDates.has(Number(attributes.numFmtId)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}
