import type { Day } from '../time/dates'
import { withoutUnseen } from '../text/typed'
import { holdsBefore } from './holds'

/** People's names as departments write them. */

/** Everything that keyboards and fonts give for the dot in 阿依·古丽: Unicode calls a dozen of them “middle dot”. */
const middleDots =
  /[.\u00b7\u0387\u05bc\u1427\u16eb\u2022\u2024\u2027\u2218\u2219\u22c5\u23fa\u25cf\u25e6\u26ab\u2981\u2e30\u2e31\u2e33\u3002\u30fb\ua78f\ufe52\uff0e\uff61\uff65]|\ud800\udd01/g
/** Which of a character's pictures is meant: two spellings of one name to a reader. */
const variants = /[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g
const blanks = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
/** Most names have nothing to clean, and an import reads tens of thousands of them. */
const plain = /^[\u4e00-\u9fff]*$/

/** 阿依・古丽, 阿依●古丽 and 阿依·古丽 are one name: one middle dot (U+00B7), no spaces, nothing unseen, no stop at either end. */
export const normaliseName = (name: string): string =>
  plain.test(name)
    ? name
    : withoutLabel(withoutUnseen(name).trim())
        .replace(variants, '')
        .replace(blanks, '')
        .replace(middleDots, '·')
        .replace(/·+/g, '·')
        .replace(/^·|·$/g, '')

/** Without what departments write before a name in its own cell: 姓名：, 户主: */
export const withoutLabel = (name: string): string =>
  /[:：]/.test(name)
    ? name.replace(/^\s*(?:户主|成员|学生|本人|申请人|收款人|领款人|持卡人|死者)?(?:姓\s*名|名字|户名)?\s*[:：]\s*/, '')
    : name

/** A name as some file says it: a register's word goes before another list's, then the later day's. */
export interface SaidName {
  name: string
  /** Nothing where no file of a known day has said it. */
  on: Day | ''
  byRegister: boolean
}

/** Of two spellings the one that holds, whichever came first: two lists of one day that differ end the same in any order. */
export function heldName(a: SaidName, b: SaidName): SaidName {
  const ranked = ({ name, on, byRegister }: SaidName) => ({ value: name, on, rank: byRegister ? 0 : 1 })
  return holdsBefore(ranked(a), ranked(b)) ? a : b
}

/** 陈阿公 → 陈**, 阿依·古丽 → 阿****. Counts characters, also those beyond the BMP. */
export function maskName(name: string): string {
  const characters = [...name]
  return characters.length === 0 ? '' : characters[0] + '*'.repeat(Math.max(1, characters.length - 1))
}
