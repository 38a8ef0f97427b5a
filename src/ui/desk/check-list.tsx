interface Props<Id extends string> {
  /** Begins the id of each choice. */
  id: string
  label: string
  hint?: string
  options: readonly { id: Id; label: string }[]
  chosen: readonly Id[]
  onChange: (chosen: Id[]) => void
}

/** Any of several, each with a box to tick; what is chosen comes back in the order of the list. */
export const CheckList = <Id extends string>({ id, label, hint, options, chosen, onChange }: Props<Id>) => {
  const toggle = (one: Id) => onChange(options.map((option) => option.id).filter((other) => chosen.includes(other) !== (other === one)))
  return (
    <fieldset id={id} className="ticks">
      <legend className="entry__label">{label}</legend>
      {options.map((option) => (
        <label key={option.id} className="ticks__one" htmlFor={`${id}-${option.id}`}>
          <input
            id={`${id}-${option.id}`}
            className="ticks__box"
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={() => toggle(option.id)}
          />
          {option.label}
        </label>
      ))}
      {hint !== undefined && <div className="entry__hint">{hint}</div>}
    </fieldset>
  )
}
