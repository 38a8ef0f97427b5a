import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import { goBack } from '../../services/pages/paths'
import { mayLeave } from '../../services/keep/unsaved.h5'
import { Heading } from './heading'
import { pressable } from '../act/press'

/** A browser page has no bar of its own: a way back (or home, where nothing is behind) and the page's name. */
export const TopBar = ({ title }: { title: string }) => (
  <View className="top-bar" role="banner">
    <View
      {...pressable('link')}
      id="back"
      className="top-bar__back"
      onClick={() => {
        if (mayLeave()) goBack()
      }}
    >
      <View className="top-bar__arrow" aria-hidden="true" />
      {Taro.getCurrentPages().length > 1 ? '返回' : '首页'}
    </View>
    <Heading level={1}>{title}</Heading>
  </View>
)
