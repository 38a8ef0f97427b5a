import { View } from '@tarojs/components'
import type { ArticleCard as Card } from '#contract/bulletin/actions'
import { sayDay } from '#domain/time/dates'
import { today } from '../../../services/wire/clock'
import { go, paths } from '../../../services/pages/paths'
import { Icon } from '../../../ui/read/icon'
import { pressable } from '../../../ui/act/press'
import { ThreeLines } from './three-lines'
import { Validity } from './validity'

/** One article in a column: the title in plain words, then the three lines that matter, or the summary. */
export const ArticleCard = ({ card }: { card: Card }) => (
  <View {...pressable('link')} id={`article-${card.id}`} className="card article-card" onClick={() => go(paths.article(card.id))}>
    <View className="article-card__top">
      <Icon name={card.icon ?? card.column} />
      <View className="article-card__title">{card.title}</View>
    </View>
    {card.who === undefined ? <View className="article-card__summary">{card.summary}</View> : <ThreeLines of={card} />}
    <View className="article-card__validity">
      <Validity until={card.validUntil} />
    </View>
    <View className="article-card__foot">
      <View>{`${sayDay(card.publishedOn, today())}发布`}</View>
      <View className="article-card__more">
        看全文
        <View className="row__arrow" aria-hidden="true" />
      </View>
    </View>
  </View>
)
