import type { DeskSection } from '#contract/office/desk'

/** A line drawing of 24 × 24 for each room of the desk. */
const drawings: Record<DeskSection | 'today', string> = {
  today: 'M4 5h16v15H4zM4 9h16M8 3v4M16 3v4M8 14l3 3 5-5',
  look: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15 15l6 6',
  requests: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4M14 20h6',
  reports: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM12 8v5M12 16v1',
  suggestions: 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5',
  publish: 'M4 10v4h4l8 5V5L8 10zM20 9v6M8 14l1 6h3',
  posters: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
  monthly: 'M4 20h16M6 20v-6h3v6M11 20V9h3v11M16 20V5h3v15',
  grants: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9v4M17 12v3',
  staff: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM17 11a3 3 0 1 0 0-5M2 20c0-4 3-6 6-6s6 2 6 6M16 14c3 0 6 2 6 6',
  counter: 'M3 5h18v14H3zM7 9h4v4H7zM14 10h4M14 13h4M7 16h11',
  pledge: 'M6 3h9l4 4v14H6zM14 3v5h5M9 17c2-5 3-5 3-2s2 1 4 1',
}

/** Beside the room's name; never alone. */
export const DeskIcon = ({ name }: { name: DeskSection | 'today' }) => (
  <svg
    className="desk-icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.8}
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d={drawings[name]} />
  </svg>
)
