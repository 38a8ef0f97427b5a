import { useState } from 'react'
import { readCodeToken } from '#domain/access/code-token'
import { typedCode } from '#domain/text/typed'
import { go, isOurs, pathOfScan } from '../../../services/pages/paths'
import { scan } from '../../../services/scan/scan'

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
  const [several, setSeveral] = useState<string[]>([])

  const open = (scanned: string, otherwise: string) => {
    const ours = isOurs(scanned)
    setTrouble(ours ? undefined : otherwise)
    setSeveral([])
    if (ours) go(pathOfScan(scanned))
  }
  const choose = (text: string) => open(text, words.notOurs)
  const byScan = async () => {
    const found = await scan()
    if (found.kind === 'scanned') return choose(found.text)
    setTrouble(found.kind === 'unreadable' ? words.unreadable : undefined)
    setSeveral(found.kind === 'several' ? found.texts : [])
  }
  const byTyping = (text: string) => {
    const number = typedCode(text)
    const poster = /^\d{12}$/.test(number) && `/p/${number}`
    open(
      poster || (readCodeToken(text) ?? text),
      number.length === 25 ? words.mistyped : number.length === 12 ? words.notDigits : words.typed(number.length),
    )
  }
  return { trouble, several, choose, byScan, byTyping }
}
