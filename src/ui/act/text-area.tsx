import { Textarea } from '@tarojs/components'
import type { Faulty } from './field'
import { Field } from './field'

interface Props extends Faulty {
  id: string
  label: string
  example: string
  value: string
  maxLength?: number
  onChange: (text: string) => void
}

/** Several lines to write in, with their name above and an example inside. By default as long as most contracts let people write. */
export const TextArea = ({ id, label, example, value, maxLength = 500, wrong, onChange }: Props) => (
  <Field id={id} label={label} wrong={wrong}>
    <Textarea
      id={id}
      className="field__input field__input--tall"
      placeholderClass="field__example"
      nativeProps={{ 'aria-label': label, 'aria-invalid': wrong ? true : undefined, autocomplete: 'off' }}
      placeholder={example}
      value={value}
      maxlength={maxLength}
      onInput={({ detail }) => onChange(detail.value)}
    />
  </Field>
)
