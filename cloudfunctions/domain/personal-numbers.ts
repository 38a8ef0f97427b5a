/** Numbers of people, in one piece or in the groups they are usually written in; a longer run of digits is none of them. */
const kinds = [
  ['身份证号', /(^|\D)(\d{6}[ -]{0,3}\d{8}[ -]{0,3}\d{3}[\dXx]|\d{6}[ -]{0,3}\d{6}[ -]{0,3}\d{3})(?![\dXx])/g],
  ['手机号', /(^|\D)((?:86[ -]{0,3})?1\d{2}[ -]{0,3}\d{4}[ -]{0,3}\d{4})(?!\d)/g],
  ['银行卡号', /(^|\D)(\d{4}(?:[ -]{0,3}\d{4}){3}(?:[ -]{0,3}\d{1,3})?)(?!\d)/g],
] as const

/** Half-width digits, and one kind of space and hyphen. */
const plain = (text: string): string =>
  text.replace(/[０-９Ｘｘ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[－–—]/g, '-').replace(/\s/g, ' ')

/** 手机号 16000000000 and the like: what must not stand where everybody can read it. */
export function personalNumbers(text: string): string[] {
  const found: string[] = []
  kinds.reduce((rest, [what, pattern]) => rest.replace(pattern, (_, before: string, number: string) => {
    found.push(`${what} ${number}`)
    return `${before}。`
  }), plain(text))
  return found
}
