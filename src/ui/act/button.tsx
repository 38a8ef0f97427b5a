import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { pressable } from './press'

interface Props {
  id?: string
  /** `main` is the one thing to do here, `second` another way, `quiet` leaves or undoes. */
  kind?: 'main' | 'second' | 'quiet'
  /** What it is doing, in words, while it must not be pressed again. */
  busy?: string | false
  /** Fuller name for those who hear the page. */
  name?: string
  onPress: () => void
  children: ReactNode
}

export const Button = ({ id, kind = 'main', busy = false, name, onPress, children }: Props) => (
  <View
    {...pressable()}
    id={id}
    className={`button button--${kind}${busy ? ' button--busy' : ''}`}
    aria-label={name}
    aria-disabled={busy !== false}
    onClick={() => {
      if (busy === false) onPress()
    }}
  >
    {busy || children}
  </View>
)
