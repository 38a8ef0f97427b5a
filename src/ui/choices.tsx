import { View } from '@tarojs/components'
import { pressable } from './press'

interface Props<Id extends string> {
  /** Begins the id of each choice. */
  id: string
  label: string
  /** Several may be chosen, instead of one. */
  many?: boolean
  options: readonly { id: Id; label: string }[]
  chosen: readonly Id[]
  onPress: (id: Id) => void
}

/** A short list to choose from; what is chosen carries a mark, not only another colour. */
export const Choices = <Id extends string>({ id, label, many = false, options, chosen, onPress }: Props<Id>) => (
  <View className="field">
    <View className="field__label">{label}</View>
    <View role={many ? 'group' : 'radiogroup'} aria-label={label}>
      {options.map((option) => {
        const on = chosen.includes(option.id)
        return (
          <View
            key={option.id}
            {...pressable(many ? 'checkbox' : 'radio')}
            id={`${id}-${option.id}`}
            className={`choice${many ? ' choice--many' : ''}${on ? ' choice--on' : ''}`}
            aria-checked={on}
            onClick={() => onPress(option.id)}
          >
            <View className="choice__mark" aria-hidden="true">{on ? '✓' : ''}</View>
            <View className="choice__words">{option.label}</View>
          </View>
        )
      })}
    </View>
  </View>
)
