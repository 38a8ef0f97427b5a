import { View } from '@tarojs/components'
import { go, paths } from '../../../services/pages/paths'
import { pressable } from '../../../ui/act/press'
import { HeadlineWords } from './headline-words'
import { headlineOf } from './says'
import { useMine } from './use-household'

/** 我家的钱, first on the home page of a farmer: what has come, what is missing and what to do; all of it leads to the file. */
export function MineCard() {
  const { data: file } = useMine()
  const first = file && headlineOf(file)
  return (
    <View
      {...pressable('link')}
      id="mine"
      className={`headline headline--${first?.standing ?? 'nothing'} mine`}
      onClick={() => go(paths.mine())}
    >
      {file && <View className="mine__who">{`${file.head}一家`}</View>}
      {first ? <HeadlineWords of={first} /> : <View className="headline__came">我家的钱和政策</View>}
      <View className="mine__on">
        看明细和政策
        <View className="row__arrow" aria-hidden="true" />
      </View>
    </View>
  )
}
