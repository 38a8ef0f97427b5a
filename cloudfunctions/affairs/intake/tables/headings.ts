import { compactOf, type Cell } from '#domain/files/cells'

/** What stands over a column: its own heading, and the merged ones above it. */
export interface Heading {
  /** As written, in plain forms, with its brackets. */
  text: string
  /** What it names: without brackets, numbering, 必填, unit: 1.应发金额(元)（必填） is 应发金额. */
  plain: string
  /** The headings above it. */
  groups: string[]
  /** What it belongs to: the headings above it, and what its own brackets say. */
  above: string[]
}

const bracketed = /[([{【〔〈《「『]([^()[\]{}【】〔〕〈〉《》「」『』]*)[)\]}】〕〉》」』]/g
const demands = /必填项?|必录项?|必须填写|选填项?|可不填|可为空|文本格式|请填写|下拉选择/g
const numbering = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])[.、．)]/
/** 2026年度分红金额 is 分红金额; 2026年度 alone is a year. */
const yearBefore = /^20\d{2}年(?:度|份)?(?=[\u4e00-\u9fff]{2})/
const unitBehind =
  /[-_/—,，|:：](?:人民币)?(?:万元|千元|百元|元|角|分)$|(?<=金额|资金|本金|分红|补助|补贴|保障金|款)(?:万元|千元|百元|元|分)$/
const signs = /[*※★☆#:?!"“”'、,，;/\\|_\-—–.·]/g

/** What a heading names: 身份证号 (必填)* and 2、身份证号： are 身份证号, 银行帐号 is 银行账号. */
export function plainHeading(cell: Cell | undefined): string {
  let text = compactOf(cell).replace(/[*※★☆]/g, '')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(bracketed, '')
  }
  return text
    .replace(demands, '')
    .replace(numbering, '')
    .replace(unitBehind, '')
    .replace(signs, '')
    .replace(yearBefore, '')
    .replace(/帐/g, '账')
}

/** The heading of a column from the compact texts over it, topmost first. */
export function headingOf(path: string[]): Heading {
  const own = path.at(-1) ?? ''
  const inside = [...own.matchAll(bracketed)].map(([, text = '']) => text).filter(Boolean)
  const plain = plainHeading(own)
  const groups = path.slice(0, -1)
  return { text: own, plain: plain || own.replace(signs, ''), groups, above: [...groups, ...inside] }
}
