import { View } from '@tarojs/components'
import type { Faulty } from './field'
import { Field } from './field'
import { pressable } from './press'

interface Props<Id extends string> extends Faulty {
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
export const Choices = <Id extends string>({ id, label, many = false, options, chosen, wrong, onPress }: Props<Id>) => (
  <Field id={id} label={label} wrong={wrong}>
    <View role={many ? 'group' : 'radiogroup'} aria-label={label} aria-invalid={wrong ? true : undefined}>
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
            <View className="choice__mark" aria-hidden="true">
              {on ? '✓' : ''}
            </View>
            <View className="choice__words">{option.label}</View>
          </View>
        )
      })}
    </View>
  </Field>
)
