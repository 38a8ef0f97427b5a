interface Props<Id extends string> {
  name: string
  tabs: readonly { id: Id; label: string }[]
  open: Id
  onOpen: (id: Id) => void
}

/** A few views of the same thing, side by side: the open one is pressed in. */
export const PickTabs = <Id extends string>({ name, tabs, open, onOpen }: Props<Id>) => (
  <div className="pick-tabs" role="group" aria-label={name}>
    {tabs.map(({ id, label }) => (
      <button
        key={id}
        id={`tab-${id}`}
        type="button"
        className={`pick-tabs__one${id === open ? ' pick-tabs__one--open' : ''}`}
        aria-pressed={id === open}
        onClick={() => onOpen(id)}
      >
        {label}
      </button>
    ))}
  </div>
)
