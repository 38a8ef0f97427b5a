import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { IconName } from './icon'
import { Icon } from './icon'
import { pressable } from '../act/press'

/** A line that leads somewhere; the arrow says so. */
export const Row = ({
  id,
  icon,
  note,
  onPress,
  children,
}: {
  id?: string
  icon?: IconName
  note?: string
  onPress: () => void
  children: ReactNode
}) => (
  <View {...pressable('link')} id={id} className="row" onClick={onPress}>
    {icon && <Icon name={icon} />}
    <View className="row__words">
      <View className="row__title">{children}</View>
      {note !== undefined && <View className="row__note">{note}</View>}
    </View>
    <View className="row__arrow" aria-hidden="true" />
  </View>
)
