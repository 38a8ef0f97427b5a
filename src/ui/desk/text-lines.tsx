import { Field } from './field'

interface Props {
  id: string
  label: string
  hint?: string
  example?: string
  /** Left out where too much is said, not cut off. */ maxLength?: number
  rows?: number
  value: string
  onChange: (text: string) => void
}

/** Several lines to write in. */
export const TextLines = ({ id, label, hint, example, maxLength, rows = 3, value, onChange }: Props) => (
  <Field id={id} label={label} hint={hint}>
    <textarea
      id={id}
      className="box box--tall"
      rows={rows}
      placeholder={example}
      maxLength={maxLength}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  </Field>
)
