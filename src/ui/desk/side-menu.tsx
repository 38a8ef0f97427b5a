import type { DeskSection } from '#contract/office/desk'
import { DeskIcon } from './desk-icon'

export interface MenuEntry {
  id: DeskSection | 'today'
  label: string
  href: string
  /** How many wait there, or a word about it. */
  waiting?: number | string
}

/** The rooms of the desk; the open one is marked, and what waits is counted. */
export const SideMenu = ({ entries, open }: { entries: readonly MenuEntry[]; open: string }) => (
  <nav className="side-menu" aria-label="办公菜单">
    {entries.map(({ id, label, href, waiting }) => (
      <a
        key={id}
        id={`menu-${id}`}
        className={`side-menu__entry${id === open ? ' side-menu__entry--open' : ''}`}
        href={href}
        aria-current={id === open ? 'page' : undefined}
      >
        <DeskIcon name={id} />
        <span className="side-menu__label">{label}</span>
        {waiting !== undefined && waiting !== 0 && (
          <span className="side-menu__waiting" title={typeof waiting === 'number' ? `${waiting} 件等着办` : waiting}>
            {waiting}
          </span>
        )}
      </a>
    ))}
  </nav>
)
