import { View } from '@tarojs/components'
import type { Faulty } from '../../../ui/act/field'
import { TextArea } from '../../../ui/act/text-area'
import { longest } from './report-fields'

interface Props extends Faulty {
  id: string
  label: string
  example: string
  value: string
  onChange: (text: string) => void
}

/** A long text, with what room there is left. */
export const WhatField = (props: Props) => (
  <View className="what">
    <TextArea {...props} maxLength={longest.what} />
    <View className="footnote">{`写了 ${props.value.length} 字，还能写 ${longest.what - props.value.length} 字`}</View>
  </View>
)
