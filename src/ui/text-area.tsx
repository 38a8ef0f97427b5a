import { Textarea, View } from '@tarojs/components'

interface Props { id: string; label: string; example: string; value: string; maxLength?: number; onChange: (text: string) => void }

/** Several lines to write in, with their name above and an example inside. By default as long as most contracts let people write. */
export const TextArea = ({ id, label, example, value, maxLength = 500, onChange }: Props) => (
  <View className="field">
    <View className="field__label">{label}</View>
    <Textarea
      id={id}
      className="field__input field__input--tall"
      placeholderClass="field__example"
      nativeProps={{ 'aria-label': label, autocomplete: 'off' }}
      placeholder={example}
      value={value}
      maxlength={maxLength}
      onInput={({ detail }) => onChange(detail.value)}
    />
  </View>
)
