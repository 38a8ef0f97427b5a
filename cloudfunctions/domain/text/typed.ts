/**
 * The one cleaner for whatever people type or paste, and for what departments' cells hold: card and poster numbers, sign-in codes,
 * receipts, digits, names. Nobody sees the difference between `１２３` and `123`, or a mark that says which way text runs.
 */

/**
 * Characters that show nothing: joiners, marks of direction, soft hyphens, byte-order marks, tags, choices between shapes of
 * one character.
 */
const unseen =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\ufff9-\ufffb]|\ud82f[\udca0-\udca3]|\udb40[\udc01-\udfff]/g

/** Hyphens and dashes of every width, the minus sign, the long-vowel mark that some keyboards give. */
const dashes = /[-\u058a\u1806\u2010-\u2015\u2212\u2e3a\u2e3b\u2500\u30fc\ufe31\ufe32\ufe58\ufe63\uff0d]/g

const blanks = /[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/**
 * Compatibility forms to the plain ones (full width, circled digits, ligatures); where an old engine has no `normalize`, full
 * width only.
 */
const plainForms = (text: string): string =>
  typeof text.normalize === 'function'
    ? text.normalize('NFKC')
    : text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/** Without the characters that show nothing; everything else stays. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '')

/** A line of words: plain forms, nothing unseen, one space where there were several, none around. */
export const typedLine = (text: string): string => withoutUnseen(plainForms(text)).replace(blanks, ' ').trim()

/** A number or code: plain forms, nothing unseen, no spaces and no dashes. Case stays. */
export const typedCode = (text: string): string => withoutUnseen(plainForms(text)).replace(blanks, '').replace(dashes, '')

/** The digits of what was typed as digits, whatever stands between them. */
export const typedDigits = (text: string): string => typedCode(text).replace(/\D/g, '')
