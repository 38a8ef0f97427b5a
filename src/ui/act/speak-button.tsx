import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { canSpeak, speak, stopSpeaking } from '../../services/screen/speech'
import { pressable } from './press'

type State = 'quiet' | 'speaking' | 'no-voice'

const words: Record<State, string> = { quiet: '读给我听', speaking: '停下', 'no-voice': '这台设备不会读' }

/** Reads sentences aloud where the device can; elsewhere it is not there. */
export function SpeakButton({ sentences }: { sentences: readonly string[] }) {
  const [state, setState] = useState<State>('quiet')
  useEffect(
    () => () => {
      if (canSpeak()) stopSpeaking()
    },
    [],
  )
  if (!canSpeak()) return null
  const press = () => {
    if (state === 'speaking') return stopSpeaking()
    setState('speaking')
    speak(sentences.join('')).then(
      () => setState('quiet'),
      () => setState('no-voice'),
    )
  }
  return (
    <View {...pressable()} id="speak" className={`speak speak--${state}`} aria-pressed={state === 'speaking'} onClick={press}>
      <View className="speak__glyph" aria-hidden="true" />
      {words[state]}
    </View>
  )
}
