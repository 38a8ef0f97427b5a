import { DeskIcon } from './desk-icon'

interface MenuEntry {
  id: string
  label: string
  icon: string
  href: string
  /** How many wait there, or a word about it. */
  waiting: number | string | undefined
}
interface MenuGroup {
  label?: string
  entries: readonly MenuEntry[]
}

/** The rooms of the desk in their groups; the open one is marked, and what waits is counted. */
export const SideMenu = ({ groups, open }: { groups: readonly MenuGroup[]; open: string }) => (
  <nav className="side-menu" aria-label="办公菜单">
    {groups.map(({ label, entries }) => (
      <div key={label ?? ''} className="side-menu__group" role="group" aria-label={label}>
        {/* Over a single entry a heading would say its name twice. */}
        {label !== undefined && entries.length > 1 && <div className="side-menu__heading">{label}</div>}
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} open={entry.id === open} />
        ))}
      </div>
    ))}
  </nav>
)

const Entry = ({ entry: { id, label, icon, href, waiting }, open }: { entry: MenuEntry; open: boolean }) => (
  <a
    id={`menu-${id}`}
    className={`side-menu__entry${open ? ' side-menu__entry--open' : ''}`}
    href={href}
    aria-current={open ? 'page' : undefined}
  >
    <DeskIcon drawing={icon} />
    <span className="side-menu__label">{label}</span>
    {waiting !== undefined && (
      <span className="side-menu__waiting" title={typeof waiting === 'number' ? `${waiting} 件等着办` : waiting}>
        {waiting}
      </span>
    )}
  </a>
)
