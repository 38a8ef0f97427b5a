import { Field } from './field'

interface Props {
  id: string
  label: string
  hint?: string
  example?: string
  type?: 'text' | 'password' | 'date'
  /** Digits only: a telephone shows its number pad. */
  digits?: boolean
  /** What the browser may fill in; nothing, unless it is said. */
  fills?: string
  /** Ready to be typed into, for a scanner that types. */
  ready?: boolean
  min?: string
  max?: string
  maxLength?: number
  value: string
  onChange: (text: string) => void
}

/** One line to write in. */
export const TextBox = ({
  id,
  label,
  hint,
  example,
  type = 'text',
  digits = false,
  fills = 'off',
  ready = false,
  min,
  max,
  maxLength,
  value,
  onChange,
}: Props) => (
  <Field id={id} label={label} hint={hint}>
    <input
      id={id}
      className={`box${digits ? ' box--digits' : ''}`}
      type={type}
      inputMode={digits ? 'numeric' : undefined}
      autoComplete={fills}
      autoCapitalize="none"
      spellCheck={false}
      autoFocus={ready}
      placeholder={example}
      min={min}
      max={max}
      maxLength={maxLength}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  </Field>
)
