import { View } from '@tarojs/components'
import type { Article } from '#contract/bulletin'
import { sayDay } from '#domain/dates'
import { today } from '../../services/clock'
import { Card } from '../../ui/card'
import { Heading } from '../../ui/heading'
import { SpeakButton } from '../../ui/speak-button'
import { ThreeLines } from './three-lines'

/** The answer first, the text after it, the source and the dates small at the end. */
export function ArticleView({ article }: { article: Article }) {
  const day = today()
  const small = [
    article.sourceDocument && `依据：${article.sourceDocument}`,
    `${sayDay(article.publishedOn, day)}发布`,
    article.validUntil && `有效到 ${sayDay(article.validUntil, day)}`,
  ]
  return (
    <>
      <View className="article-top">
        <Heading level={1}>{article.title}</Heading>
        <SpeakButton sentences={spoken(article)} />
      </View>
      {article.who !== undefined && <Card><ThreeLines of={article} /></Card>}
      <Card>
        <View className="article-body">
          {article.body.map((paragraph, i) => <View key={i} className="article-body__paragraph">{paragraph}</View>)}
        </View>
      </Card>
      <View className="footnote">{small.filter(Boolean).map((line) => <View key={line}>{line}</View>)}</View>
    </>
  )
}

function spoken({ title, who, howMuch, howToAsk, body }: Article): string[] {
  const three = [who && `谁能领：${who}。`, howMuch && `领多少：${howMuch}。`, howToAsk && `怎么领：${howToAsk}。`]
  return [`${title}。`, ...three.filter((line): line is string => Boolean(line)), ...body]
}
