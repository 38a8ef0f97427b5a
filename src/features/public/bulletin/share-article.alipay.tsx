import { View } from '@tarojs/components'
import type { Article } from '#contract/bulletin/actions'
import { hasSharePanel, openSharePanel } from '../../../services/share/share-panel.alipay'
import { Button } from '../../../ui/act/button'

/** Passes an article on through Alipay's own panel; a native button would cost the main package 0.8 KB. The page says what is shared. */
export const ShareArticle = (_: { article: Article }) =>
  hasSharePanel() ? (
    <View className="share">
      <Button id="share" kind="second" onPress={openSharePanel}>
        发给家人、邻居
      </Button>
    </View>
  ) : null
