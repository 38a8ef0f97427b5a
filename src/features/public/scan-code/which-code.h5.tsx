import { View } from '@tarojs/components'
import { groupToken, tokenInScan } from '#domain/access/code-token'
import { placeInScan } from '#domain/place/divisions'
import { Button } from '../../../ui/act/button'
import { Notice } from '../../../ui/read/notice'
import type { WhichCodeProps } from './which-code'

/** More than one of our codes in one picture: which is meant, by the number that is printed under it. */
export const WhichCode = ({ texts, onChoose }: WhichCodeProps) => (
  <View className="choices below">
    <Notice id="which-code" kind="needs-you">{`照片里有 ${texts.length} 个小康码。要打开哪一个？对照码下面的号码。`}</Notice>
    {texts.map((text, i) => (
      <Button key={text} id={`which-code-${i}`} kind="second" onPress={() => onChoose(text)}>
        {nameOf(text)}
      </Button>
    ))}
  </View>
)

function nameOf(text: string): string {
  const token = tokenInScan(text)
  if (token !== undefined) return `卡片上的码 ${groupToken(token)}`
  const place = placeInScan(text)
  return place === undefined ? '匿名举报的码' : `海报上的码 ${place}`
}
