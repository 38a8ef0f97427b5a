import { Button, View } from '@tarojs/components'
import type { Article } from '#contract/bulletin/actions'

/** Passes an article on through WeChat, which wants its own button for it; the page says what is shared. */
export const ShareArticle = (_: { article: Article }) => (
  <View className="share">
    <Button id="share" className="share__native" openType="share" hoverClass="pressed">
      发给家人、邻居
    </Button>
  </View>
)
