import { Field } from './field'

interface Props<Id extends string> {
  id: string
  label: string
  hint?: string
  options: readonly { id: Id; label: string }[]
  /** What stands there while nothing is chosen; without it the first option is. */
  empty?: string
  value: Id | ''
  onChange: (id: Id) => void
}

/** One of several, from a list that unfolds. */
export const SelectBox = <Id extends string>({ id, label, hint, options, empty, value, onChange }: Props<Id>) => (
  <Field id={id} label={label} hint={hint}>
    <select
      id={id}
      className="box box--select"
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      value={value}
      onChange={({ target }) => onChange(target.value as Id)}
    >
      {empty !== undefined && (
        <option value="" disabled>
          {empty}
        </option>
      )}
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
)
