import { useState } from 'react'
import { readCodeToken, tokenInScan } from '#domain/code-token'
import { typedCode } from '#domain/typed'
import { go, pathOfScan, paths } from '../../services/paths'
import { scan } from '../../services/scan'

const words = {
  notOurs: '这不是小康码。请对准卡片或海报上的方块码再扫一次。',
  unreadable: '没有看清码。请把码放平、擦干净、光线亮一点，再来一次；也可以输入码下面的号码。',
  typed: (count: number) => `卡片上的号码是 25 位字母和数字，海报上的是 12 位数字，现在有 ${count} 位。请对照着再看一遍。`,
  mistyped: '号码里有一位不对。请对照卡片再看一遍。',
  notDigits: '海报上的号码只有数字，这里有字母。请对照海报再看一遍。',
}

/** From what was scanned, photographed or typed to its page; what is no code of ours gets a sentence and no request. */
export function useOpenCode() {
  const [trouble, setTrouble] = useState<string>()

  const open = (scanned: string, otherwise: string) => {
    const path = pathOfScan(scanned)
    const ours = tokenInScan(scanned) !== undefined || path !== paths.code(scanned)
    setTrouble(ours ? undefined : otherwise)
    if (ours) go(path)
  }
  const byScan = async () => {
    const found = await scan()
    if (found.kind === 'scanned') open(found.text, words.notOurs)
    else setTrouble(found.kind === 'unreadable' ? words.unreadable : undefined)
  }
  const byTyping = (text: string) => {
    const number = typedCode(text)
    const poster = /^\d{12}$/.test(number) && `/p/${number}`
    open(poster || (readCodeToken(text) ?? text), number.length === 25 ? words.mistyped : number.length === 12 ? words.notDigits : words.typed(number.length))
  }
  return { trouble, byScan, byTyping }
}
