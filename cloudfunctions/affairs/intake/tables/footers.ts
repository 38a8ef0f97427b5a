import { compactOf, digitsOf, type Cell } from '#domain/files/cells'
import { idOf } from '#domain/people/id-cell'
import { idNumberFault } from '#domain/people/id-number'
import { withoutLabel } from '#domain/people/names'
import { plainHeading } from './headings'
import type { Vocabulary } from './vocabulary'

/** Rows of a sheet that are nobody's: totals, signatures, dates, remarks, column numbers. A row that may be a person's is never one. */

/** 合计, 小计, 本页合计, 大写, 总笔数, END … */
const totals =
  /^(本页|本村|本镇|全[县镇乡村]|以上|累计|[\u4e00-\u9fff]{0,8}[镇乡村社区街道])?(合计|小计|总计|累计|共计|合计数|总笔数|总金额|总户数|总人数|成功笔数|失败笔数|成功金额|失败金额|笔数|汇总)([:：(（[【].*|大写.*|\d.*)?$|^共计?\d+[笔户人条]|大写|^人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万]/
const ends =
  /^[<【(*=-]*(end|eof|total|trailer|tail|trl|footer|header|hdr|sum|结束|报表结束|文件结束|尾记录|以下空白|以下无正文|以下无数据)(of)?(file|report|文件)?[>】)*=-]*$|^[*=#~_+-]{3,}$/i
/** 制表人：, 说明：, 第 1 页, （盖章） … */
const notes =
  /^(制表|审核|填表|填报|编制|复核|经办|主管|负责人|联系人|联系电话|咨询电话|监督电话|电话|传真|地址|单位负责人|单位公章|分管|分管领导|领导|会计|出纳|报送|说明|备注|注|填写说明|填表说明|附[:：注件]|单位[:：(（盖]|金额单位|日期|时间|打印|盖章|签字|签章|截至|第\d+页|共\d+页|村委会?意见|乡镇意见|审批意见|以上|数据来源)|[(（]?(公章|盖章|签章|签字|签名|印章)[)）]?[:：]?$|(盖章|公章|签章|签字)[)）]$/
const dateLine =
  /^(日期|时间|制表日期|填报日期)?[:：]?\d{4}[年./-]\d{1,2}[月./-](\d{1,2}日?)?$|^\d{1,2}月\d{1,2}日$|^[一二三四五六七八九〇零○]{4}年.{1,6}$/
const phoneLine = /^(电话|联系电话|手机|tel)?[:：]?(0\d{2,3}-?)?\d{7,8}(转\d+)?$/i
const office = /(局|委员会|办公室|人民政府|政府|联合会|银行|信用社|合作联社|支行|中心|公司|卫生院|医院|村委会|居委会|章)$/

const isTotal = (text: string): boolean => totals.test(text) || ends.test(text)
/** A line in which sums or counts of rows stand. */
export const isTotalLine = (cells: Cell[]): boolean => cells.map(compactOf).some(isTotal)

const isNote = (text: string): boolean => notes.test(text) || dateLine.test(text) || phoneLine.test(text)

/** A line between two parts of a sheet that belongs to the headings below it: a title, a maker, a unit. */
export function isRemarkLine(cells: Cell[]): boolean {
  const texts = cells.map(compactOf).filter(Boolean)
  return texts.length > 0 && !texts.some((text) => /\d{15}/.test(text)) && (texts.length === 1 || isNote(texts[0]!)) && !isTotal(texts[0]!)
}

/** What a kind asks of a row to be somebody's. */
export interface Identity {
  /** The columns with numbers that name a person or an account. */
  numbers: number[]
  /** The column with the name. */
  name: number | undefined
  /** The columns that were placed. */
  placed: number[]
  isHeadingWord: Vocabulary['isHeadingWord']
}

/** True for a row that must be accepted or quarantined: whatever may be somebody's. */
export function isSomebodys(cells: Cell[], { numbers, name, placed, isHeadingWord }: Identity): boolean {
  if (numbers.some((column) => isLongNumber(cells[column]))) return true
  const filled = cells.map(compactOf)
  const texts = filled.filter(Boolean)
  if (texts.length === 0) return false
  if (isNumbering(texts) || (texts.length > 1 && texts.every((text) => isHeadingWord(plainHeading(text))))) return false
  const called = name === undefined ? '' : withoutLabel(filled[name] ?? '')
  const mapped = placed.filter((column) => (filled[column] ?? '') !== '').length
  if (isName(called) && mapped >= Math.max(3, Math.ceil(placed.length / 2))) return true
  const [first] = texts
  const leading = [
    ...filled.slice(0, 5).filter((_, column) => !numbers.includes(column) || filled.slice(0, column).every((text) => text === '')),
    called,
    first!,
  ]
  if (leading.some(isTotal) || isNote(first!) || texts.every((text) => isNote(text) || isTotal(text))) return false
  // A number of a total stands where an identity number would, and no name beside it.
  if (called === '' && numbers.some((column) => isTotal(filled[column] ?? ''))) return false
  if (texts.length === 1) return isName(called) || numbers.some((column) => (filled[column] ?? '') !== '' && !isNote(filled[column]!))
  return true
}

/** An identity number or account, whole or cut short, or a number that a spreadsheet made of one. */
function isLongNumber(cell: Cell | undefined): boolean {
  const { text, precisionLost } = digitsOf(cell)
  if (precisionLost && (typeof cell !== 'number' || cell >= 1e7)) return true
  const digits = text.replace(/\D/g, '').length
  // 身份证号码：3303…（已故，2026年9月）
  if (digits >= 15 && digits < text.length * 0.7) return idNumberFault(idOf(cell).text) === undefined
  return digits >= 8 && digits >= text.length * 0.7 && !phoneLine.test(compactOf(cell)) && !dateLine.test(compactOf(cell))
}

/** Something that may be a person's name: Chinese characters, and no word of a footer or an office. */
const isName = (text: string): boolean =>
  text !== '' && /^[\u3400-\u9fff\ud800-\udfff·•.\ufffd]{2,20}$/.test(text) && !isTotal(text) && !isNote(text) && !office.test(text)

/** 栏次 | 1 | 2 | 3, A | B | C, 甲 | 乙 | 1 | 2, (1) | (2) | (3)=(1)+(2): columns counted, nobody's row. */
function isNumbering(texts: string[]): boolean {
  const rest = /^(栏次|列次|栏目|列号|栏|序号|行次|项目|计算关系|关系式?)$/.test(texts[0]!) ? texts.slice(1) : texts
  if (rest.length < 3) return texts.length > 1 && rest.length < texts.length && rest.every((text) => counted.test(text))
  return rest.every((text) => counted.test(text)) && (rest.length < texts.length || isRising(rest))
}
const counted =
  /^[(<[【]?(第?\d{1,2}(栏|列)?|[a-z]{1,2}|[甲乙丙丁戊己庚辛壬癸子丑寅卯])[)>\]】]?(=[\d()+\-*/×a-z]+)?$|^\d{1,2}=[\d()+\-*/×]+$|^—+$/i

/** 1 2 3, A B C: each is one more than the last. One serial number and a few small figures are not. */
function isRising(texts: string[]): boolean {
  const values = texts.map((text) =>
    /\d+/.test(text)
      ? Number(/\d+/.exec(text)![0])
      : '甲乙丙丁戊己庚辛壬癸'.indexOf(text) >= 0
        ? -100 + '甲乙丙丁戊己庚辛壬癸'.indexOf(text)
        : text.toUpperCase().charCodeAt(text.length - 1) - 300,
  )
  return values.every((value, i) => i === 0 || value > values[i - 1]!)
}
