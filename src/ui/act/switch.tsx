import { View } from '@tarojs/components'
import { pressable } from './press'

/** On or off, said in a word as well as shown. */
export const Switch = ({ id, label, on, onChange }: { id: string; label: string; on: boolean; onChange: (on: boolean) => void }) => (
  <View
    {...pressable('switch')}
    id={id}
    className={`switch${on ? ' switch--on' : ''}`}
    aria-checked={on}
    aria-label={label}
    onClick={() => onChange(!on)}
  >
    <View className="switch__label">{label}</View>
    <View className="switch__track" aria-hidden="true">
      <View className="switch__knob" />
    </View>
    <View className="switch__word">{on ? '开' : '关'}</View>
  </View>
)
