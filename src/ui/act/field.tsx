import type { ReactNode } from 'react'
import { View } from '@tarojs/components'

/** What makes a field wrong, in words; '' keeps their place below the field, so that what follows does not move when they come. */
export interface Faulty {
  wrong?: string | undefined
}

interface Props extends Faulty {
  id: string
  label: string
  children: ReactNode
}

/** A name, what is filled in, and what is wrong with it: said at the field itself, with a mark and not only in red. */
export const Field = ({ id, label, wrong, children }: Props) => (
  <View id={`${id}-field`} className={wrong ? 'field field--wrong' : 'field'}>
    <View className="field__label">{label}</View>
    {children}
    {wrong !== undefined && (
      <View id={`${id}-wrong`} className="field__wrong" role="alert">
        {wrong}
      </View>
    )}
  </View>
)
