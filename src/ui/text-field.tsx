import { Input, View } from '@tarojs/components'

interface Props {
  id: string
  label: string
  example: string
  value: string
  maxLength: number
  /** Which keys the phone shows, if not all: digits, or digits and the X of ID numbers. */
  keys?: 'number' | 'idcard'
  /** The page is for this field: the keyboard stands open. */
  focus?: boolean
  onChange: (text: string) => void
  onDone?: () => void
}

/** One line to write in, with its name above and an example inside. */
export const TextField = ({ id, label, example, value, maxLength, keys, focus = false, onChange, onDone }: Props) => (
  <View className="field">
    <View className="field__label">{label}</View>
    <Input
      id={id}
      className="field__input"
      placeholderClass="field__example"
      type={process.env.TARO_ENV === 'h5' ? 'text' : keys}
      nativeProps={{ 'aria-label': label, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, inputMode: keys === 'number' ? 'numeric' : undefined }}
      placeholder={example}
      value={value}
      maxlength={maxLength}
      confirmType="done"
      focus={focus}
      onInput={({ detail }) => onChange(detail.value)}
      onConfirm={onDone}
    />
  </View>
)
