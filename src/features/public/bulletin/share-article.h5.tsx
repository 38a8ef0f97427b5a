import { useState } from 'react'
import { View } from '@tarojs/components'
import { useMutation } from '@tanstack/react-query'
import type { Article } from '#contract/bulletin/actions'
import { articleAddress, shareByBrowser } from '../../../services/share/browser-share'
import { copyText } from '../../../services/share/clipboard'
import { Button } from '../../../ui/act/button'
import { Card } from '../../../ui/read/card'
import { Notice } from '../../../ui/read/notice'
import { QrPicture } from '../../../ui/desk/qr-picture'

/** Passes an article on: through the browser where it can, otherwise as a card to be scanned from this screen or copied. */
export function ShareArticle({ article }: { article: Article }) {
  const [open, setOpen] = useState(false)
  const share = () =>
    shareByBrowser(article).then((shared) => {
      if (!shared) setOpen(true)
    })
  return open ? (
    <ShareCard article={article} />
  ) : (
    <View className="share">
      <Button
        id="share"
        kind="second"
        onPress={() => {
          void share()
        }}
      >
        发给家人、邻居
      </Button>
    </View>
  )
}

function ShareCard({ article: { id, title, summary } }: { article: Article }) {
  const address = articleAddress(id)
  const copy = useMutation({ mutationFn: () => copyText(address) })
  return (
    <Card>
      <View id="share-card" className="share-card">
        <View className="share-card__title">{title}</View>
        <View>{summary}</View>
        <View className="share-card__code">
          <QrPicture id="share-code" text={address} name={`“${title}”的二维码`} />
        </View>
        <View className="share-card__words">请对方用微信或手机浏览器扫上面的码，或者把网址发过去。</View>
        <View id="share-address" className="share-card__address">
          {address}
        </View>
        {copy.isSuccess && <Notice id="share-copied">网址已经复制，可以粘贴到聊天里发给别人。</Notice>}
        <Button id="share-copy" kind="second" onPress={() => copy.mutate()}>
          复制网址
        </Button>
        {copy.error && <Notice kind="wrong">这个浏览器不让复制。请长按上面的网址，自己复制。</Notice>}
      </View>
    </Card>
  )
}
