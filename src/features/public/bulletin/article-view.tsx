import { View } from '@tarojs/components'
import type { Article } from '#contract/bulletin/actions'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { Card } from '../../../ui/read/card'
import { Heading } from '../../../ui/read/heading'
import { Notice } from '../../../ui/read/notice'
import { SpeakButton } from '../../../ui/act/speak-button'
import { ThreeLines } from './three-lines'
import { Validity, isOver } from './validity'

/** Whether it still holds, then the answer, the text after it, the source and the dates small at the end. */
export function ArticleView({ article }: { article: Article }) {
  const day = today()
  const over = isOver(article.validUntil)
  const small = [
    article.sourceDocument && `依据：${article.sourceDocument}${article.sourceDate ? `（${sayDay(article.sourceDate, day)}）` : ''}`,
    `${sayDay(article.publishedOn, day)}发布`,
  ]
  return (
    <>
      {over && (
        <Notice id="expired" kind="needs-you">
          <Validity until={article.validUntil} />
          上面写的可能已经变了，办事前请先打电话问一问。
        </Notice>
      )}
      <View className="article-top">
        <Heading level={1}>{article.title}</Heading>
        <SpeakButton sentences={spoken(article, over)} />
      </View>
      {article.who !== undefined && (
        <Card>
          <ThreeLines of={article} />
        </Card>
      )}
      <Card>
        <View className="article-body">
          {article.body.map((paragraph, i) => (
            <View key={i} className="article-body__paragraph">
              {paragraph}
            </View>
          ))}
        </View>
      </Card>
      {!over && (
        <View className="article-validity">
          <Validity until={article.validUntil} />
        </View>
      )}
      <View className="footnote">
        {small.filter(Boolean).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </>
  )
}

function spoken({ title, who, howMuch, howToAsk, body }: Article, over: boolean): string[] {
  const lines = [
    over && '这一篇已经过期。',
    `${title}。`,
    who && `谁能领：${who}。`,
    howMuch && `领多少：${howMuch}。`,
    howToAsk && `怎么领：${howToAsk}。`,
  ]
  return [...lines.filter((line): line is string => Boolean(line)), ...body]
}
