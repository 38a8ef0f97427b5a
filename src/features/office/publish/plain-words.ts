import { saysHowMuch } from '#domain/work/articles'
import type { Day } from '#domain/time/dates'
import type { Written } from './written'
import { paragraphsOf } from './written'

/** Characters after which somebody who listens to a sentence has lost its beginning. */
const longSentence = 40
const mostHints = 8

/** Words of offices, and what to write for a villager instead. */
const officeWords: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/符合(相关|规定)?条件的?/, '写明是哪些人，例如“60 岁以上的老人”'],
  [/予以/, '写“给”，或者不写'],
  [/依法依规|依规/, '写明依据哪份文件，或者不写'],
  [/按照[^。；，]{0,30}执行/, '直接写怎么办'],
  [/(相关|有关)(部门|单位)/, '写明是哪个单位、电话多少'],
  [/原则上/, '写明什么时候不是这样'],
  [/及时/, '写明几天之内'],
  [/逾期/, '写“过了这一天”'],
  [/方可/, '写“才能”'],
  [/发放至|拨付至/, '写“打到”'],
  [/申领/, '写“领”，并写明到哪里领'],
  [/户籍所在地/, '写“户口所在的村”'],
  [/有效(身份)?证件/, '写“身份证”'],
  [/(补助|救助|保障|享受)对象/, '写“能领的人”'],
  [/一次性(给予|发放)/, '写“给一次”'],
  [/(另行|后续)(通知|公告)/, '写明大概什么时候'],
]

/** What might be said more plainly: advice to whoever writes, never a reason to refuse. */
export function hintsOf(written: Written, today: Day): string[] {
  const texts = [
    written.title,
    written.summary,
    ...(written.column === 'policy' ? [written.who, written.howMuch, written.howToAsk] : []),
    ...paragraphsOf(written.body),
  ]
  const hints = [...missing(written, today), ...texts.flatMap(longSentences), ...wordsOf(texts.join('\n'))]
  return hints.length > mostHints ? [...hints.slice(0, mostHints), `还有 ${hints.length - mostHints} 处，改了上面的再看。`] : hints
}

function missing({ column, who, howMuch, howToAsk, validUntil }: Written, today: Day): string[] {
  const three = [who, howMuch, howToAsk].map((text) => text.trim() !== '')
  const hidden = column === 'policy' && !three[0] && (three[1] || three[2])
  return [
    ...(hidden ? ['“谁能领”空着，“领多少”“怎么领”就不显示。请写上谁能领。'] : []),
    ...(column === 'policy' && three[1] && !saysHowMuch(howMuch)
      ? ['“领多少”里没有钱数，也没写到哪里看。请写上多少钱，或者写明问谁、看哪份公示。']
      : []),
    ...(validUntil !== '' && validUntil < today ? ['“有效到”的日子已经过了，这样交不上去。请改一个日子，或者不写。'] : []),
  ]
}

const longSentences = (text: string): string[] =>
  text
    .split(/[。！？；!?;\n]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > longSentence)
    .map((sentence) => `“${sentence.slice(0, 12)}…”这一句 ${sentence.length} 个字，听到后面忘了前面。请拆成两句。`)

const wordsOf = (text: string): string[] =>
  officeWords.flatMap(([pattern, instead]) => {
    const found = pattern.exec(text)
    return found ? [`“${found[0]}”老人不好懂，请${instead}。`] : []
  })
