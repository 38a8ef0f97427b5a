import { Textarea, View } from '@tarojs/components'

interface Props { id: string; label: string; example: string; value: string; onChange: (text: string) => void }

/** As long as the contract lets people write. */
const longest = 500

/** Several lines to write in, with their name above and an example inside. */
export const TextArea = ({ id, label, example, value, onChange }: Props) => (
  <View className="field">
    <View className="field__label">{label}</View>
    <Textarea
      id={id}
      className="field__input field__input--tall"
      placeholderClass="field__example"
      nativeProps={{ 'aria-label': label }}
      placeholder={example}
      value={value}
      maxlength={longest}
      onInput={({ detail }) => onChange(detail.value)}
    />
  </View>
)
