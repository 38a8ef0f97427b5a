import { Input } from '@tarojs/components'
import type { Faulty } from './field'
import { Field } from './field'

interface Props extends Faulty {
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
export const TextField = ({ id, label, example, value, maxLength, keys, focus = false, wrong, onChange, onDone }: Props) => (
  <Field id={id} label={label} wrong={wrong}>
    <Input
      id={id}
      className="field__input"
      placeholderClass="field__example"
      type={process.env.TARO_ENV === 'h5' ? 'text' : keys}
      nativeProps={{
        'aria-label': label,
        'aria-invalid': wrong ? true : undefined,
        autocomplete: 'off',
        autocapitalize: 'characters',
        spellcheck: false,
        inputMode: keys === 'number' ? 'numeric' : undefined,
      }}
      placeholder={example}
      value={value}
      maxlength={maxLength}
      confirmType="done"
      focus={focus}
      onInput={({ detail }) => onChange(detail.value)}
      onConfirm={onDone}
    />
  </Field>
)
