import { View } from '@tarojs/components'
import { pressable } from './press'

/** A small way onward within a text or a heading, still as tall as a finger. */
export const Link = ({ id, onPress, children }: { id?: string; onPress: () => void; children: string }) => (
  <View {...pressable('link')} id={id} className="link" onClick={onPress}>
    {children}
  </View>
)
